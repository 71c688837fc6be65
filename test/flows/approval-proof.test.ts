import type { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Proof } from "../../src/domain/approval.ts";
import { proofWords } from "../../src/domain/proof-words.ts";
import { dateIn } from "../../src/domain/working-time.ts";
import type { Views } from "../../src/store/views.ts";
import { api } from "../../src/web/api.ts";
import { answer, digestOf } from "../support/answering.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, type Made, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let web: Hono;
let ana: Connected;
let digest: Made;

beforeAll(async () => {
  here = await openReceivingApp(() => null, "https://jobs.example");
  web = api({ app: here.app, views: {} as Views, token: "tin-whistle", timeMachine: null });
});
afterAll(() => here.close());

/** The digest of Friday 22 May offers a thank-you; it is 07:45. */
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
  digest = await digestOf(here, ana);
  here.at("2026-05-22T07:45");
});

/** What the journal keeps of the one approval, and how it is told. */
async function kept(): Promise<{ proof: Proof; hash: unknown; says: string }> {
  const [entry, ...more] = (await here.journal(ana)).filter(({ type }) => type === "approved");
  expect(more).toEqual([]);
  const proof = entry?.data?.proof as Proof;
  const [{ id, day }] = await here.query("select id, local_date::text as day from digest");
  const today = dateIn("Europe/London", here.app.clock.now());
  return {
    proof,
    hash: entry?.data?.hash,
    says: proofWords(proof, { [id]: today.with({ day: Number(day.slice(-2)) }) }, today),
  };
}

const shown = async (): Promise<{ id: string; hash: string }> =>
  (await here.query("select id, hash from draft"))[0];

test("an approval by a reply that lies in Sent keeps the Message-ID of that reply", async () => {
  await answer(here, ana, digest, "1 ok");
  const { proof, hash, says } = await kept();
  expect(hash).toBe((await shown()).hash);
  expect(proof).toMatchObject({ by: "reply", sender: "sent_folder", signed: null, token: "references" });
  expect(says).toMatch(
    /^Proof: your reply <[^<> ]+@[^<> ]+> to the digest of Friday 22 May, known by the Message-ID that it answers; its copy lies in your Sent folder\.$/,
  );
});

test("an approval by a signed reply keeps whose signature it was, and what it covers", async () => {
  const from = `Ana Reyes <${ana.address}>`;
  const mail = {
    from,
    to: ana.address,
    answers: digest.messageId,
    text: "1 ok",
    id: "yes-1@reyes.example",
  };
  await here.deliver(ana, { ...mail, signed: here.signer("reyes.example") });
  const { proof, says } = await kept();
  expect(proof).toMatchObject({ by: "reply", mail: "yes-1@reyes.example", sender: "dkim" });
  expect(says).toContain(
    "your reply <yes-1@reyes.example> to the digest of Friday 22 May, known by the Message-ID that it answers; its signature was checked (own check: DKIM of reyes.example covers the whole mail).",
  );
});

test("an approval by a link keeps which digest brought it, and does not claim to know who pressed the button", async () => {
  const [, path = ""] = /https:\/\/jobs\.example(\/d\/\S+)/.exec(digest.text) ?? [];
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    origin: "null",
    "sec-fetch-site": "same-origin",
  };
  expect((await web.request(path, { method: "POST", body: "act=approve", headers })).status).toBe(200);
  expect((await kept()).says).toBe(
    "Proof: the link in the digest of Friday 22 May; who pressed the button is not known.",
  );
});

test("an approval through the API says so", async () => {
  const { id, hash } = await shown();
  const done = await web.request(`/api/drafts/${id}/approve`, {
    method: "POST",
    body: JSON.stringify({ hash }),
    headers: { authorization: "Bearer tin-whistle" },
  });
  expect(done.status).toBe(200);
  const { proof, says } = await kept();
  expect(proof).toEqual({ by: "api" });
  expect(says).toBe("Proof: it was said through the API, with the token of this installation.");
});

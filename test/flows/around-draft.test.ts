import { simpleParser } from "mailparser";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ProgramManner, ToneProfile } from "../../src/domain/tone.ts";
import { commandApprove } from "../../src/flows/command.ts";
import { invitation, type Letter } from "../support/letter.ts";
import { type Connected, type Made, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
});

const jo = "jo.field@fairholm-bakery.example";
const told = "The mail that a draft answers is quoted below it.";

/** The digest of the morning after the interview, with the thank-you. */
async function morningAfter(...mails: readonly Letter[]): Promise<Made> {
  for (const mail of mails) await here.deliver(ana, mail);
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
  const digest = await here.digest(ana);
  if (!digest) throw new Error("no digest was due");
  return digest;
}

/** Approves the newest draft and gives the mail that would leave. */
async function approved() {
  const [draft] = await here.query("select * from draft order by version desc limit 1");
  const done = await commandApprove(here.app, draft.id, draft.hash, { by: "cli" });
  if (!done.ok) throw new Error(done.error);
  const [row] = await here.query("select rfc822, envelope_to from outbox where purpose = 'draft'");
  return { draft, to: row.envelope_to, mail: await simpleParser(row.rfc822) };
}

const writesWith = (program: Partial<ProgramManner>): Promise<void> =>
  here.app.store.transaction((tx) => {
    const usual: ProgramManner = { quote: "attribution", html: false, marksSignature: false };
    const profile: ToneProfile = {
      basedOn: 9,
      languages: {},
      spelling: null,
      signature: [],
      passages: [],
      program: { ...usual, ...program },
    };
    return tx.voices.put(ana.personId, profile, here.app.clock.now());
  });

describe("around an approved text leaves", () => {
  test("their mail, quoted below it, and nothing else; the digest says so before anything is approved", async () => {
    expect((await morningAfter(invitation())).text).toContain(told);
    const { draft, mail } = await approved();
    const [own, quote] = (mail.text ?? "").split("\n\nOn 18 May 2026, 09:00, Jo Field wrote:\n");
    expect(own).toBe(draft.text);
    expect(quote).toMatch(/^> Dear Ana,\n>\n> We would like to invite you[\s\S]+> Fairholm Bakery$/);
    expect(mail.html).toBe(false);
  });

  test("no quote where the person's own answers have none, and then the digest does not speak of one", async () => {
    await writesWith({ quote: "none" });
    expect((await morningAfter(invitation())).text).not.toContain(told);
    const { draft, mail } = await approved();
    expect(mail.text).toBe(draft.text);
  });

  test("a quote under its head, and an HTML part, where the person's own answers have them", async () => {
    await writesWith({ quote: "header", html: true });
    await morningAfter(invitation());
    const { draft, mail } = await approved();
    expect(mail.text).toContain(
      `${draft.text}\n\n${"_".repeat(32)}\nFrom: Jo Field <${jo}>\nSent: 18 May 2026 09:00\nTo: Ana Reyes <ana@reyes.example>\nSubject: Interview for Office Manager\n\nDear Ana,`,
    );
    expect(mail.html).toContain("<p>Dear Ana,</p>");
  });

  test("what the digest spoke of, though another mail comes later under the same id (R18, R47)", async () => {
    expect((await morningAfter(invitation())).text).toContain(told);
    const text = "Words that the person never saw.";
    const headers = ["Auto-Submitted: auto-replied"];
    await here.deliver(ana, invitation({ calendar: "", subject: "Automatic reply", text, headers }));
    const mails = await here.query("select distinct message_id, candidacy_id from message");
    expect(mails).toHaveLength(1);
    expect(await here.query("select 1 from message")).toHaveLength(2);
    const { mail } = await approved();
    expect(mail.text).toMatch(/^> We would like to invite you/m);
    expect(mail.text).not.toContain(text);
  });

  test("no mail that nothing proves to be its sender's", async () => {
    await here.deliver(ana, invitation());
    await here.query("update message set proof = proof || '{\"aligned\": false}'");
    expect((await morningAfter()).text).not.toContain(told);
    const { draft, mail } = await approved();
    expect(mail.text).toBe(draft.text);
  });

  test("no mail that the recipient neither wrote nor got", async () => {
    await here.deliver(ana, invitation());
    await here.query("update message set from_address = 'lee@elsewhere.example', recipients = '[]'");
    expect((await morningAfter()).text).not.toContain(told);
    const { draft, mail } = await approved();
    expect(mail.text).toBe(draft.text);
    expect(mail.inReplyTo).toBe("<invite-1@fairholm-bakery.example>");
  });
});

describe("where a mail asks for answers elsewhere (Reply-To)", () => {
  const asking = (address: string, change: Partial<Letter> = {}): Letter =>
    invitation({ headers: [`Reply-To: Jo Field <${address}>`], ...change });

  test("the draft stays addressed to the known address and says so (POLICY 8.8)", async () => {
    const digest = await morningAfter(asking("jo.field@fairholm-bakery-jobs.example"));
    expect(digest.text).toContain(`To: Jo Field <${jo}>`);
    expect(digest.text.replace(/\s+/g, " ")).toContain(
      `They ask for answers at jo.field@fairholm-bakery-jobs.example, which has not taken part here, so this goes to ${jo}.`,
    );
    expect((await approved()).to).toBe(jo);
  });

  test("it goes there where that very address has taken part, authenticated", async () => {
    const jobs = "jobs@fairholm-bakery.example";
    const invited = asking(jobs, { calendar: "" });
    await here.deliver(ana, { ...invited, id: "first@fairholm-bakery.example", from: `Jobs <${jobs}>` });
    await here.deliver(ana, invited);
    here.at("2026-05-19T07:30");
    const digest = await here.digest(ana, "now");
    expect(digest?.text).toContain(`<${jobs}>`);
    expect(digest?.text).not.toContain("They ask for answers");
    const [draft] = await here.query("select to_address, in_reply_to from draft");
    expect(draft).toEqual({ to_address: jobs, in_reply_to: "invite-1@fairholm-bakery.example" });
  });

  test("the sender's own address beside another, or the person's, is nothing to speak of", async () => {
    const asked = `Reply-To: Someone <else@mill.example>, <${jo}>`;
    expect((await morningAfter(invitation({ headers: [asked] }))).text).not.toContain("They ask for answers");
  });
});

test("an address under which the person has sent mail is never written to, though it stands among the interviewers", async () => {
  const alias = "ana@fairholm-bakery.example";
  const hello = { to: "Someone <someone@mill.example>", text: "Hello." };
  await here.deliver(ana, { ...hello, from: `Ana Reyes <${alias}>` }, "sent");
  // Somebody else's mail that was moved into Sent makes their address nobody else's.
  await here.deliver(ana, { ...hello, from: `Jo Field <${jo}>` }, "sent");
  await here.deliver(ana, invitation());
  await here.query("update interview set people = $1", [
    JSON.stringify([
      { name: "A. R.", address: alias },
      { name: "Jo Field", address: jo },
    ]),
  ]);
  await morningAfter();
  const thanked = await here.query("select to_address from follow_up where kind = 'thank_you'");
  expect(thanked).toEqual([{ to_address: jo }]);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { answer, digestOf } from "../support/answering.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
import { connectSecond } from "../support/second-mailbox.ts";

let here: ReceivingApp;
let first: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:10");
  first = await here.connect();
});

/** Interviewed on Thursday; it is Friday, and the thank-you is due. */
const thankYouDue = async (invited: Connected) => {
  await here.deliver(invited, invitation({ to: invited.address }));
  here.at("2026-05-21T23:00");
  await here.pass();
  here.at("2026-05-22T07:30");
};

test("with several mailboxes the digest shows from which address a mail leaves, and from there it does", async () => {
  here.at("2026-05-18T09:20");
  const second = await connectSecond(here, first, "ana@letters.example");
  await thankYouDue(second);
  const digest = await digestOf(here, first);
  expect(digest.text.replaceAll("\r\n", "\n")).toContain("\nFrom: ana@letters.example\nTo: ");
  await answer(here, first, digest, "1 ok");
  expect(await here.query("select envelope_from from outbox where purpose = 'draft'")).toEqual([
    { envelope_from: "ana@letters.example" },
  ]);
});

test("with one mailbox there is nothing to tell apart", async () => {
  await thankYouDue(first);
  const digest = await digestOf(here, first);
  expect(digest.text).not.toMatch(/^From:/m);
});

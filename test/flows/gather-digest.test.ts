import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { invitation, rejection } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

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
  await here.deliver(ana, invitation());
});

test("what was committed only after a digest had been made is told by the next one, though it carries an earlier time", async () => {
  here.at("2026-05-19T07:30");
  const { app } = here;
  let commit = () => {};
  const held = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let written = () => {};
  const isWritten = new Promise<void>((resolve) => {
    written = resolve;
  });
  const slow = app.store.transaction(async (tx) => {
    await tx.journal.append({
      personId: ana.personId,
      candidacyId: null,
      at: app.clock.now().subtract({ minutes: 1 }),
      type: "unreadable",
      by: "program",
      says: "A mail could not be read: its head is torn.",
    });
    written();
    await held;
  });
  await isWritten;
  expect((await here.digest(ana, "now"))?.text ?? "").not.toContain("its head is torn");
  commit();
  await slow;
  here.at("2026-05-20T07:30");
  expect((await here.digest(ana))?.text).toContain("its head is torn");
  here.at("2026-05-21T07:30");
  expect((await here.digest(ana))?.text ?? "").not.toContain("its head is torn");
});

test("an answer that claims to be the person's and never appears in Sent is told in the next digest, and acts on nothing", async () => {
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
  const digest = await here.digest(ana);
  if (!digest) throw new Error("no digest was due");
  const claimed = (text: string) => ({
    from: "Ana Reyes <ana@reyes.example>",
    to: "ana@reyes.example",
    subject: `Re: ${digest.subject}`,
    answers: digest.messageId,
    proven: null,
    id: "claimed@reyes.example",
    text,
  });
  await here.deliver(ana, claimed("1 ok"));
  here.at("2026-05-23T07:30");
  expect((await here.digest(ana))?.text).toContain("lies in the inbox but not in Sent");
  expect(await here.query("select id from outbox where purpose = 'draft'")).toEqual([]);
});

test("the same answer that appears in Sent after all is no trouble", async () => {
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
  const digest = await here.digest(ana);
  if (!digest) throw new Error("no digest was due");
  const answer = {
    from: "Ana Reyes <ana@reyes.example>",
    to: "ana@reyes.example",
    answers: digest.messageId,
    proven: null,
    id: "late-copy@reyes.example",
    text: "1 skip",
  };
  await here.deliver(ana, answer);
  await here.deliver(ana, answer, "sent");
  await here.deliver(ana, rejection());
  here.at("2026-05-23T07:30");
  const next = (await here.digest(ana))?.text ?? "";
  expect(next).toContain("closed");
  expect(next).not.toContain("not in Sent");
});

test("a mailbox that cannot be read is told with when it last could be, and with what to do", async () => {
  const told = async () => (await here.digest(ana, "now"))?.text ?? "";
  const trouble = (says: string, change = {}) =>
    here.app.store.transaction((tx) => tx.mailboxes.setTrouble(ana.mailboxId, says, change));
  await trouble("No IMAP answer from imap.reyes.example");
  expect(await told()).toContain(
    'ana@reyes.example cannot be read: No IMAP answer from imap.reyes.example. It was never read. I keep trying; "npx afterword doctor" looks for the cause.',
  );
  await here.app.store.transaction((tx) => tx.mailboxes.healthy(ana.mailboxId, here.app.clock.now()));
  await trouble("imap.reyes.example refused user name or password: check both.", { refusals: 2 });
  here.at("2026-05-19T10:00");
  expect(await told()).toContain(
    'check both. It was last read on Monday 18 May at 09:00; what came since then I do not know. "npx afterword connect ana@reyes.example" takes a new password.',
  );
});

test("an open offer is named under Waiting until it is answered", async () => {
  await here.query("update interview set cancelled = true");
  await here.query("update candidacy set state = 'offered'");
  here.at("2026-05-19T07:30");
  await here.query("update candidacy set next_due_at = '2026-05-18'");
  await here.pass();
  const { text = "" } = (await here.digest(ana, "now")) ?? {};
  expect(text.slice(text.indexOf("WAITING"))).toMatch(
    /Fairholm Bakery, Office Manager: .*offer is waiting for you/i,
  );
});

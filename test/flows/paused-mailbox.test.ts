import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DraftId, OutboxId } from "../../src/domain/ids.ts";
import { ok } from "../../src/domain/result.ts";
import type { App } from "../../src/flows/app.ts";
import { commandApprove } from "../../src/flows/command.ts";
import { digestDueAt } from "../../src/flows/digest-time.ts";
import { fileSent } from "../../src/flows/file-sent.ts";
import { learnVoice } from "../../src/flows/learn-voice.ts";
import { pauseMailbox, resumeMailbox } from "../../src/flows/pause-mailbox.ts";
import { reconcileSent } from "../../src/flows/reconcile-sent.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { watchMailbox } from "../../src/flows/watch-mailbox.ts";
import { answer, digestOf } from "../support/answering.ts";
import { invitation, rejection } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
import { connectSecond } from "../support/second-mailbox.ts";

let here: ReceivingApp;
let first: Connected;
let second: Connected;
const by = { by: "cli" } as const;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

/** Invited in the second mailbox on Monday, interviewed on Thursday; it is Friday, and the thank-you is due. */
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:10");
  first = await here.connect();
  here.at("2026-05-18T09:20");
  second = await connectSecond(here, first, "ana@letters.example");
  await here.deliver(second, invitation({ to: second.address }));
  here.at("2026-05-21T23:00");
  await here.pass();
  here.at("2026-05-22T07:30");
});

const pause = () => pauseMailbox(here.app, second.mailboxId, by);
const resume = () => resumeMailbox(here.app, second.mailboxId, by);
const approveByMail = async (): Promise<OutboxId> => {
  await answer(here, first, await digestOf(here, first), "1 ok");
  const [row] = await here.query("select id from outbox where purpose = 'draft'");
  return row?.id;
};
const states = async () =>
  (await here.query("select state from outbox where purpose = 'draft'")).map(({ state }) => state);
const mails = async () => (await here.query("select 1 from message where direction = 'in'")).length;
/** No server of the paused mailbox is spoken to. */
const nobodyKnocks = (): App => {
  const knocked = async () => {
    throw new Error("somebody knocked");
  };
  return {
    ...here.app,
    mailboxes: {
      catchUp: knocked,
      watch: knocked,
      find: knocked,
      file: knocked,
      readHistory: knocked,
      keepDrafts: knocked,
    },
  };
};
const watched = () =>
  here.reminders.flatMap(({ reminder }) => (reminder.queue === "watch" ? [reminder.id] : []));

test("a paused mailbox is not watched, and the mail that comes meanwhile is taken after the pause", async () => {
  expect(await pause()).toEqual(
    ok(
      'ana@letters.example is paused: nothing there is read, and nothing leaves from there; "npx afterword resume --mailbox ana@letters.example" ends that.',
    ),
  );
  here.reminders.length = 0;
  await sweep(here.app);
  expect(watched()).toEqual([first.mailboxId]);
  await watchMailbox(nobodyKnocks(), second.mailboxId, new AbortController().signal);
  const before = await mails();
  await here.deliver(second, rejection({ to: second.address }));
  expect(await mails()).toBe(before);

  here.reminders.length = 0;
  expect(await resume()).toMatchObject({ ok: true });
  expect(watched()).toEqual([second.mailboxId]);
  await here.deliver(second, rejection({ to: second.address }));
  expect(await mails()).toBe(before + 1);
});

test("whoever watches it stops after the next look, and does not call it healthy", async () => {
  let looks = 0;
  const watch: App["mailboxes"]["watch"] = async (_account, sink, signal) => {
    for (; !signal.aborted; looks += 1) {
      if (looks === 2) await pause();
      if (looks === 5) throw new Error("it is still watched");
      // That it is healthy is written down every five minutes.
      here.at(`2026-05-22T08:${looks + 1}0`);
      await sink.healthy(second.mailboxId);
    }
    return ok(undefined);
  };
  const app = { ...here.app, mailboxes: { ...here.app.mailboxes, watch } };
  await watchMailbox(app, second.mailboxId, new AbortController().signal);
  expect(looks).toBe(3);
  const { healthyAt } = await app.store.transaction((tx) => tx.mailboxes.get(second.mailboxId));
  expect(healthyAt?.toString()).toBe("2026-05-22T07:20:00Z");
});

test("what was approved there and has not left is stopped, is not offered during the pause, and is asked again afterwards", async () => {
  await approveByMail();
  expect(await states()).toEqual(["queued"]);
  expect(await pause()).toMatchObject({
    value: expect.stringContaining("A mail that you had approved was stopped"),
  });
  expect(await states()).toEqual(["cancelled"]);
  const [draft] = await here.query("select id, hash from draft order by version desc limit 1");
  expect(await commandApprove(here.app, draft?.id as DraftId, draft?.hash, by)).toMatchObject({
    ok: false,
    error: expect.stringMatching(/^ana@letters\.example is paused: /),
  });
  here.at("2026-05-23T07:30");
  await here.pass();
  // Nothing of it is offered, and a pause alone is no reason to write every day.
  expect(await here.digest(first)).toBeNull();
  await resume();
  here.at("2026-05-24T07:30");
  await here.pass();
  expect((await digestOf(here, first)).text).toContain("Thank you to Jo Field");
});

test("a mail whose mailbox is paused between the last look and its first byte does not leave", async () => {
  const id = await approveByMail();
  const attempt: App["courier"]["send"] = async (_account, _mail, gate) => {
    await here.app.store.transaction((tx) => tx.mailboxes.pause(second.mailboxId, here.app.clock.now()));
    expect(await gate()).toBe(false);
    return { type: "gate_closed" };
  };
  here.at("2026-05-22T10:00");
  await sendDue({ ...here.app, courier: { longestAttempt: 1_000, send: attempt } }, id);
  expect(await states()).toEqual(["held"]);
  expect((await here.journal(first)).findLast(({ type }) => type === "held")?.says).toBe(
    "Not sent to jo.field@fairholm-bakery.example: you paused ana@letters.example; it is shown again afterwards.",
  );
});

test("an approved mail that the pause did not stop is held without asking its server; a digest that waits there stays", async () => {
  const id = await approveByMail();
  await here.app.store.transaction((tx) => tx.mailboxes.pause(second.mailboxId, here.app.clock.now()));
  here.at("2026-05-22T10:00");
  await sendDue(nobodyKnocks(), id);
  expect(await states()).toEqual(["held"]);

  await pauseMailbox(here.app, first.mailboxId, by);
  const [own] = await here.query("select id from outbox where purpose = 'self' limit 1");
  await sendDue(nobodyKnocks(), own?.id);
  expect(await here.query("select state from outbox where id = $1", [own?.id])).toEqual([
    { state: "queued" },
  ]);
});

test("the digest leaves from a mailbox in use and says which is paused; where all are, there is none", async () => {
  await pauseMailbox(here.app, first.mailboxId, by);
  const { text, messageId } = await digestOf(here, first);
  expect(text).toContain("ana@reyes.example is paused: nothing there is read");
  expect(await here.query("select mailbox_id from outbox where message_id = $1", [messageId])).toEqual([
    { mailbox_id: second.mailboxId },
  ]);
  await pause();
  const due = await here.app.store.transaction(async (tx) =>
    digestDueAt(tx, await tx.people.get(first.personId), here.app.clock.now()),
  );
  expect(due).toBeNull();
});

test("no server of it is spoken to for a mail in doubt, for a copy in Sent or to learn how somebody writes", async () => {
  const id = await approveByMail();
  await here.query("update outbox set state = 'unknown', unknown_since = now() where id = $1", [id]);
  await pause();
  await reconcileSent(nobodyKnocks(), id);
  await here.query("update outbox set state = 'sent', unknown_since = null where id = $1", [id]);
  await fileSent(nobodyKnocks(), id);
  await pauseMailbox(here.app, first.mailboxId, by);
  expect(await learnVoice(nobodyKnocks(), first.personId)).toMatchObject({ ok: false });
  expect(await here.query("select state, filed from outbox where id = $1", [id])).toEqual([
    { state: "sent", filed: false },
  ]);
});

test("connecting it anew ends the pause", async () => {
  await pause();
  await connectSecond(here, first, second.address);
  expect(await resume()).toMatchObject({ ok: false, error: "ana@letters.example is not paused." });
});

import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { fileSent } from "../../src/flows/file-sent.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { messageIdOf } from "../support/memory-sink.ts";
import { openRealApp, type RealApp } from "../support/real-app.ts";

let real: RealApp;
beforeAll(async () => {
  real = await openRealApp();
});
afterEach(() => real.reset());
afterAll(() => real.close());

const sent = async (given: { filesSentItself?: boolean } = {}): Promise<void> => {
  await real.offerThankYous(1, given);
  real.at("2026-05-22T10:00");
  await real.replies("1 ok");
  await real.server();
  await sendDue(real.app, (await real.mail()).id);
};
const file = async (): Promise<void> => fileSent(real.app, (await real.mail()).id);
const copies = async (): Promise<Buffer[]> => {
  const { messageId } = await real.mail();
  return real.mailbox().folders.sent.filter((mail) => messageIdOf(mail) === messageId);
};
const invitation = (): string => messageIdOf(real.mailbox().folders.inbox[0] ?? Buffer.alloc(0));

test("a sent mail gets one copy in Sent, byte for byte, and the mail that it answers its mark", async () => {
  await sent();
  await file();
  const row = await real.mail();
  expect(await copies()).toEqual([row.rfc822]);
  expect(row.filed).toBe(true);
  expect([...real.mailbox().answered]).toEqual([invitation()]);
  await file();
  expect(await real.journal("filed")).toHaveLength(1);
});

test("a program that dies between the copy and its mark in the store leaves one copy, and the sweep goes on with it", async () => {
  await sent();
  real.mailbox().diesAfterAppend = true;
  for (let kills = 0; kills < 5; kills += 1) await expect(file()).rejects.toThrow("killed");
  expect(await real.mail()).toMatchObject({ state: "sent", filed: false });
  real.mailbox().diesAfterAppend = false;
  await sweep(real.app);
  expect(real.reminders().some(({ reminder }) => reminder.queue === "file")).toBe(true);
  await file();
  expect(await copies()).toHaveLength(1);
  expect(await real.mail()).toMatchObject({ state: "sent", filed: true });
});

test("a copy that cannot be made never touches the state of the sending", async () => {
  await sent();
  real.mailbox().trouble = { kind: "unreachable", says: "imap.reyes.example does not answer." };
  await file();
  expect(await real.mail()).toMatchObject({ state: "sent", filed: false });
  expect(await real.followUps()).toEqual(["sent"]);
  real.mailbox().trouble = null;
  await file();
  expect(await copies()).toHaveLength(1);
});

test("where the provider files it there is no second copy, but the answered mail is marked", async () => {
  await sent({ filesSentItself: true });
  await file();
  expect(await copies()).toEqual([]);
  expect([...real.mailbox().answered]).toEqual([invitation()]);
  expect((await real.mail()).filed).toBe(true);
});

test("our own copy in Sent is no mail by hand: it changes nothing when it is read", async () => {
  await sent();
  await file();
  await real.read();
  expect(await real.journal("by_hand")).toEqual([]);
  expect(await real.journal("sent")).toHaveLength(1);
});

test("where it is not known whether the provider files it, its own copy is waited for before one is made", async () => {
  await sent();
  await real.query("update mailbox set smtp = jsonb_set(smtp::jsonb, '{host}', '\"smtp.fairholm.example\"')");
  await file();
  expect(await copies()).toEqual([]);
  expect((await real.mail()).filed).toBe(false);
  real.at("2026-05-22T10:01");
  real.mailbox().folders.sent.push((await real.mail()).rfc822);
  await file();
  expect((await real.mail()).filed).toBe(false);
  real.at("2026-05-22T10:02");
  await file();
  expect(await copies()).toHaveLength(1);
  expect((await real.mail()).filed).toBe(true);
});

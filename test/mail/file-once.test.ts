import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { OutboxId } from "../../src/domain/ids.ts";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import type { Account } from "../../src/ports.ts";
import { onLoopback, testAccount } from "../support/account.ts";
import { type Cut, type FoldersPeer, startFoldersPeer } from "../support/folders-peer.ts";
import { smallMail } from "../support/memory-sink.ts";

const mailboxes = createMailboxes({ connectTimeout: 2_000, commandTimeout: 2_000 });
let peer: FoldersPeer;
let account: Account;
beforeAll(async () => {
  peer = await startFoldersPeer({
    INBOX: "",
    Sent: "\\Sent",
    "[Gmail]/All Mail": "\\All",
    "[Gmail]/Trash": "\\Trash",
    Jobs: "",
  });
  account = testAccount({ imap: onLoopback(peer.port) });
});
beforeEach(() => {
  peer.cut = "none";
  peer.finds = "all";
  peer.answered.length = 0;
  for (const mails of Object.values(peer.folders)) mails.length = 0;
});
afterAll(() => peer.stop());

const outboxId = "6f0c7a52-9d0e-4c0b-8a39-0f1c64d7e001" as OutboxId;
const mailOf = (id: string, answers: string | null = null) => ({
  messageId: id,
  providerMessageId: null,
  outboxId,
  rfc822: Buffer.from(smallMail(id)),
  answers,
});

test("in 100 rounds, cut before, within and after the APPEND and done again after a kill, Sent has exactly one copy each (R7)", async () => {
  const cuts: Cut[] = ["before", "within", "after", "none"];
  for (let round = 0; round < 100; round += 1) {
    const mail = mailOf(`round-${round}@person.example`);
    peer.cut = cuts[round % cuts.length] ?? "none";
    expect((await mailboxes.file(account, mail)).ok).toBe(peer.cut === "none");
    peer.cut = "none";
    expect((await mailboxes.file(account, mail)).ok).toBe(true);
    // Killed between the answer and its mark in the store: the sweep has it filed again.
    expect(await mailboxes.file(account, mail)).toEqual({ ok: true, value: "already there" });
    expect(peer.folders.Sent?.filter((copy) => copy.includes(`<${mail.messageId}>`))).toHaveLength(1);
  }
});

test("a server that finds nothing, whatever lies in Sent, gets no second copy after an APPEND whose answer was lost; when it searches again, all is well (R5)", async () => {
  peer.folders.Sent?.push(smallMail("older@person.example"));
  const mail = mailOf("lost@person.example");
  peer.cut = "after";
  expect((await mailboxes.file(account, mail)).ok).toBe(false);
  peer.cut = "none";
  // Mails that were sent by hand since lie above the copy.
  for (let n = 0; n < 12; n += 1) peer.folders.Sent?.push(smallMail(`by-hand-${n}@person.example`));
  peer.finds = "nothing";
  expect(await mailboxes.file(account, mail)).toMatchObject({
    ok: false,
    error: { says: expect.stringContaining("it is tried again") },
  });
  peer.finds = "all";
  expect(await mailboxes.file(account, mail)).toEqual({ ok: true, value: "already there" });
  expect(peer.folders.Sent?.filter((copy) => copy.includes("<lost@person.example>"))).toHaveLength(1);
});

test("a copy that the server's search does not know of yet is seen among the newest mails", async () => {
  peer.folders.Sent?.push(smallMail("older@person.example"), smallMail("lost@person.example"));
  peer.finds = "all but the newest";
  expect(await mailboxes.file(account, mailOf("lost@person.example"))).toEqual({
    ok: true,
    value: "already there",
  });
});

test("an empty Sent folder gets its first copy: there is nothing that a search could miss", async () => {
  peer.finds = "nothing";
  expect(await mailboxes.file(account, mailOf("first@person.example"))).toEqual({ ok: true, value: "filed" });
});

test.each([
  ["the Message-ID that the provider gave it", "Message-ID: <theirs@provider.example>"],
  [
    "the Message-ID that Outlook put aside",
    "Message-ID: <new@outlook.example>\r\nX-Microsoft-Original-Message-ID: <ours@person.example>",
  ],
  ["our own header", `Message-ID: <new@provider.example>\r\nX-Afterword-Outbox-Id: ${outboxId}`],
])("a provider's copy that is known only by %s gets no second one beside it (R6)", async (_how, header) => {
  peer.folders.Sent?.push(`${header}\r\nSubject: Thank you\r\n\r\nDear Jo\r\n`);
  const mail = { ...mailOf("ours@person.example"), providerMessageId: "theirs@provider.example" };
  expect(await mailboxes.file(account, mail)).toEqual({ ok: true, value: "already there" });
  expect(peer.folders.Sent).toHaveLength(1);
});

test.each([
  ["INBOX", ["INBOX", "[Gmail]/All Mail"]],
  ["[Gmail]/All Mail", ["[Gmail]/All Mail", "Jobs"]],
  ["Jobs", ["Jobs"]],
])("the answered mail gets its mark in %s, once", async (where, lies) => {
  for (const folder of lies) peer.folders[folder]?.push(smallMail("question@employer.example"));
  await mailboxes.file(account, mailOf("reply@person.example", "question@employer.example"));
  expect(peer.answered).toEqual([`${where} Message-ID: <question@employer.example>`]);
});

test("what lies in the bin is not looked for there", async () => {
  peer.folders["[Gmail]/Trash"]?.push(smallMail("question@employer.example"));
  const filed = await mailboxes.file(account, mailOf("reply@person.example", "question@employer.example"));
  expect(filed).toEqual({ ok: true, value: "filed" });
  expect(peer.answered).toEqual([]);
});

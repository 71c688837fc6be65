import { ImapFlow } from "imapflow";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OutboxId } from "../../src/domain/ids.ts";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import type { Account } from "../../src/ports.ts";
import { onLoopback, testAccount } from "../support/account.ts";
import { type Dovecot, startDovecot } from "../support/dovecot.ts";
import { type ImapAnswer, startImapPeer } from "../support/imap-peer.ts";
import { smallMail } from "../support/memory-sink.ts";
import { realServer } from "../support/real-servers.ts";

const real = realServer("dovecot");
const mailboxes = createMailboxes({ connectTimeout: 2_000, commandTimeout: 2_000 });

const mailOf = (id: string, answers: string | null = null) => ({
  messageId: id,
  providerMessageId: null,
  outboxId: "6f0c7a52-9d0e-4c0b-8a39-0f1c64d7e001" as OutboxId,
  rfc822: Buffer.from(smallMail(id)),
  answers,
});

describe.skipIf(real.missing)(real.title("filing a sent mail on Dovecot"), () => {
  let dovecot: Dovecot;
  let account: Account;
  beforeAll(async () => {
    dovecot = await startDovecot();
    account = testAccount({ imap: onLoopback(dovecot.imapPort) });
  });
  afterAll(() => dovecot?.stop());

  test("puts one copy into Sent, marked as seen, byte for byte", async () => {
    const mail = mailOf("copy@person.example");
    expect(await mailboxes.file(account, mail)).toEqual({ ok: true, value: "filed" });
    const [copy, ...more] = await mailsIn("Sent", "copy@person.example");
    expect(more).toEqual([]);
    expect(copy?.source).toBe(mail.rfc822.toString());
    expect(copy?.flags).toContain("\\Seen");
  });

  test("done again, however often, leaves one copy", async () => {
    const mail = mailOf("again@person.example");
    await mailboxes.file(account, mail);
    for (let n = 0; n < 3; n += 1) {
      expect(await mailboxes.file(account, mail)).toEqual({ ok: true, value: "already there" });
    }
    expect(await mailsIn("Sent", "again@person.example")).toHaveLength(1);
  });

  test("marks the mail that it answers, also when the copy was there before", async () => {
    await dovecot.deliver(smallMail("question@employer.example"));
    await mailboxes.file(account, mailOf("reply@person.example"));
    await mailboxes.file(account, mailOf("reply@person.example", "question@employer.example"));
    const [question] = await mailsIn("INBOX", "question@employer.example");
    expect(question?.flags).toContain("\\Answered");
    expect(question?.flags).not.toContain("\\Seen");
  });

  test("marks the answered mail in the folder to which the person has moved it", async () => {
    await dovecot.deliver(smallMail("sorted@employer.example"));
    const client = await connected();
    await client.mailboxCreate("Jobs");
    await client.mailboxOpen("INBOX");
    await client.messageMove({ header: { "Message-ID": "<sorted@employer.example>" } }, "Jobs");
    await client.logout();
    await mailboxes.file(account, mailOf("answer@person.example", "sorted@employer.example"));
    const [sorted] = await mailsIn("Jobs", "sorted@employer.example");
    expect(sorted?.flags).toContain("\\Answered");
  });

  test("an answered mail that is gone does not hinder the filing", async () => {
    const filed = await mailboxes.file(account, mailOf("late@person.example", "gone@employer.example"));
    expect(filed).toEqual({ ok: true, value: "filed" });
  });

  test("leaves the copy to a provider that makes it itself", async () => {
    const itself = { ...account, filesSentItself: true };
    await mailboxes.file(itself, mailOf("provider@person.example"));
    expect(await mailsIn("Sent", "provider@person.example")).toEqual([]);
  });

  async function connected(): Promise<ImapFlow> {
    const client = new ImapFlow({
      host: "127.0.0.1",
      port: dovecot.imapPort,
      secure: false,
      doSTARTTLS: false,
      auth: { user: dovecot.login, pass: dovecot.password },
      logger: false,
    });
    await client.connect();
    return client;
  }

  async function mailsIn(
    folder: string,
    id: string,
  ): Promise<{ source: string; flags: readonly string[] }[]> {
    const client = await connected();
    const found: { source: string; flags: readonly string[] }[] = [];
    await client.mailboxOpen(folder, { readOnly: true });
    for await (const mail of client.fetch("1:*", { source: true, flags: true })) {
      const source = mail.source?.toString() ?? "";
      if (source.includes(`<${id}>`)) found.push({ source, flags: [...(mail.flags ?? [])] });
    }
    await client.logout();
    return found;
  }
});

test.each<[string, ImapAnswer]>([
  ["refuses to search", ["TAG NO not now"]],
  ["closes the connection instead of searching", "drop"],
])("a server that %s gets no copy, for there may be one", async (_how, answer) => {
  const peer = await startImapPeer((name) =>
    name === "UID_SEARCH" ? answer : name === "SELECT" ? selected : undefined,
  );
  const account = testAccount({ imap: onLoopback(peer.port) });
  const filed = await mailboxes.file(account, mailOf("unsure@person.example"));
  expect(filed.ok).toBe(false);
  expect(peer.heard.some((line) => line.startsWith("APPEND"))).toBe(false);
  await peer.stop();
});

describe("a Sent folder that is not there", () => {
  const withFolders = (...folders: string[]) =>
    startImapPeer((name) => {
      if (name === "STATUS") return ["TAG NO [NONEXISTENT] no such folder"];
      if (name === "LIST") return ['* LIST () "/" INBOX', ...folders, "TAG OK done"];
      if (name === "CREATE") return ["TAG OK done"];
      return name === "SELECT" ? selected : name === "UID_SEARCH" ? ["TAG NO not now"] : undefined;
    });
  const filing = async (...folders: string[]) => {
    const peer = await withFolders(...folders);
    const account = testAccount({ imap: onLoopback(peer.port), sentFolder: "Gesendet" });
    const filed = await mailboxes.file(account, mailOf("first@person.example"));
    await peer.stop();
    return { filed, changed: peer.heard.filter((line) => /^(?:APPEND|CREATE)/.test(line)) };
  };

  test("is made where the server has none", async () => {
    expect((await filing()).changed).toEqual([expect.stringMatching(/^CREATE .*Gesendet$/)]);
  });

  test("is not made anew beside one that was renamed: the copy waits (R26)", async () => {
    const { filed, changed } = await filing('* LIST (\\Sent) "/" "Sent mail"');
    expect(JSON.stringify(filed)).toContain("Sent mail is there for sent mail");
    expect(changed).toEqual([]);
  });
});

const selected = [
  "* 1 EXISTS",
  "* OK [UIDVALIDITY 7] stays",
  "* OK [UIDNEXT 2] next",
  "TAG OK [READ-WRITE] done",
];

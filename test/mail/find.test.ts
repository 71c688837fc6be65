import { ImapFlow } from "imapflow";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { OutboxId } from "../../src/domain/ids.ts";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import type { Account, Sighting } from "../../src/ports.ts";
import { onLoopback, testAccount } from "../support/account.ts";
import { type Dovecot, startDovecot } from "../support/dovecot.ts";
import { type ImapAnswer, type ImapPeer, startImapPeer } from "../support/imap-peer.ts";
import { smallMail } from "../support/memory-sink.ts";
import { realServer } from "../support/real-servers.ts";

const outboxId = "5f0c7a38-9d55-4a0e-8a5e-3f9f4d0b6c21" as OutboxId;
const wanted = {
  messageId: "wanted@person.example",
  providerMessageId: null,
  outboxId,
  sentBefore: ["older@person.example"],
};
const mailboxes = createMailboxes({ connectTimeout: 2_000, commandTimeout: 300 });

const real = realServer("dovecot");

describe.skipIf(real.missing)(real.title("finding a sent mail on Dovecot"), () => {
  let dovecot: Dovecot;
  let account: Account;
  beforeAll(async () => {
    dovecot = await startDovecot();
    account = testAccount({ imap: onLoopback(dovecot.imapPort) });
    const client = new ImapFlow({
      host: "127.0.0.1",
      port: dovecot.imapPort,
      secure: false,
      doSTARTTLS: false,
      auth: { user: dovecot.login, pass: dovecot.password },
      logger: false,
    });
    await client.connect();
    for (const mail of [
      smallMail("older@person.example"),
      smallMail("not-wanted@person.example.elsewhere.example"),
      smallMail("renamed@provider.example", `X-Afterword-Outbox-Id: ${outboxId.toUpperCase()}x`),
      smallMail("by-provider@provider.example"),
      smallMail("aside@provider.example", "X-Microsoft-Original-Message-ID:\r\n <moved@person.example>"),
      smallMail("x@provider.example", "X-Afterword-Outbox-Id: 00000000-0000-4000-8000-000000000001"),
    ]) {
      await client.append("Sent", mail, ["\\Seen"]);
    }
    await client.logout();
  });
  afterAll(() => dovecot?.stop());
  const find = (mail: Partial<Parameters<typeof mailboxes.find>[2]>): Promise<Sighting> =>
    createMailboxes().find(account, "sent", { ...wanted, ...mail });

  test("by our Message-ID", async () => {
    const where = "Sent, UID 1, by Message-ID";
    expect(await find({ messageId: "older@person.example" })).toEqual({ type: "found", where });
  });

  test("by the Message-ID that the provider gave it", async () => {
    expect(await find({ providerMessageId: "by-provider@provider.example" })).toMatchObject({
      type: "found",
      where: expect.stringContaining("provider's Message-ID"),
    });
  });

  test("by the Message-ID that Outlook moved aside", async () => {
    expect(await find({ messageId: "moved@person.example" })).toMatchObject({ type: "found" });
  });

  test("by our own header", async () => {
    const mine = "00000000-0000-4000-8000-000000000001" as OutboxId;
    expect(await find({ outboxId: mine })).toMatchObject({
      type: "found",
      where: expect.stringMatching(/Outbox-Id/),
    });
  });

  test("a header that only contains the id is no hit", async () => {
    expect(await find({ messageId: "wanted@person.example" })).toEqual({ type: "absent" });
  });

  test("absent is said only after an older mail was found in the same folder", async () => {
    expect(await find({})).toEqual({ type: "absent" });
    expect(await find({ sentBefore: ["gone@person.example", "older@person.example"] })).toEqual({
      type: "absent",
    });
    expect(await find({ sentBefore: ["gone@person.example"] })).toMatchObject({ type: "unsure" });
    expect(await find({ sentBefore: [] })).toMatchObject({ type: "unsure" });
  });

  test("a folder that does not exist leaves it unsure", async () => {
    const elsewhere = { ...account, sentFolder: "Gesendet" };
    expect(await mailboxes.find(elsewhere, "sent", wanted)).toMatchObject({ type: "unsure" });
  });
});

describe("a server that does not search as it should", () => {
  let peer: ImapPeer;
  afterEach(() => peer?.stop());
  const search = async (answer: ImapAnswer): Promise<Sighting> => {
    peer = await startImapPeer((name) => (name === "UID_SEARCH" ? answer : undefined), {
      exists: 3,
      uidNext: 4,
    });
    return mailboxes.find(testAccount({ imap: onLoopback(peer.port) }), "sent", wanted);
  };
  test.each<[string, ImapAnswer]>([
    ["refuses with NO", ["TAG NO not now"]],
    ["refuses with BAD", ["TAG BAD what"]],
    ["says BYE", ["* BYE gone", "TAG OK done"]],
    ["closes the connection", "drop"],
    ["never answers", "stall"],
    ["finds nothing, ever", ["* SEARCH", "TAG OK done"]],
    ["answers OK without a result", ["TAG OK done"]],
    ["answers with every mail there is", ["* SEARCH 1 2 3", "TAG OK done"]],
  ])("%s: unsure, never absent and never found", async (_how, answer) => {
    expect((await search(answer)).type).toBe("unsure");
  });

  test("refuses one of the searches and is fine with the others: unsure", async () => {
    const header = "Message-ID: <older@person.example>\r\n\r\n";
    peer = await startImapPeer(
      (name, line) => {
        if (name === "UID_FETCH") {
          const part = `BODY[HEADER.FIELDS (MESSAGE-ID)] {${header.length}}\r\n${header}`;
          return [`* 1 FETCH (UID 1 ${part})`, "TAG OK done"];
        }
        if (name !== "UID_SEARCH") return undefined;
        if (line.includes("older")) return ["* SEARCH 1", "TAG OK done"];
        return line.toLowerCase().includes(refuses) ? ["TAG NO not this"] : ["* SEARCH", "TAG OK done"];
      },
      { exists: 1, uidNext: 2 },
    );
    const account = testAccount({ imap: onLoopback(peer.port) });
    let refuses = "x-afterword-outbox-id";
    expect(await mailboxes.find(account, "sent", wanted)).toMatchObject({ type: "unsure" });
    refuses = "nothing at all";
    expect(await mailboxes.find(account, "sent", wanted)).toEqual({ type: "absent" });
  });

  test("an unreachable server leaves it unsure", async () => {
    const account = testAccount({ imap: onLoopback(9) });
    expect(await mailboxes.find(account, "sent", wanted)).toMatchObject({ type: "unsure" });
  });
});

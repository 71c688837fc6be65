import { ImapFlow } from "imapflow";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import type { Account, Trouble } from "../../src/ports.ts";
import { onLoopback, secret, testAccount } from "../support/account.ts";
import { type Dovecot, startDovecot } from "../support/dovecot.ts";
import { type ImapAnswer, type ImapPeer, startImapPeer } from "../support/imap-peer.ts";
import { eventually, type MemorySink, memorySink, smallMail } from "../support/memory-sink.ts";
import { realServer } from "../support/real-servers.ts";

const real = realServer("dovecot");

describe.skipIf(real.missing)(real.title("watching a mailbox on Dovecot"), () => {
  let dovecot: Dovecot;
  let account: Account;
  let sink: MemorySink;
  let stop: AbortController;
  let watching: Promise<unknown>;
  let troubles: Trouble[];
  let count = 0;

  beforeAll(async () => {
    dovecot = await startDovecot();
    account = testAccount({ imap: onLoopback(dovecot.imapPort) });
  });
  afterAll(() => dovecot?.stop());
  beforeEach(() => {
    sink = memorySink();
    stop = new AbortController();
    troubles = [];
    watching = Promise.resolve();
  });
  afterEach(async () => {
    stop.abort();
    await watching;
  });

  const newId = (): string => `mail-${++count}@employer.example`;
  const deliver = async (): Promise<string> => {
    const id = newId();
    await dovecot.deliver(smallMail(id));
    return id;
  };
  const mailboxes = (given: Parameters<typeof createMailboxes>[0] = {}) =>
    createMailboxes({
      reconnectSeconds: [0.1, 0.2],
      onTrouble: (_account, trouble) => troubles.push(trouble),
      ...given,
    });
  const watch = async (given: Parameters<typeof createMailboxes>[0] = {}): Promise<void> => {
    watching = mailboxes(given).watch(account, sink, stop.signal);
    await eventually(() => sink.healthyTimes() > 0);
  };

  test("what was there before the first look is not read; what comes after it is, told by IDLE", async () => {
    await deliver();
    await watch({ pollSeconds: 600, pollSentSeconds: 600 });
    expect(sink.started.map(({ folder }) => folder).sort()).toEqual(["inbox", "sent"]);
    const first = await deliver();
    await sink.until("inbox", 1);
    const second = await deliver();
    await sink.until("inbox", 2);
    expect(sink.ids("inbox")).toEqual([first, second]);
    const [mail] = sink.taken;
    expect(mail?.source.toString()).toContain("Dear Ada, thank you for coming in.");
    expect(mail?.afterUid).toBe((mail?.uid ?? 0) - 1);
    expect(mail?.serverId).toBeNull();
    expect(Math.abs(Date.now() - (mail?.internalDate.epochMilliseconds ?? 0))).toBeLessThan(60_000);
  });

  test("reading never marks a mail as seen", async () => {
    await watch();
    await deliver();
    await sink.until("inbox", 1);
    const uid = sink.taken[0]?.uid ?? 0;
    const flags = await asPerson((client) => client.fetchOne(String(uid), { flags: true }, { uid: true }));
    expect(flags && [...(flags.flags ?? [])]).not.toContain("\\Seen");
  });

  test("a burst is handed over one by one, in order, each after the one before", async () => {
    await watch();
    const ids: string[] = [];
    for (let n = 0; n < 25; n += 1) ids.push(await deliver());
    await sink.until("inbox", 25);
    expect(sink.ids("inbox")).toEqual(ids);
  });

  test("a mail that the person sends from elsewhere is read from Sent without INBOX telling", async () => {
    await watch({ pollSeconds: 600, pollSentSeconds: 0.2 });
    await asPerson((client) => client.append("Sent", smallMail("by-hand@person.example"), ["\\Seen"]));
    await sink.until("sent", 1);
    expect(sink.ids("sent")).toEqual(["by-hand@person.example"]);
    const id = await deliver();
    await sink.until("inbox", 1);
    expect(sink.ids("inbox")).toEqual([id]);
  });

  test("a mail in INBOX makes it look into Sent as well", async () => {
    await watch({ pollSeconds: 600, pollSentSeconds: 600 });
    await asPerson((client) => client.append("Sent", smallMail("reply@person.example"), ["\\Seen"]));
    await deliver();
    await sink.until("inbox", 1);
    await sink.until("sent", 1);
  });

  test("every look, also one that finds nothing, says that the mailbox is healthy", async () => {
    await watch({ pollSeconds: 0.1, pollSentSeconds: 0.1 });
    await eventually(() => sink.healthyTimes() > 4);
    expect(sink.taken).toEqual([]);
  });

  test("a later watcher goes on after the cursor, without loss or repeat", async () => {
    await watch();
    const first = await deliver();
    await sink.until("inbox", 1);
    stop.abort();
    expect(await watching).toEqual({ ok: true, value: undefined });
    const second = await deliver();
    stop = new AbortController();
    await watch();
    await sink.until("inbox", 2);
    expect(sink.ids("inbox")).toEqual([first, second]);
    expect(sink.started).toHaveLength(2);
  });

  test("catching up reads both folders once and no mail twice", async () => {
    expect(await mailboxes().catchUp(account, sink)).toEqual({ ok: true, value: undefined });
    const id = await deliver();
    await asPerson((client) => client.append("Sent", smallMail("caught-up@person.example"), ["\\Seen"]));
    await mailboxes().catchUp(account, sink);
    await mailboxes().catchUp(account, sink);
    expect(sink.ids("inbox")).toEqual([id]);
    expect(sink.ids("sent")).toEqual(["caught-up@person.example"]);
  });

  test("a cut connection is made anew, and what came meanwhile is read once", async () => {
    await watch();
    await deliver();
    await sink.until("inbox", 1);
    await dovecot.kick();
    await deliver();
    await sink.until("inbox", 2);
    expect(new Set(sink.ids("inbox")).size).toBe(2);
    await eventually(() => troubles.length > 0);
  });

  test("a changed UIDVALIDITY starts again with the mails of the last 30 days before the newest", async () => {
    const day = 86_400_000;
    const times = { old: 45, recent: 20, newest: 0 };
    await asPerson(async (client) => {
      await client.mailboxCreate("Elsewhere");
      for (const [name, days] of Object.entries(times)) {
        const date = new Date(Date.now() - days * day);
        await client.append("Elsewhere", smallMail(`${name}@employer.example`), [], date);
      }
    });
    sink.cursors.set("sent", { uidValidity: 1n, lastUid: 999 });
    const moved = { ...account, sentFolder: "Elsewhere" };
    await mailboxes().catchUp(moved, sink);
    expect(sink.ids("sent")).toEqual(["recent@employer.example", "newest@employer.example"]);
    expect(sink.started.find(({ folder }) => folder === "sent")?.cursor.lastUid).toBe(1);
  });

  test("a Sent folder that comes into being later is read from its beginning", async () => {
    const account2 = { ...account, sentFolder: "Sent later" };
    watching = mailboxes({ pollSentSeconds: 0.1 }).watch(account2, sink, stop.signal);
    await eventually(() => sink.healthyTimes() > 1);
    await asPerson(async (client) => {
      await client.mailboxCreate("Sent later");
      await client.append("Sent later", smallMail("first-sent@person.example"), ["\\Seen"]);
    });
    await sink.until("sent", 1);
  });

  test("a Sent folder that is renamed is told, and INBOX is read all the same (R26)", async () => {
    await asPerson((client) => client.mailboxCreate("Letters"));
    const letters = { ...account, sentFolder: "Letters" };
    await mailboxes().catchUp(letters, sink);
    await asPerson((client) => client.mailboxRename("Letters", "Old letters"));
    const first = await deliver();
    const read = await mailboxes().catchUp(letters, sink);
    expect(read).toMatchObject({ ok: false, error: { kind: "protocol" } });
    expect(JSON.stringify(read)).toContain("The folder Letters is gone");
    expect(sink.ids("inbox")).toEqual([first]);
    watching = mailboxes({ reconnectSeconds: [0.05, 0.05] }).watch(letters, sink, stop.signal);
    await eventually(() => sink.troubledTimes() > 1);
    const second = await deliver();
    await sink.until("inbox", 2);
    expect(sink.ids("inbox")).toEqual([first, second]);
  });

  test("an error of the sink is thrown, for it is no trouble of the mailbox", async () => {
    const broken = { ...sink, take: () => Promise.reject(new Error("the store is gone")) };
    const ended = mailboxes().watch(account, broken, stop.signal);
    ended.catch(() => undefined);
    await eventually(() => sink.healthyTimes() > 0);
    await deliver();
    await expect(ended).rejects.toThrow("the store is gone");
    await expect(mailboxes().catchUp(account, broken)).rejects.toThrow("the store is gone");
  });

  test("a wrong password ends the watch with a trouble that says what to do", async () => {
    const wrong = { ...account, password: secret("wrong horse") };
    const ended = await mailboxes().watch(wrong, sink, stop.signal);
    expect(ended).toMatchObject({ ok: false, error: { kind: "login" } });
    expect(JSON.stringify(ended)).toContain("app password");
    expect(JSON.stringify(ended)).not.toContain("wrong horse");
  });

  test("an unreachable server is tried again and again until the signal ends it", async () => {
    const nowhere = { ...account, imap: onLoopback(9) };
    watching = mailboxes({ reconnectSeconds: [0.05, 0.05] }).watch(nowhere, sink, stop.signal);
    await eventually(() => troubles.length >= 3 && sink.troubledTimes() >= 3);
    expect(troubles.every(({ kind }) => kind === "unreachable")).toBe(true);
    stop.abort();
    expect(await watching).toEqual({ ok: true, value: undefined });
  });

  test("a signal that was aborted before ends the watch before it begins", async () => {
    stop.abort();
    expect(await mailboxes().watch(account, sink, stop.signal)).toEqual({ ok: true, value: undefined });
    expect(sink.started).toEqual([]);
  });

  async function asPerson<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const client = new ImapFlow({
      host: "127.0.0.1",
      port: dovecot.imapPort,
      secure: false,
      doSTARTTLS: false,
      auth: { user: dovecot.login, pass: dovecot.password },
      logger: false,
    });
    await client.connect();
    try {
      await client.mailboxOpen("INBOX", { readOnly: true });
      return await work(client);
    } finally {
      await client.logout();
    }
  }
});

describe("watching a server that is not what it should be", () => {
  let peer: ImapPeer;
  let stop: AbortController;
  let watching: Promise<unknown>;
  let sink: MemorySink;
  let troubles: Trouble[];
  let mails: readonly string[];

  beforeEach(() => {
    sink = memorySink();
    stop = new AbortController();
    troubles = [];
    mails = [];
  });
  afterEach(async () => {
    stop.abort();
    await watching;
    await peer.stop();
  });

  /** INBOX holds `mails`, with UIDs from 1. */
  const inbox = (name: string, line: string): ImapAnswer | undefined => {
    if (name === "STATUS" && line.includes("INBOX")) {
      return [`* STATUS INBOX (UIDNEXT ${mails.length + 1} UIDVALIDITY 7)`, "TAG OK done"];
    }
    if (name === "EXAMINE" && line.includes("INBOX")) {
      const next = `* OK [UIDNEXT ${mails.length + 1}] next`;
      return [`* ${mails.length} EXISTS`, "* OK [UIDVALIDITY 7] stays", next, "TAG OK [READ-ONLY] done"];
    }
    if (name !== "UID_FETCH") return undefined;
    if (!line.includes("BODY.PEEK")) {
      return [...mails.map((_mail, n) => `* ${n + 1} FETCH (UID ${n + 1})`), "TAG OK done"];
    }
    const uid = Number(/FETCH (\d+)/.exec(line)?.[1]);
    const source = mails[uid - 1] ?? "";
    return [
      `* ${uid} FETCH (UID ${uid} INTERNALDATE "18-May-2026 09:00:00 +0100" BODY[]<0> {${source.length}}`,
      `${source})`,
      "TAG OK done",
    ];
  };
  const watch = async (
    answers: Parameters<typeof startImapPeer>[0],
    given: Parameters<typeof createMailboxes>[0] = {},
  ): Promise<void> => {
    peer = await startImapPeer(answers);
    const mailboxes = createMailboxes({
      commandTimeout: 5_000,
      connectTimeout: 5_000,
      reconnectSeconds: [0.05, 0.1],
      onTrouble: (_account, trouble) => troubles.push(trouble),
      ...given,
    });
    watching = mailboxes.watch(testAccount({ imap: onLoopback(peer.port) }), sink, stop.signal);
  };

  test("accepts IDLE and never tells: the poll finds the mail, once", async () => {
    await watch(inbox, { pollSeconds: 0.2, pollSentSeconds: 0.1, commandTimeout: 5_000 });
    await eventually(() => sink.healthyTimes() > 0);
    mails = [smallMail("untold@employer.example")];
    await sink.until("inbox", 1);
    const before = sink.healthyTimes();
    await eventually(() => sink.healthyTimes() > before + 4);
    expect(sink.ids("inbox")).toEqual(["untold@employer.example"]);
    expect(sink.taken[0]?.internalDate.toString()).toBe("2026-05-18T08:00:00Z");
  });

  test("names the newest mail again for `n:*`: it is not handed over again", async () => {
    mails = [smallMail("known@employer.example")];
    sink.cursors.set("inbox", { uidValidity: 7n, lastUid: 1 });
    await watch(inbox, { pollSeconds: 0.1, pollSentSeconds: 0.1 });
    await eventually(() => sink.healthyTimes() > 3);
    expect(sink.taken).toEqual([]);
  });

  test("falls silent in the middle of a session: the connection is given up and made anew", async () => {
    let silent = true;
    await watch((name, line) => (name === "EXAMINE" && silent ? "stall" : inbox(name, line)), {
      commandTimeout: 500,
    });
    await eventually(() => troubles.length > 0);
    expect(troubles[0]?.kind).toBe("unreachable");
    silent = false;
    await eventually(() => sink.healthyTimes() > 0);
    expect(peer.connections()).toBeGreaterThan(1);
  });

  test("ends every IDLE after a while: it is begun again, and what was missed is read", async () => {
    await watch(inbox, { pollSeconds: 600, pollSentSeconds: 600, commandTimeout: 60_000 });
    await eventually(() => peer.heard.includes("IDLE"));
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    mails = [smallMail("missed@employer.example")];
    peer.endIdle();
    await sink.until("inbox", 1);
    await eventually(() => peer.heard.filter((line) => line === "IDLE").length > 1);
  });

  test("asks for patience and names a time: it is left alone until then", async () => {
    const words = "TAG BAD Request is throttled. Suggested Backoff Time: 299910 milliseconds";
    await watch((name, line) => (name === "EXAMINE" ? [words] : inbox(name, line)));
    await eventually(() => troubles.length > 0);
    expect(troubles[0]?.kind).toBe("throttled");
    const before = peer.connections();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(peer.connections()).toBe(before);
  });

  test("throttles the login: that is no wrong password, and the watch goes on", async () => {
    let throttled = true;
    const refusal = ["TAG NO [UNAVAILABLE] later, please"];
    await watch((name, line) => (name === "LOGIN" && throttled ? refusal : inbox(name, line)));
    await eventually(() => troubles.length > 1);
    expect(troubles.every(({ kind }) => kind === "throttled")).toBe(true);
    throttled = false;
    await eventually(() => sink.healthyTimes() > 0);
  });
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import { onLoopback, testAccount } from "../support/account.ts";
import { type ImapAnswer, type ImapPeer, startImapPeer } from "../support/imap-peer.ts";
import { type MemorySink, memorySink, smallMail } from "../support/memory-sink.ts";

/** A server whose INBOX lists three mails, one of which it does not hand out. */
describe("a mail that the server lists and does not hand out", () => {
  let peer: ImapPeer;
  let sink: MemorySink;
  let answersForTwo: ImapAnswer;
  let isGone: boolean;

  const received = 'INTERNALDATE "18-May-2026 09:00:00 +0100"';
  const ids = ["one@employer.example", "two@employer.example", "three@employer.example"];
  const body = (uid: number): ImapAnswer => {
    const source = smallMail(ids[uid - 1] ?? "");
    const data = `${received} BODY[]<0> {${source.length}}`;
    return [`* ${uid} FETCH (UID ${uid} ${data}`, `${source})`, "TAG OK done"];
  };
  const answers = (name: string, line: string): ImapAnswer | undefined => {
    if (name === "EXAMINE" && line.includes("INBOX"))
      return ["* 3 EXISTS", "* OK [UIDVALIDITY 7] stays", "* OK [UIDNEXT 4] next", "TAG OK done"];
    if (name !== "UID_FETCH") return undefined;
    if (line.includes(" 1:* (UID INTERNALDATE)"))
      return [
        ...(isGone ? [] : [1, 2, 3].map((one) => `* ${one} FETCH (UID ${one} ${received})`)),
        "TAG OK done",
      ];
    const uid = Number(/FETCH (\d+)/.exec(line)?.[1]);
    if (line.includes("BODY.PEEK")) return uid === 2 ? answersForTwo : body(uid);
    const asked = line.includes(":*") ? [1, 2, 3] : isGone ? [] : [uid];
    return [...asked.map((one) => `* ${one} FETCH (UID ${one})`), "TAG OK done"];
  };
  const look = (given: { stubbornSeconds?: number } = {}) =>
    createMailboxes({ commandTimeout: 500, connectTimeout: 500, ...given }).catchUp(
      testAccount({ imap: onLoopback(peer.port) }),
      sink,
    );

  beforeEach(async () => {
    sink = memorySink();
    sink.cursors.set("inbox", { uidValidity: 7n, lastUid: 0 });
    isGone = false;
    answersForTwo = body(2);
    peer = await startImapPeer(answers);
  });
  afterEach(() => peer.stop());

  test.each<[string, ImapAnswer]>([
    ["refuses it", ["TAG NO [UNAVAILABLE] not now"]],
    ["answers with nothing", ["TAG OK done"]],
    ["answers without the text", ["* 2 FETCH (UID 2)", "TAG OK done"]],
  ])("%s: the cursor does not pass it, so that it is met again", async (_what, answer) => {
    answersForTwo = answer;
    expect((await look()).ok).toBe(false);
    expect(sink.ids("inbox")).toEqual([ids[0]]);
    answersForTwo = body(2);
    expect((await look()).ok).toBe(true);
    expect(sink.ids("inbox")).toEqual(ids);
  });

  test.each<[string, ImapAnswer]>([
    ["refuses it", ["TAG NO [CORRUPTION] broken"]],
    ["answers with nothing", ["TAG OK done"]],
    ["ends the connection over it", "drop"],
    ["answers with what is no IMAP", ["* 2 FETCH (UID 2 BODY[] {99999999999}", "TAG OK done"]],
  ])(
    "%s for ever: it is given up as an empty mail, and the ones behind it are read (R25)",
    async (_what, answer) => {
      answersForTwo = answer;
      for (let tries = 0; tries < 7 && sink.taken.length < 3; tries += 1) await look({ stubbornSeconds: 0 });
      expect(sink.ids("inbox")).toEqual([ids[0], "", ids[2]]);
      expect(sink.taken[1]?.source).toHaveLength(0);
    },
  );

  test("is asked for patiently: refusals within the hour take no mail away", async () => {
    answersForTwo = ["TAG NO [UNAVAILABLE] not now"];
    for (let tries = 0; tries < 7; tries += 1) await look();
    expect(sink.ids("inbox")).toEqual([ids[0]]);
  });

  test("is passed over when it is gone", async () => {
    answersForTwo = ["TAG OK done"];
    isGone = true;
    expect((await look()).ok).toBe(true);
    expect(sink.ids("inbox")).toEqual([ids[0], ids[2]]);
  });

  test("in a folder whose UIDVALIDITY changed: a listing of nothing gives no new place, the next look reads all", async () => {
    sink.cursors.set("inbox", { uidValidity: 6n, lastUid: 9 });
    isGone = true;
    expect((await look()).ok).toBe(false);
    expect(sink.started.filter(({ folder }) => folder === "inbox")).toEqual([]);
    isGone = false;
    expect((await look()).ok).toBe(true);
    expect(sink.ids("inbox")).toEqual(ids);
  });
});

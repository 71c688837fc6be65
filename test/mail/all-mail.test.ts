import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import type { OldMail } from "../../src/ports/history.ts";
import { onLoopback, testAccount } from "../support/account.ts";
import { type ImapAnswer, type ImapPeer, startImapPeer } from "../support/imap-peer.ts";
import { eventually, type MemorySink, memorySink, messageIdOf, smallMail } from "../support/memory-sink.ts";

type Mail = { readonly id: string; readonly labels: string };

let peer: ImapPeer;
let sink: MemorySink;
let allMail: Mail[];
let showsAllMail: boolean;

/** Gmail: every mail lies once in All Mail, with its labels (developers.google.com, IMAP extensions). */
const answers = (name: string, line: string): ImapAnswer | undefined => {
  const all = line.includes("All Mail");
  const mails = all ? allMail : [];
  switch (name) {
    case "CAPABILITY":
      return ["* CAPABILITY IMAP4rev1 IDLE X-GM-EXT-1 SPECIAL-USE", "TAG OK done"];
    case "LIST":
      // The empty name asks for the delimiter and the root (RFC 3501 section 6.3.8).
      if (line.endsWith('""')) return ['* LIST (\\Noselect) "/" ""', "TAG OK done"];
      return [
        '* LIST (\\HasNoChildren) "/" "INBOX"',
        '* LIST (\\HasNoChildren \\Sent) "/" "[Gmail]/Gesendet"',
        ...(showsAllMail ? ['* LIST (\\HasNoChildren \\All) "/" "[Gmail]/All Mail"'] : []),
        "TAG OK done",
      ];
    case "STATUS":
      return [
        `* STATUS "${all ? "[Gmail]/All Mail" : "other"}" (UIDNEXT ${mails.length + 1} UIDVALIDITY 7)`,
        "TAG OK done",
      ];
    case "EXAMINE":
      return [
        `* ${mails.length} EXISTS`,
        "* OK [UIDVALIDITY 7] stays",
        `* OK [UIDNEXT ${mails.length + 1}] next`,
        "TAG OK done",
      ];
    case "UID_SEARCH":
      return [`* SEARCH ${allMail.map((_mail, at) => at + 1).join(" ")}`, "TAG OK done"];
    case "UID_FETCH": {
      const [from, to] = (line.split(" ")[2] ?? "")
        .split(":")
        .map((end) => (end === "*" ? 1e9 : Number(end)));
      const asked = allMail.map((mail, at) => ({ ...mail, uid: at + 1 }));
      const set = line.split(" ")[2]?.includes(",")
        ? asked
        : asked.filter(({ uid }) => uid >= (from ?? 0) && uid <= (to ?? from ?? 0));
      return [...set.map((mail) => row(mail, line)), "TAG OK done"];
    }
    default:
      return undefined;
  }
};
const row = ({ uid, id, labels }: Mail & { readonly uid: number }, line: string): string => {
  const source = smallMail(id);
  return [
    `* ${uid} FETCH (UID ${uid} X-GM-MSGID 17${uid} INTERNALDATE "18-May-2026 09:00:00 +0100"`,
    ...(line.includes("X-GM-LABELS") ? [`X-GM-LABELS (${labels})`] : []),
    ...(line.includes("BODY.PEEK[]") ? [`BODY[]<0> {${source.length}}\r\n${source}`] : []),
    ...(line.includes("HEADER.FIELDS") ? ['BODY[HEADER.FIELDS ("list-id" "precedence")] {2}\r\n\r\n'] : []),
  ]
    .join(" ")
    .concat(")");
};
const account = () => testAccount({ imap: onLoopback(peer.port), sentFolder: "[Gmail]/Gesendet" });
const look = () => createMailboxes({ commandTimeout: 2_000 }).catchUp(account(), sink);

beforeEach(async () => {
  sink = memorySink();
  allMail = [];
  showsAllMail = true;
  peer = await startImapPeer(answers);
});
afterEach(() => peer.stop());

test("on Gmail a mail that a filter keeps out of INBOX is read, and one with four labels once (R18)", async () => {
  await look();
  allMail.push(
    { id: "filtered@employer.example", labels: '"Jobs"' },
    { id: "labelled@employer.example", labels: '"\\\\Inbox" "\\\\Important" "Jobs" "Larkfield"' },
  );
  await look();
  await look();
  expect(sink.ids("inbox")).toEqual(["filtered@employer.example", "labelled@employer.example"]);
  expect(sink.taken.map(({ serverId }) => serverId)).toEqual(["171", "172"]);
});

test("drafts are no mail, what the person sent is read in Sent, and a mail to oneself comes in", async () => {
  await look();
  allMail.push(
    { id: "draft@person.example", labels: '"\\\\Draft"' },
    { id: "sent@person.example", labels: '"\\\\Sent"' },
    { id: "to-oneself@person.example", labels: '"\\\\Inbox" "\\\\Sent"' },
  );
  await look();
  expect(sink.ids("inbox")).toEqual(["to-oneself@person.example"]);
});

test("where All Mail is hidden from IMAP, INBOX is read", async () => {
  showsAllMail = false;
  expect(await look()).toMatchObject({ ok: true });
  expect(peer.heard.filter((line) => line.startsWith("EXAMINE"))).toContain("EXAMINE INBOX");
});

test("the watcher rests in All Mail, where new mail is told", async () => {
  const stop = new AbortController();
  const watching = createMailboxes({ pollSeconds: 600, pollSentSeconds: 600 }).watch(
    account(),
    sink,
    stop.signal,
  );
  await eventually(() => peer.heard.includes("IDLE"));
  expect(peer.heard.findLast((line) => line.startsWith("EXAMINE"))).toContain("All Mail");
  allMail.push({ id: "new@employer.example", labels: '"\\\\Inbox"' });
  peer.tell("* 1 EXISTS");
  await sink.until("inbox", 1);
  stop.abort();
  await watching;
});

test("the first reading reads All Mail too", async () => {
  await look();
  allMail.push(
    { id: "old@employer.example", labels: '"Jobs"' },
    { id: "old-draft@person.example", labels: '"\\\\Draft"' },
  );
  const taken: OldMail[] = [];
  const read = await createMailboxes().readHistory(
    account(),
    Temporal.Instant.from("2026-05-01T00:00:00Z"),
    { inbox: { uidValidity: 7n, lastUid: 2 }, sent: null },
    {
      after: null,
      wants: () => true,
      progress: () => undefined,
      take: async (mail) => {
        taken.push(mail);
      },
    },
  );
  expect(read).toMatchObject({ ok: true });
  expect(taken.map(({ source }) => messageIdOf(source))).toEqual(["old@employer.example"]);
});

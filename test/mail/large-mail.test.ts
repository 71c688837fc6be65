import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import type { FetchedMail } from "../../src/ports.ts";
import { onLoopback, testAccount } from "../support/account.ts";
import { type Dovecot, startDovecot } from "../support/dovecot.ts";
import { type ImapAnswer, type ImapPeer, startImapPeer } from "../support/imap-peer.ts";
import { type MemorySink, memorySink } from "../support/memory-sink.ts";
import { realServer } from "../support/real-servers.ts";

const real = realServer("dovecot");
const proof = { aligned: false, domain: null, dkimWhole: false, evidence: "none" };

const invitation = [
  "BEGIN:VCALENDAR",
  "METHOD:REQUEST",
  "BEGIN:VEVENT",
  "UID:1",
  "END:VEVENT",
  "END:VCALENDAR",
];

/** The letter, three megabytes of a brochure, and behind it the invitation. */
const withBrochure = (): string =>
  [
    "Message-ID: <brochure@employer.example>",
    "From: Jo Field <jo@employer.example>",
    "To: ada@person.example",
    "Subject: Your interview",
    "Date: Mon, 18 May 2026 09:00:00 +0100",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="outer"',
    "",
    "--outer",
    'Content-Type: multipart/alternative; boundary="inner"',
    "",
    "--inner",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "Dear Ada, we look forward to seeing you in M=C3=BCnster.",
    "--inner",
    "Content-Type: text/html; charset=utf-8",
    "",
    "<p>Dear Ada, we look forward to seeing you in Münster.</p>",
    "--inner--",
    "--outer",
    'Content-Type: application/pdf; name="brochure.pdf"',
    "Content-Transfer-Encoding: base64",
    'Content-Disposition: attachment; filename="brochure.pdf"',
    "",
    `${"QUJD".repeat(18)}\r\n`.repeat(45_000),
    "--outer",
    "Content-Type: text/calendar; method=REQUEST",
    "",
    ...invitation,
    "--outer--",
    "",
  ].join("\r\n");

describe.skipIf(real.missing)(real.title("a mail with a large attachment on Dovecot"), () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot?.stop());

  test("is read without the attachment, letter and invitation as they stand", async () => {
    const sink = memorySink();
    const account = testAccount({ imap: onLoopback(dovecot.imapPort) });
    await createMailboxes().catchUp(account, sink);
    await dovecot.deliver(withBrochure());
    expect(await createMailboxes().catchUp(account, sink)).toMatchObject({ ok: true });
    const [mail] = sink.taken;
    expect(mail?.source.length).toBeLessThan(5_000);
    expect(mail?.source.toString()).toContain("brochure.pdf");
    const { message } = await parsed(mail);
    expect(message.messageId).toBe("brochure@employer.example");
    expect(message.text.trim()).toBe("Dear Ada, we look forward to seeing you in Münster.");
    expect(message.calendar).toMatchObject([{ method: "REQUEST" }]);
    expect(message.calendar[0]?.ics).toContain("UID:1");
  });
});

describe("a mail with an attachment of a gigabyte", () => {
  let peer: ImapPeer;
  let sink: MemorySink;
  const gigabyte = 1_073_741_824;
  const received = 'INTERNALDATE "18-May-2026 09:00:00 +0100"';
  const head =
    'Message-ID: <huge@employer.example>\r\nFrom: jo@employer.example\r\nSubject: Film\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n';
  const film = `("VIDEO" "MP4" ("NAME" "film.mp4") NIL NIL "BASE64" ${gigabyte} NIL ("ATTACHMENT" NIL) NIL)`;
  const letter = '("TEXT" "PLAIN" ("CHARSET" "UTF-8") NIL NIL "7BIT" 11 1 NIL NIL NIL)';
  let structure: string;

  const literal = (key: string, text: string): string => `${key} {${text.length}}\r\n${text}`;
  const parts = (line: string): string[] =>
    [...line.matchAll(/BODY\.PEEK\[([^\]]*)\]/g)].map(([, key = ""]) => {
      const text =
        key === "HEADER" ? head : key === "1" ? "Dear Ada,\r\n" : "Content-Type: text/plain\r\n\r\n";
      return literal(`BODY[${key}]<0>`, text);
    });
  const answers = (name: string, line: string): ImapAnswer | undefined => {
    if (name === "EXAMINE" && line.includes("INBOX"))
      return ["* 1 EXISTS", "* OK [UIDVALIDITY 7] stays", "* OK [UIDNEXT 2] next", "TAG OK done"];
    if (name !== "UID_FETCH") return undefined;
    if (line.includes("RFC822.SIZE")) return [`* 1 FETCH (UID 1 RFC822.SIZE ${gigabyte})`, "TAG OK done"];
    // It takes no notice of how much was asked for.
    if (line.includes("BODY.PEEK[]")) return [`* 1 FETCH (UID 1 BODY[]<0> {${gigabyte}}`, "AAAA"];
    const made = line.includes("BODYSTRUCTURE") ? `${received} BODYSTRUCTURE ${structure} ` : "";
    return [`* 1 FETCH (UID 1 ${made}${parts(line).join(" ")})`, "TAG OK done"];
  };
  const look = () =>
    createMailboxes({ commandTimeout: 2_000, connectTimeout: 2_000 }).catchUp(
      testAccount({ imap: onLoopback(peer.port) }),
      sink,
    );

  beforeEach(async () => {
    structure = `(${letter} ${film} "MIXED" ("BOUNDARY" "b") NIL NIL)`;
    sink = memorySink();
    sink.cursors.set("inbox", { uidValidity: 7n, lastUid: 0 });
    peer = await startImapPeer(answers);
  });
  afterEach(() => peer.stop());

  test("no byte of the attachment is asked for (R24)", async () => {
    expect(await look()).toMatchObject({ ok: true });
    expect((await parsed(sink.taken[0])).message).toMatchObject({
      messageId: "huge@employer.example",
      text: expect.stringMatching(/^Dear Ada,\s*$/),
    });
    const asked = peer.heard.filter((line) => line.startsWith("UID FETCH")).join("\n");
    expect(asked).not.toContain("PEEK[]");
    expect(asked).not.toContain("PEEK[2]");
  });

  test("that is nothing but the attachment is told by its head", async () => {
    structure = film;
    expect(await look()).toMatchObject({ ok: true });
    expect((await parsed(sink.taken[0])).message).toMatchObject({ subject: "Film", text: "" });
  });

  test("whose parts nobody describes is asked for in part, and more than that ends the connection", async () => {
    structure = `(${letter} ${film} "MIXED" NIL NIL NIL)`;
    const before = process.memoryUsage().rss;
    expect(await look()).toMatchObject({ ok: false });
    expect(peer.heard.filter((line) => line.includes("PEEK[]<0.2097152>"))).toHaveLength(1);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    expect(sink.taken).toEqual([]);
  });
});

async function parsed(mail: FetchedMail | undefined) {
  if (mail === undefined) throw new Error("no mail was taken");
  const read = await parseMessage(mail.source, { internalDate: mail.internalDate, proof });
  if (read.type !== "parsed") throw new Error(read.why);
  return read;
}

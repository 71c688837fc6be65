import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { parseMessage } from "../../src/mail/parse.ts";

const internalDate = Temporal.Instant.from("2026-05-18T08:12:00Z");
const proof = { aligned: false, domain: null, dkimWhole: false, evidence: "not asked" };
const mail = (...lines: string[]) => Buffer.from(lines.join("\r\n"));
const read = async (source: Buffer) => (await parseMessage(source, { internalDate, proof })).message;
const head = [
  "From: Greg Blake <Greg@ABC.example>",
  "To: Sam Reed <sam@reed.example>",
  "Subject: Interview",
  "Date: Mon, 18 May 2026 09:10:00 +0100",
  "Message-ID: <one@abc.example>",
];

describe("a mail as parsed", () => {
  test("addresses are lower case, Message-IDs stand without angle brackets, encoded words are decoded", async () => {
    const message = await read(
      mail(
        "From: =?utf-8?Q?Gr=C3=A9gory?= <Greg@ABC.example>",
        'To: "Reed, Sam" <SAM@reed.example>',
        "Cc: Team: a@abc.example, B@abc.example;",
        "Subject: =?utf-8?B?SW50ZXJ2aWV3IOKAkyBBQkM=?=",
        "Date: Mon, 18 May 2026 09:10:00 +0100",
        "Message-ID: <one@abc.example>",
        "In-Reply-To: <zero@reed.example>",
        "References: <minus@reed.example>",
        " <zero@reed.example>",
        "",
        "Hello",
      ),
    );
    expect(message).toMatchObject({
      from: { name: "Grégory", address: "greg@abc.example" },
      to: [{ name: "Reed, Sam", address: "sam@reed.example" }],
      cc: [
        { name: "", address: "a@abc.example" },
        { name: "", address: "b@abc.example" },
      ],
      subject: "Interview – ABC",
      messageId: "one@abc.example",
      inReplyTo: ["zero@reed.example"],
      references: ["minus@reed.example", "zero@reed.example"],
      text: "Hello",
      dateOffset: "+01:00",
    });
    expect(message.date.toString()).toBe("2026-05-18T08:10:00Z");
  });

  test.each([
    ["missing", []],
    ["nonsense", ["Date: soon"]],
    ["without a zone", ["Date: Mon, 18 May 2026 09:10:00"]],
    ["over a day off", ["Date: Wed, 20 May 2026 09:10:00 +0100"]],
  ])("a Date header that is %s gives way to INTERNALDATE", async (_, lines) => {
    const message = await read(mail("From: greg@abc.example", ...lines, "", "Hello"));
    expect(message.date.toString()).toBe("2026-05-18T08:12:00Z");
    expect(message.dateOffset).toBeNull();
  });

  test("text is made from HTML where there is no plain part, without what is hidden", async () => {
    const message = await read(
      mail(
        ...head,
        "Content-Type: text/html; charset=utf-8",
        "",
        '<style>p{}</style><p>We regret&nbsp;this.</p><div style="display: none">You are hired</div><span style="font-size:0">ignore me</span>',
        "<p>Best,<br>Gr\u200beg</p><script>x()</script>",
      ),
    );
    expect(message.text).toContain("We regret\u00a0this.");
    expect(message.text).toContain("Best,\nGreg");
    expect(message.text).not.toMatch(/hired|ignore me|x\(\)|p\{\}/);
  });

  test("a multipart mail with nothing but HTML in it has a text too", async () => {
    const message = await read(
      mail(
        ...head,
        "Content-Type: multipart/alternative; boundary=b",
        "",
        "--b",
        "Content-Type: text/html",
        "",
        "<p>Thursday suits us</p>",
        "--b--",
      ),
    );
    expect(message.text.trim()).toBe("Thursday suits us");
  });

  test("HTML beside a plain part is read too, without what it hides; beside it as an alternative it is not", async () => {
    const both = (kind: string) =>
      mail(
        ...head,
        `Content-Type: multipart/${kind}; boundary=b`,
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        "Dear Sam,",
        "--b",
        "Content-Type: text/html",
        "",
        '<p>Thursday suits us</p><p style="display:none">you are hired</p>',
        "--b--",
      );
    expect((await read(both("mixed"))).text).toMatch(/Dear Sam,\s+Thursday suits us$/);
    expect((await read(both("alternative"))).text.trim()).toBe("Dear Sam,");
  });

  test("an alternative whose plain part is empty is read from its HTML", async () => {
    const source = mail(
      ...head,
      "Content-Type: multipart/alternative; boundary=b",
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      " ",
      "--b",
      "Content-Type: text/html",
      "",
      "<p>Thursday suits us</p>",
      "--b--",
    );
    expect((await read(source)).text.trim()).toBe("Thursday suits us");
  });

  test("lines that end with CR alone are lines", async () => {
    const message = await read(
      Buffer.from("From: greg@abc.example\rSubject: Interview\r\rThursday\rsuits us"),
    );
    expect(message).toMatchObject({ subject: "Interview", text: "Thursday\nsuits us" });
  });

  test("a calendar part is kept with its method, other attachments are not", async () => {
    const message = await read(
      mail(
        ...head,
        "Content-Type: multipart/mixed; boundary=m",
        "",
        "--m",
        "Content-Type: multipart/alternative; boundary=a",
        "",
        "--a",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "You are invited.",
        "--a",
        "Content-Type: text/calendar; charset=utf-8; method=request",
        "Content-Transfer-Encoding: base64",
        "",
        Buffer.from("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR").toString("base64"),
        "--a--",
        "--m",
        'Content-Type: application/ics; name="invite.ics"',
        "Content-Disposition: attachment",
        "",
        "BEGIN:VCALENDAR",
        "--m",
        "Content-Type: application/pdf",
        "Content-Disposition: attachment; filename=a.pdf",
        "",
        "pdf",
        "--m--",
      ),
    );
    expect(message.text.trim()).toBe("You are invited.");
    expect(message.calendar).toEqual([
      { method: "REQUEST", ics: "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR" },
    ]);
  });

  test("a delivery report tells recipient, action, status and the Message-ID it is about", async () => {
    const message = await read(
      mail(
        "From: Mail Delivery <mailer-daemon@mx.abc.example>",
        "Subject: Undelivered",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=r",
        "",
        "--r",
        "Content-Type: text/plain",
        "",
        "It could not be delivered.",
        "--r",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.abc.example",
        "",
        "Final-Recipient: rfc822; Greg@abc.example",
        "Action: failed",
        "Status: 5.1.1",
        "",
        "--r",
        "Content-Type: message/rfc822",
        "",
        "From: sam@reed.example",
        "Message-ID: <ours@reed.example>",
        "",
        "1 ok",
        "--r--",
      ),
    );
    expect(message.report).toEqual([
      { addresses: ["greg@abc.example"], action: "failed", status: "5.1.1", says: "" },
    ]);
    expect(message.returned).toEqual({ messageIds: ["ours@reed.example"], outboxId: null });
    expect(message.text).not.toContain("1 ok");
  });

  test("the content hash changes with From, Date, Subject and text, and with nothing else", async () => {
    const hash = async (from: string, date: string, subject: string, text: string, id: string) =>
      (
        await read(
          mail(`From: ${from}`, `Date: ${date}`, `Subject: ${subject}`, `Message-ID: <${id}>`, "", text),
        )
      ).contentHash;
    const date = "Mon, 18 May 2026 09:10:00 +0100";
    const first = await hash("a@abc.example", date, "S", "T", "1@x.example");
    expect(await hash("a@abc.example", date, "S", "T", "2@x.example")).toBe(first);
    const others = await Promise.all([
      hash("b@abc.example", date, "S", "T", "1@x.example"),
      hash("a@abc.example", "Mon, 18 May 2026 09:11:00 +0100", "S", "T", "1@x.example"),
      hash("a@abc.example", date, "S2", "T", "1@x.example"),
      hash("a@abc.example", date, "S", "T2", "1@x.example"),
    ]);
    expect(new Set([first, ...others]).size).toBe(5);
  });

  test("control and bidirectional characters never reach a name, a subject or the text", async () => {
    const message = await read(
      mail(
        'From: "Greg\u202e\u0000Blake" <greg@abc.example>',
        "Subject: Hi\u2066there",
        "",
        "a\u0000b\u202ec",
      ),
    );
    expect(message.from?.name).toBe("GregBlake");
    expect(message.subject).toBe("Hithere");
    expect(message.text).toBe("abc");
  });
});

describe("a mail that no parser likes", () => {
  test.each([
    ["random bytes", Buffer.from([0, 255, 254, 10, 13, 200, 1, 2, 3])],
    ["nothing", Buffer.alloc(0)],
    [
      "a thousand parts",
      mail(
        "From: greg@abc.example",
        "Content-Type: multipart/mixed; boundary=b",
        "",
        ...Array.from({ length: 1000 }, () => "--b\r\nContent-Type: text/plain\r\n\r\nx"),
      ),
    ],
  ])("%s becomes an unreadable message, not an error", async (_, source) => {
    const parsed = await parseMessage(source, { internalDate, proof });
    expect(parsed).toMatchObject({ type: "unreadable", message: { subject: "(unreadable mail)" } });
    expect(parsed.message.date.toString()).toBe("2026-05-18T08:12:00Z");
    expect(parsed.type === "unreadable" && parsed.why).toBeTruthy();
  });

  test.each([
    [
      "an unclosed multipart",
      mail(...head, "Content-Type: multipart/mixed; boundary=q", "", "--q", "", "Hello"),
    ],
    ["an unknown charset", mail(...head, "Content-Type: text/plain; charset=klingon", "", "Hello")],
    ["broken base64", mail(...head, "Content-Transfer-Encoding: base64", "", "SGVsbG8*")],
  ])("%s is read as far as it goes", async (_, source) => {
    const parsed = await parseMessage(source, { internalDate, proof });
    expect(parsed.type).toBe("parsed");
    expect(parsed.message.text).toContain("Hello");
  });

  test("ten megabytes are read up to the bound, quickly", async () => {
    const source = Buffer.concat([mail(...head, "", ""), Buffer.alloc(10 * 1024 * 1024, "word ")]);
    const parsed = await parseMessage(source, { internalDate, proof });
    expect(parsed.message.subject).toBe("Interview");
    expect(parsed.message.text.length).toBeLessThanOrEqual(200_000);
  });

  test("HTML nested ten thousand deep is survived", async () => {
    const source = mail(...head, "Content-Type: text/html", "", "<div>".repeat(10_000), "Hello");
    expect((await parseMessage(source, { internalDate, proof })).message.subject).toBe("Interview");
  });

  test.each([
    ["bold", "<b>".repeat(300_000)],
    ["tables", "<table><tr><td>".repeat(60_000)],
    ["ends that end nothing", "<b></i>".repeat(120_000)],
  ])("HTML that nests %s without end takes no more than a moment (R25)", async (_, html) => {
    const source = mail(...head, "Content-Type: text/html", "", `<p>Dear Ada</p>${html}Hello`);
    const begun = performance.now();
    expect((await parseMessage(source, { internalDate, proof })).message.text).toContain("Dear Ada");
    expect(performance.now() - begun).toBeLessThan(2_500);
  });

  test("a letter of many paragraphs, lists and tables is read to its end", async () => {
    const part = "<p>One<p>Two<ul><li>a<li>b</ul><table><tr><td>c<td>d</table><div><b>x</b><br></div>";
    const source = mail(...head, "Content-Type: text/html", "", `${part.repeat(900)}<p>The end`);
    expect((await parseMessage(source, { internalDate, proof })).message.text).toContain("The end");
  });
});

import { simpleParser } from "mailparser";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { OutboxId } from "../../src/domain/ids.ts";
import { recipient } from "../../src/domain/plain-address.ts";
import type { Around, QuotedOriginal } from "../../src/domain/quoted-original.ts";
import { composeDraftCopy, composeFollowUp, composeOwn } from "../../src/mail/compose.ts";

const date = Temporal.ZonedDateTime.from("2026-05-22T09:05:00[Europe/London]");
const outboxId = "6a1b9c6e-0000-4000-8000-000000000001" as OutboxId;
const from = { name: "Sam Reed", address: "sam@reed.example" };
const draft = {
  to: { name: "Blake, Greg", address: "greg@abc.example" },
  subject: "Re: Interview – ABC",
  text: "Dear Greg,\n\nThank you for your time.\n\nKind regards,\nSam Reed",
  inReplyTo: "one@abc.example",
  references: ["zero@reed.example", "one@abc.example"],
};
const quoted: QuotedOriginal = {
  shape: "attribution",
  language: "en",
  at: date.subtract({ days: 3 }),
  from: draft.to,
  to: [from],
  subject: "Interview – ABC",
  text: "See you on Thursday.\n\nGreg",
};
const mail = {
  outboxId,
  from,
  draft,
  messageId: "f.0123456789@reed.example",
  date,
  quoted: null,
  html: false,
};
const followUp = (changes: Partial<typeof draft> = {}, around: Partial<Around> = {}) =>
  composeFollowUp({ ...mail, draft: { ...draft, ...changes }, ...around });
const headOf = (bytes: Buffer) => bytes.toString("utf8").split("\r\n\r\n")[0] ?? "";

describe("a follow-up", () => {
  test("is plain text in its thread, with our Message-ID, the Outbox-Id and the person's own time", async () => {
    const bytes = await followUp();
    const mail = await simpleParser(bytes);
    expect(mail.messageId).toBe("<f.0123456789@reed.example>");
    expect(mail.inReplyTo).toBe("<one@abc.example>");
    expect(mail.references).toEqual(["<zero@reed.example>", "<one@abc.example>"]);
    expect(mail.from?.value).toEqual([{ name: "Sam Reed", address: "sam@reed.example" }]);
    expect(mail.headers.get("to")).toMatchObject({
      value: [{ name: "Blake, Greg", address: "greg@abc.example" }],
    });
    expect(mail.subject).toBe("Re: Interview – ABC");
    expect(mail.text).toBe(draft.text);
    expect(mail.html).toBe(false);
    expect(headOf(bytes)).toContain("Date: Fri, 22 May 2026 09:05:00 +0100");
    expect(mail.headers.get("x-afterword-outbox-id")).toBe(outboxId);
  });

  test("tells nothing of the program that wrote it", async () => {
    expect(headOf(await followUp())).not.toMatch(/user-agent|x-mailer|nodemailer|auto-submitted|list-id/i);
  });

  test("is the same bytes each time, so that what was approved is what is sent", async () => {
    expect((await followUp()).equals(await followUp())).toBe(true);
  });

  test("keeps letters outside ASCII, long lines and lines that begin with a dot or From", async () => {
    const text = `Dear Zoë,\n\n${"long line ".repeat(120).trim()}\n.\n.hidden\nFrom here\n\nSam`;
    expect((await simpleParser(await followUp({ text }))).text).toBe(text);
  });

  test("quotes the answered mail below its own words", async () => {
    const bytes = await followUp({}, { quoted });
    expect((await simpleParser(bytes)).text).toContain(
      "Sam Reed\n\nOn 19 May 2026, 09:05, Blake, Greg wrote:\n> See you on Thursday.\n>\n> Greg",
    );
  });

  test("flows: long paragraphs are broken on the wire and whole where the format is known (RFC 3676)", async () => {
    const text = `Dear Greg,\n\n${"Thank you for the talk. ".repeat(9).trim()}\n\n-- \nSam`;
    const bytes = await followUp({ text });
    expect(bytes.toString()).toMatch(/^Content-Type: text\/plain; charset=utf-8; format=flowed;\s+delsp=no/m);
    expect(
      Math.max(
        ...bytes
          .toString()
          .split("\r\n")
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(78);
    expect((await simpleParser(bytes)).text).toBe(text);
  });

  test("has an HTML part only where the person's own mails have one, the same bytes each time", async () => {
    const bytes = await followUp({}, { quoted, html: true });
    expect(bytes.equals(await followUp({}, { quoted, html: true }))).toBe(true);
    expect(headOf(bytes)).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect(bytes.toString()).not.toMatch(/nodemailer|_NmP/i);
    const { text, html } = await simpleParser(bytes);
    expect(text).toBe((await simpleParser(await followUp({}, { quoted }))).text);
    expect(html).toContain("<p>Thank you for your time.</p>");
  });

  test("is the same mail as its copy in Drafts, but for the marks by which each is known", async () => {
    const { outboxId: _one, ...rest } = { ...mail, quoted, html: true };
    const withoutMark = (bytes: Buffer) => bytes.toString().replace(/^X-Afterword-.*\r\n/m, "");
    const copy = await composeDraftCopy({ ...rest, mark: "d.1" });
    expect(withoutMark(copy)).toBe(withoutMark(await followUp({}, { quoted, html: true })));
  });

  test("names every mail of a long thread, each whole, on lines that no server refuses", async () => {
    const references = Array.from(
      { length: 49 },
      (_, n) => `${n}.${"x".repeat(n === 7 ? 880 : 70)}@abc.example`,
    );
    const bytes = await followUp({ references });
    expect((await simpleParser(bytes)).references).toEqual(references.map((id) => `<${id}>`));
    expect(
      Math.max(
        ...headOf(bytes)
          .split("\r\n")
          .map((line) => line.length),
      ),
    ).toBeLessThan(998);
  });

  test("a subject with line breaks adds no header", async () => {
    const head = headOf(await followUp({ subject: "Hi\r\nBcc: eve@evil.example\r\n\r\nBody" }));
    expect(head).not.toMatch(/^bcc:/im);
    expect(head).toContain("Subject: Hi Bcc: eve@evil.example Body");
  });

  test("is not composed for what is no single address", async () => {
    const to = { name: "", address: "greg@abc.example, eve@evil.example" };
    await expect(followUp({ to })).rejects.toThrow(/not a plain mail address/);
  });

  test("a Message-ID that breaks out of its brackets is never written", async () => {
    const bytes = await followUp({
      inReplyTo: "x@y.example>\r\nBcc: <eve@evil.example",
      references: ["older@y.example", "größe@y.example"],
    });
    expect(bytes.toString()).not.toContain("evil");
    expect(bytes.toString()).toContain("References: <older@y.example>\r\n");
  });
});

describe("a mail to the person", () => {
  test("comes from and goes to their own address, says that a program wrote it, and has text and HTML", async () => {
    const bytes = await composeOwn({
      outboxId,
      to: from,
      subject: "Afterword, Friday 22 May: 1 to approve",
      text: "plain",
      html: "<p>rich</p>",
      messageId: "digest.0123456789abcdef@reed.example",
      date,
      mark: "k1.abc",
    });
    const mail = await simpleParser(bytes);
    expect(mail.from?.value).toEqual([{ name: "Afterword", address: "sam@reed.example" }]);
    expect(mail.headers.get("to")).toMatchObject({
      value: [from],
    });
    // Nothing joins two days' digests into one thread, and no mail program takes them for a mailing list.
    expect(mail.inReplyTo).toBeUndefined();
    expect(mail.references).toBeUndefined();
    expect(bytes.toString()).not.toMatch(/^(?:list-[a-z]+|precedence|thread-[a-z]+):/im);
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail.headers.get("x-afterword")).toBe("k1.abc");
    expect(mail.headers.has("list")).toBe(false);
    expect(mail.text?.trim()).toBe("plain");
    expect(mail.html).toContain("<p>rich</p>");
  });
});

describe("a recipient", () => {
  test.each([
    "greg@abc.example, eve@evil.example",
    "team:greg@abc.example;",
    "@relay.example:greg@abc.example",
    '"greg@abc.example"@evil.example',
    "greg@abc.example\r\nBcc: eve@evil.example",
    "greg@abc.example\u0000",
    "greg@@abc.example",
    "greg",
    "@abc.example",
    "greg@",
    "greg @abc.example",
    "<greg@abc.example>",
    "gregory@аbc.example",
    "greg@-abc.example",
    "greg..blake@abc.example",
    `${"a".repeat(65)}@abc.example`,
  ])("%j is refused", (address) => {
    expect(recipient({ name: "", address }).ok).toBe(false);
  });

  test.each([
    "Greg <eve@evil.example>",
    "eve@evil.example",
    "Greg\nBlake",
    "Greg\u202eBlake",
    "x".repeat(101),
  ])("a display name like %j is refused", (name) => {
    expect(recipient({ name, address: "greg@abc.example" }).ok).toBe(false);
  });

  test("a display name that only repeats the address is left out", () => {
    expect(recipient({ name: "Greg@abc.example", address: "greg@ABC.example" })).toEqual({
      ok: true,
      value: { name: "", address: "greg@abc.example" },
    });
  });
});

import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { parseMessage } from "../../src/mail/parse.ts";

const context = {
  internalDate: Temporal.Instant.from("2026-05-20T09:00:00Z"),
  proof: { aligned: false, domain: null, dkimWhole: false, evidence: "none" },
};
const inner = [
  "Date: Mon, 18 May 2026 09:12:00 +0200",
  "From: Jo Field <Jo.Field@Fairholm-Bakery.example>",
  "To: Ana Reyes <ana@reyes.example>, Bo Lund <bo@fairholm-bakery.example>",
  "Subject: =?utf-8?q?Caf=C3=A9_interview?=",
  "Message-ID: <invite-1@fairholm-bakery.example>",
  "In-Reply-To: <apply-1@reyes.example>",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Dear Ana,",
];
const mail = (
  { to = "ana+jobs@reyes.example", type = "message/rfc822" } = {},
  attached: readonly (readonly string[])[] = [inner],
): Buffer =>
  Buffer.from(
    [
      "Date: Wed, 20 May 2026 10:00:00 +0100",
      "From: Ana Reyes <ana@reyes.example>",
      `To: ${to}`,
      "Subject: Afterword add",
      "Message-ID: <forward-1@reyes.example>",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="outer"',
      "",
      "--outer",
      "Content-Type: text/plain",
      "",
      "See below.",
      ...attached.flatMap((lines) => ["--outer", `Content-Type: ${type}`, "", ...lines]),
      "--outer--",
      "",
    ].join("\r\n"),
  );
const carried = async (source: Buffer) => (await parseMessage(source, context)).message.carried;

describe("a mail that somebody forwards to themselves as an attachment", () => {
  test("is read with its own sender, date, offset, thread and text", async () => {
    expect(await carried(mail())).toEqual([
      {
        messageId: "invite-1@fairholm-bakery.example",
        inReplyTo: ["apply-1@reyes.example"],
        references: [],
        from: { name: "Jo Field", address: "jo.field@fairholm-bakery.example" },
        to: [
          { name: "Ana Reyes", address: "ana@reyes.example" },
          { name: "Bo Lund", address: "bo@fairholm-bakery.example" },
        ],
        cc: [],
        subject: "Café interview",
        text: expect.stringMatching(/^Dear Ana,\s*$/),
        sentAt: "2026-05-18T07:12:00Z",
        dateOffset: "+02:00",
        calendar: [],
      },
    ]);
  });

  test("is none of the text around it", async () => {
    expect((await parseMessage(mail(), context)).message.text.trim()).toBe("See below.");
  });

  test("of mail to others nothing is read", async () => {
    expect(await carried(mail({ to: "max@elsewhere.example" }))).toBeUndefined();
  });

  test("without a date that can be read it has none", async () => {
    const undated = inner.map((line) => (line.startsWith("Date:") ? "Date: some day" : line));
    expect((await carried(mail({}, [undated])))?.[0]).toMatchObject({ sentAt: null, dateOffset: null });
  });

  test("a broken one, a huge one and a fourth are left out; the mail around them is read", async () => {
    const huge = [...inner, "x".repeat(500_000)];
    expect(await carried(mail({}, [huge]))).toBeUndefined();
    expect(await carried(mail({}, [inner, inner, inner, inner]))).toHaveLength(3);
    const broken = await parseMessage(mail({}, [["no headers at all"]]), context);
    expect(broken.type).toBe("parsed");
    expect(await carried(mail({ type: "text/plain" }))).toBeUndefined();
  });
});

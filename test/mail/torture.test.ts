import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createParser } from "../../src/mail/parser.ts";
import { measuringData } from "../support/measuring-data.ts";

const internalDate = Temporal.Instant.from("2026-05-18T08:12:00Z");
const noNames = async (): Promise<string[][]> => {
  throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
};
const context = { internalDate, authservId: null, now: internalDate };
const letter = Buffer.from("From: greg@abc.example\r\nSubject: Interview\r\n\r\nThursday suits us.");

const parser = createParser(noNames);
// The start of the thread is no mail's time.
beforeAll(() => parser.parse(letter, context));
afterAll(() => parser.close());

/** Reads the mail, then a letter. */
async function afterwards(source: Buffer): Promise<{ milliseconds: number; unreadable: string | null }> {
  const begun = performance.now();
  const { unreadable } = await parser.parse(source, context);
  const milliseconds = performance.now() - begun;
  const next = await parser.parse(letter, context);
  expect(next.message.text).toBe("Thursday suits us.");
  return { milliseconds, unreadable };
}

const data = measuringData("mime");
describe.skipIf(data.missing)(data.title("mails that other parsers were tortured with (R25)"), () => {
  test("none breaks the parser, takes a second or 64 MB, and the mail behind it is read", {
    timeout: 300_000,
  }, async () => {
    const wrong: string[] = [];
    const files = data.files("**/*");
    for (const { name, read } of files) {
      const first = await afterwards(read());
      // A machine that does other work holds up the first mail as well as the last.
      const { milliseconds, unreadable } = first.milliseconds > 1_000 ? await afterwards(read()) : first;
      if (unreadable?.startsWith("it takes") || unreadable?.startsWith("its parser"))
        wrong.push(`${name}: ${unreadable}`);
      if (milliseconds > 1_000) wrong.push(`${name}: ${Math.round(milliseconds)} ms`);
    }
    expect(files.length).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
  });
});

const head = "From: greg@abc.example\r\nSubject: Interview\r\n";
const fill = (what: string, length = 1_500_000): string => what.repeat(Math.floor(length / what.length));

describe("mails of our own that try to hold up the program are read or set aside, and the mail behind them is read (R25)", () => {
  test.each<[string, string]>([
    ["a sender of nothing but open brackets", `From: ${fill("<", 200_000)}\r\n\r\nHi`],
    ["twenty thousand senders", `From: ${fill("a@b.example,", 240_000)}\r\n\r\nHi`],
    ["groups in groups", `From: ${fill("a: b@c.example;", 200_000)}\r\n\r\nHi`],
    ["encoded words without end", `${head}To: ${fill("=?utf-8?Q?=C3=A9?= ", 200_000)}\r\n\r\nHi`],
    ["headers without end", `${fill("X: y\r\n")}${head}\r\nHi`],
    [
      "a parameter in nine thousand pieces",
      `${head}Content-Type: text/plain; ${Array.from({ length: 9_000 }, (_, n) => `n*${n}*=%41`).join("; ")}\r\n\r\nHi`,
    ],
    [
      "parts in parts",
      `${head}${Array.from({ length: 190 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join("")}\r\nHi`,
    ],
    [
      "parts without end",
      `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${fill("--b\r\n\r\nx\r\n")}`,
    ],
    [
      "lines that look like boundaries",
      `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n${fill("--c\r\n")}`,
    ],
    ["mails in mails", `${head}${fill("Content-Type: message/rfc822\r\n\r\n")}`],
    ["nothing but line ends of old computers", `${head}\r\n${fill("\r")}`],
    ["empty lines in HTML", `${head}Content-Type: text/html\r\n\r\n<pre>${fill("x\n")}`],
    ["breaks in HTML", `${head}Content-Type: text/html\r\n\r\n${fill("<br>")}`],
    [
      "nineteen signatures, each hashed its own way",
      `${Array.from({ length: 19 }, (_, n) => `DKIM-Signature: v=1; a=rsa-sha256; l=${n}; d=abc.example; s=s${n}; h=from; bh=x; b=y\r\n`).join("")}${head}\r\n${fill("a \t b  \r\n")}`,
    ],
  ])("%s", async (_, source) => {
    const { milliseconds } = await afterwards(Buffer.from(source));
    expect(milliseconds).toBeLessThan(9_000);
  });
});

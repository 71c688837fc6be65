import { Temporal } from "temporal-polyfill";
import type { Message, SenderProof } from "../domain/message.ts";
import { parseMessage } from "../mail/parse.ts";
import type { JobmailRow } from "./row.ts";

/** Labelled mails prove nothing about their senders; the evaluation takes From at its word. */
const takenAtItsWord: SenderProof = {
  aligned: true,
  domain: null,
  dkimWhole: false,
  evidence: "evaluation: From is believed",
};
const usualDay = "2026-05-18T10:00:00+01:00";

/** The mail that a row describes, put together as MIME and read by the parser that reads every other mail. */
export async function mailOfRow(row: JobmailRow): Promise<Message> {
  const received = row.received ?? usualDay;
  const source = Buffer.from(
    [...headerLines(row, received), ...body(row)].join("\r\n").replaceAll(/\r?\n/g, "\r\n"),
  );
  const parsed = await parseMessage(source, {
    internalDate: Temporal.Instant.from(received),
    proof: takenAtItsWord,
  });
  return parsed.message;
}

function headerLines(row: JobmailRow, received: string): string[] {
  const given: Record<string, string> = {
    from: row.from ?? "",
    subject: row.subject ?? "",
    to: row.person.address,
    date: mailDate(received),
    "message-id": `<${encodeURIComponent(row.id)}@row.example>`,
    ...row.headers,
  };
  return Object.entries(given)
    .filter(([name]) => !/^(?:content-|mime-version)/.test(name))
    .map(([name, value]) => `${name}: ${encoded(name, value)}`);
}

/** RFC 5322 section 3.3, with the offset in which the row was received. */
function mailDate(received: string): string {
  const at = Temporal.Instant.from(received).toZonedDateTimeISO(
    /[+-]\d\d:\d\d$/.exec(received)?.[0] ?? "UTC",
  );
  const two = (value: number) => String(value).padStart(2, "0");
  const month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")[at.month - 1];
  const day = "Mon Tue Wed Thu Fri Sat Sun".split(" ")[at.dayOfWeek - 1];
  return `${day}, ${at.day} ${month} ${at.year} ${two(at.hour)}:${two(at.minute)}:${two(at.second)} ${at.offset.replace(":", "")}`;
}

/** RFC 2047 words where a header holds more than ASCII; a display name is encoded apart from its address. */
function encoded(name: string, value: string): string {
  const line = value.replaceAll(/[\r\n]+\s*/g, " ");
  if (/^[\x20-\x7e]*$/.test(line)) return line;
  const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
  if (!["from", "to", "cc", "reply-to", "sender"].includes(name)) return word(line);
  return line.replaceAll(/"?([^"<>,]*[^\x20-\x7e"<>,][^"<>,]*)"?(?=\s*<)/g, (_, text: string) =>
    word(text.trim()),
  );
}

const boundary = "rows-of-labelled-mail";

function body(row: JobmailRow): string[] {
  const text = row.text ?? row.body ?? "";
  const parts = [
    ...(text !== "" || !row.html ? [part("text/plain; charset=utf-8", text)] : []),
    ...(row.html ? [part("text/html; charset=utf-8", row.html)] : []),
    ...(row.ics ? [part(`text/calendar; charset=utf-8${methodOf(row.ics)}`, row.ics)] : []),
    ...(row.dsn ? [`Content-Type: message/delivery-status\r\n\r\n${row.dsn}\r\n`] : []),
  ];
  const type = row.dsn ? "report; report-type=delivery-status" : row.ics ? "mixed" : "alternative";
  return [
    "MIME-Version: 1.0",
    `Content-Type: multipart/${type}; boundary="${boundary}"`,
    "",
    ...parts.map((one) => `--${boundary}\r\n${one}`),
    `--${boundary}--`,
    "",
  ];
}

const part = (type: string, content: string): string =>
  `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content)
    .toString("base64")
    .replaceAll(/.{76}/g, "$&\r\n")}\r\n`;

const methodOf = (ics: string): string => {
  const method = /^METHOD:(\w+)/im.exec(ics)?.[1];
  return method === undefined ? "" : `; method=${method}`;
};

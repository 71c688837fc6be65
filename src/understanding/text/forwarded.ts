import { Temporal } from "temporal-polyfill";
import type { Address } from "../../domain/message.ts";
import { dateOrderOf } from "../when/date-order.ts";
import { datesIn } from "../when/named-dates.ts";
import { stampsIn } from "../when/stamps.ts";
import { isDivider, opensHeaderBlock } from "./quote-heads.ts";

/** A mail as its forward tells of it. `sentAt`: null where the forward's own date line cannot be read. */
export type ForwardedMail = {
  readonly from: Address | null;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject: string;
  readonly sentAt: Temporal.Instant | null;
  readonly text: string;
};

/**
 * Gives the mail that stands below a forward mark or a block of its header lines, as Gmail, Outlook and Apple Mail write it in several languages;
 * null where there is none. `forwardedAt`: when it was forwarded, on the clock of whoever did.
 */
export function forwardedIn(text: string, forwardedAt: Temporal.ZonedDateTime): ForwardedMail | null {
  const lines = text.slice(0, longest).replaceAll("\u00a0", " ").split("\n");
  const head = lines.findIndex((line, at) => startsHead(lines, line, at));
  if (head < 0) return null;
  const first = lines.findIndex((line, at) => at >= head && fieldIn(line) !== null);
  if (first < 0 || first > head + 4) return null;
  const own = /^\s*>/.test(lines[first] ?? "") ? lines.map((line) => line.replace(/^\s*> ?/, "")) : lines;
  const end = own.findIndex((line, at) => at > first && line.trim() === "");
  const fields = fieldsIn(own.slice(first, end < 0 ? undefined : end));
  const [from, subject, date] = [fields.get("from"), fields.get("subject"), fields.get("date")];
  if (from === undefined || date === undefined) return null;
  return {
    from: addressesIn(from)[0] ?? null,
    to: addressesIn(fields.get("to") ?? ""),
    cc: addressesIn(fields.get("cc") ?? ""),
    subject: subject ?? "",
    sentAt: momentIn(date, forwardedAt),
    text: end < 0 ? "" : own.slice(end).join("\n").trim(),
  };
}

const longest = 100_000;

/** Outlook puts no mark above the fields but a rule, which a text may have elsewhere too. */
const startsHead = (lines: readonly string[], line: string, at: number): boolean =>
  isDivider(line.replace(/^[\s>]+/, "")) || opensHeaderBlock(lines, at);

type Field = "from" | "date" | "subject" | "to" | "cc";
const labels: readonly (readonly [Field, RegExp])[] = [
  ["from", label("from|von|de|da|van|från|fra")],
  [
    "date",
    label(
      "date|sent|gesendet|datum|envoyé(?: le)?|enviado(?: el)?|enviad[oa](?: em)?|fecha|data|verzonden|inviato",
    ),
  ],
  ["subject", label("subject|betreff|objet|asunto|assunto|onderwerp|oggetto")],
  ["to", label("to|an|à|para|aan|a")],
  ["cc", label("cc|kopie|copie")],
];

function label(words: string): RegExp {
  return new RegExp(`^[\\s>]*\\*{0,2}(?:${words})\\s?\\*{0,2}\\s?[:：]\\*{0,2}\\s*(.*)$`, "i");
}

function fieldIn(line: string): { field: Field; value: string } | null {
  for (const [field, form] of labels) {
    const value = form.exec(line)?.[1];
    if (value !== undefined) return { field, value: value.trim() };
  }
  return null;
}

/** The first of a name counts; a line without one goes on with the field above. */
function fieldsIn(lines: readonly string[]): ReadonlyMap<Field, string> {
  const fields = new Map<Field, string>();
  let last: Field | null = null;
  for (const line of lines) {
    const found = fieldIn(line);
    if (found === null) {
      if (last !== null && !/^[^:]{1,20}:/.test(line)) fields.set(last, `${fields.get(last)} ${line.trim()}`);
      else last = null;
      continue;
    }
    last = fields.has(found.field) ? null : found.field;
    if (last !== null) fields.set(last, found.value);
  }
  return fields;
}

/** "Jo Field <jo@abc.example>", "jo@abc.example", "Jo Field [mailto:jo@abc.example]". */
const addressesIn = (value: string): Address[] =>
  [
    ...value.matchAll(
      /([^<>[\],;]*?)[\s<["(]*(?:mailto:)?([^\s<>[\]"(),;:@]+@[^\s<>[\]"(),;:@]+\.[^\s<>[\]"(),;:@]+)/gi,
    ),
  ].map(([, name = "", address = ""]) => ({
    name: name.replace(/["*]/g, "").trim(),
    address: address.toLowerCase(),
  }));

/** Mail programs show the reader's own clock. What lies ahead, or could be two days, is no date of a mail that has arrived. */
function momentIn(line: string, forwardedAt: Temporal.ZonedDateTime): Temporal.Instant | null {
  const date = line.replace(/(\d{1,2}:\d\d):\d\d/, "$1");
  const order = dateOrderOf(date, "");
  const day = datesIn(date, forwardedAt, order)[0];
  if (day === undefined || day.doubt !== null || day.said !== "date") return null;
  const stamp = stampsIn(date, forwardedAt, order)[0];
  const local = stamp?.clock.doubt === null ? stamp.start : day.date.toPlainDateTime("12:00");
  const at = local.toZonedDateTime(forwardedAt.timeZoneId).toInstant();
  return Temporal.Instant.compare(at, forwardedAt.toInstant().add({ hours: 24 })) <= 0 ? at : null;
}

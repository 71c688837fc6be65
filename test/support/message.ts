import { Temporal } from "temporal-polyfill";
import type { Address, Message, SenderProof } from "../../src/domain/message.ts";

/** The person whose mailbox the tests read. */
export const ana = { address: "ana.reyes@mailbox.example", name: "Ana Reyes", zone: "Europe/London" };

export const proven = (domain: string): SenderProof => ({
  aligned: true,
  domain,
  dkimWhole: true,
  evidence: `DKIM of ${domain} passes`,
});

export const unproven: SenderProof = {
  aligned: false,
  domain: null,
  dkimWhole: false,
  evidence: "no signature",
};

type Given = Partial<Omit<Message, "from" | "date">> & { readonly from?: string; readonly date?: string };

/** A mail as the parser gives it. `from` is "Name <address>"; `date` carries the offset of the writer ("2026-05-18T10:00:00+01:00", a Monday). */
export function messageOf({
  from = "Greg Miller <greg.miller@northwind-traders.example>",
  date = "2026-05-18T10:00:00+01:00",
  ...rest
}: Given = {}): Message {
  const sender = addressOf(from);
  const offset = /([+-]\d\d:\d\d)$/.exec(date)?.[1] ?? null;
  return {
    messageId: "one@northwind-traders.example",
    inReplyTo: [],
    references: [],
    from: sender,
    to: [{ name: ana.name, address: ana.address }],
    cc: [],
    subject: "",
    date: Temporal.Instant.from(offset === null ? `${date}Z` : date),
    dateOffset: offset,
    text: "",
    headers: {},
    calendar: [],
    report: null,
    proof: proven(sender.address.slice(sender.address.indexOf("@") + 1)),
    contentHash: "0".repeat(64),
    ...rest,
  };
}

function addressOf(text: string): Address {
  const found = /^(.*?)\s*<([^>]+)>$/.exec(text);
  return { name: found?.[1] ?? "", address: (found?.[2] ?? text).toLowerCase() };
}

type Event = {
  readonly method?: string;
  readonly lines?: readonly string[];
  readonly start?: string;
  readonly end?: string;
  readonly summary?: string;
  readonly sequence?: number;
  readonly uid?: string;
  readonly zone?: readonly string[];
};

/** The text of a calendar part. `start` and `end` are whole property lines ("DTSTART:20260521T130000Z"). */
export const icsOf = ({
  method = "REQUEST",
  lines = [],
  start = "DTSTART:20260521T130000Z",
  end = "DTEND:20260521T134500Z",
  summary = "Interview: Data Analyst",
  sequence = 0,
  uid = "event-1@northwind-traders.example",
  zone = [],
}: Event = {}): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Example//Calendar//EN",
    `METHOD:${method}`,
    ...zone,
    "BEGIN:VEVENT",
    `UID:${uid}`,
    "DTSTAMP:20260518T090000Z",
    ...[start, end].filter((line) => line !== ""),
    `SUMMARY:${summary}`,
    `SEQUENCE:${sequence}`,
    "ORGANIZER;CN=Greg Miller:mailto:greg.miller@northwind-traders.example",
    "ATTENDEE;CN=Ana Reyes;PARTSTAT=NEEDS-ACTION:mailto:ana.reyes@mailbox.example",
    "ATTENDEE;CN=Priya Shah:mailto:priya.shah@northwind-traders.example",
    ...lines,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");

/** A VTIMEZONE with one offset in winter and one in summer (European rule). */
export const vtimezone = (name: string, winter: string, summer: string): readonly string[] => [
  "BEGIN:VTIMEZONE",
  `TZID:${name}`,
  "BEGIN:STANDARD",
  "DTSTART:16010101T030000",
  `TZOFFSETFROM:${summer}`,
  `TZOFFSETTO:${winter}`,
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:16010101T020000",
  `TZOFFSETFROM:${winter}`,
  `TZOFFSETTO:${summer}`,
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];

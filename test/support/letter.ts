import { dkimSign } from "mailauth";
import type { Temporal } from "temporal-polyfill";

export type Signer = { readonly domain: string; readonly selector: string; readonly privateKey: string };

/** A mail as a test tells it. Message-IDs stand without angle brackets. */
export type Letter = {
  readonly from: string;
  readonly to?: string;
  readonly subject?: string;
  readonly text: string;
  readonly id?: string;
  readonly answers?: string;
  /** The domain for which the receiving server vouches; null: it says that nothing passed. By default the sender's. */
  readonly proven?: string | null;
  /** Signs the whole mail, so that our own check of DKIM passes. */
  readonly signed?: Signer;
  readonly headers?: readonly string[];
  readonly calendar?: string;
  /** The date header's value; by default the moment of delivery. */
  readonly date?: string;
};

let letters = 0;

/** The mail as a server delivers it to ana@reyes.example, with that server's verdict on top. */
export async function letterOf(letter: Letter, now: Temporal.Instant): Promise<Buffer> {
  letters += 1;
  const address = /<([^>]+)>/.exec(letter.from)?.[1] ?? letter.from;
  const domain = address.slice(address.indexOf("@") + 1);
  const to = letter.to ?? "Ana Reyes <ana@reyes.example>";
  const proven = letter.proven === undefined ? domain : letter.proven;
  const verdict =
    proven === null
      ? "spf=none; dkim=none; dmarc=fail"
      : `dkim=pass header.d=${proven}; dmarc=pass header.from=${proven}`;
  const written = [
    `Date: ${letter.date ?? inLondon(now)}`,
    `From: ${letter.from}`,
    `To: ${to}`,
    `Subject: ${letter.subject ?? "Hello"}`,
    `Message-ID: <${letter.id ?? `letter-${letters}@${domain}`}>`,
    ...(letter.answers ? [`In-Reply-To: <${letter.answers}>`, `References: <${letter.answers}>`] : []),
    ...(letter.headers ?? []),
    "MIME-Version: 1.0",
    ...bodyOf(letter),
  ].join("\r\n");
  const signature = letter.signed ? await signatureOf(written, letter.signed, now) : "";
  return Buffer.from(`Authentication-Results: mx.reyes.example; ${verdict}\r\n${signature}${written}`);
}

/** As a mail program in London writes it (RFC 5322 section 3.3). */
function inLondon(now: Temporal.Instant): string {
  const at = now.toZonedDateTimeISO("Europe/London");
  const wall = new Date(Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second));
  return wall.toUTCString().replace("GMT", at.offset.replace(":", ""));
}

const bodyOf = ({ text, calendar }: Letter): readonly string[] => {
  const words = text.replaceAll(/\r?\n/g, "\r\n");
  if (!calendar) return ["Content-Type: text/plain; charset=utf-8", "", words, ""];
  return [
    'Content-Type: multipart/alternative; boundary="part"',
    "",
    "--part",
    "Content-Type: text/plain; charset=utf-8",
    "",
    words,
    "",
    "--part",
    `Content-Type: text/calendar; charset=utf-8; method=${/METHOD:(\w+)/.exec(calendar)?.[1] ?? "REQUEST"}`,
    "",
    calendar.trimEnd(),
    "",
    "--part--",
    "",
  ];
};

async function signatureOf(
  source: string,
  { domain, selector, privateKey }: Signer,
  now: Temporal.Instant,
): Promise<string> {
  const key = { signingDomain: domain, selector, privateKey, algorithm: "ed25519-sha256" };
  const { signatures } = await dkimSign(source, {
    ...key,
    canonicalization: "relaxed/relaxed",
    signTime: new Date(now.epochMilliseconds - 60_000),
    headerList: ["from", "to", "subject", "date", "message-id", "in-reply-to", "references"],
    signatureData: [key],
  });
  return `${signatures.trim()}\r\n`;
}

type Meeting = {
  readonly uid?: string;
  readonly start: string;
  readonly end: string;
  readonly sequence?: number;
  readonly method?: "REQUEST" | "CANCEL";
  /** Null leaves the zone out: the times float. */
  readonly zone?: string | null;
  readonly organizer?: string;
  readonly summary?: string;
};

/** A calendar part of Fairholm Bakery. Times are "20260521T140000", in London by default. */
export const meeting = ({
  uid = "talk-1@fairholm-bakery.example",
  start,
  end,
  sequence = 0,
  method = "REQUEST",
  zone = "Europe/London",
  summary = "Interview: Office Manager",
  organizer = "CN=Jo Field:mailto:jo.field@fairholm-bakery.example",
}: Meeting): string => {
  const at = (name: string, time: string) =>
    zone === null ? `${name}:${time}` : `${name};TZID=${zone}:${time}`;
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Fairholm//Diary//EN",
    `METHOD:${method}`,
    ...(zone === null
      ? []
      : [
          "BEGIN:VTIMEZONE",
          `TZID:${zone}`,
          "BEGIN:DAYLIGHT",
          "DTSTART:19700329T010000",
          "TZOFFSETFROM:+0000",
          "TZOFFSETTO:+0100",
          "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
          "END:DAYLIGHT",
          "BEGIN:STANDARD",
          "DTSTART:19701025T020000",
          "TZOFFSETFROM:+0100",
          "TZOFFSETTO:+0000",
          "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
          "END:STANDARD",
          "END:VTIMEZONE",
        ]),
    "BEGIN:VEVENT",
    `UID:${uid}`,
    "DTSTAMP:20260518T090000Z",
    at("DTSTART", start),
    at("DTEND", end),
    `SUMMARY:${summary}`,
    `SEQUENCE:${sequence}`,
    `ORGANIZER;${organizer}`,
    "ATTENDEE;CN=Ana Reyes:mailto:ana@reyes.example",
    ...(method === "CANCEL" ? ["STATUS:CANCELLED"] : []),
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
};

const jo = "Jo Field <jo.field@fairholm-bakery.example>";

/** The usual beginning: Fairholm Bakery invites for Thursday 21 May 2026, 14:00 in London. */
export const invitation = (parts: Partial<Letter> & { readonly meeting?: Partial<Meeting> } = {}): Letter => {
  const { meeting: changed, ...rest } = parts;
  return {
    from: jo,
    subject: "Interview for Office Manager",
    id: "invite-1@fairholm-bakery.example",
    text: [
      "Dear Ana,",
      "",
      "We would like to invite you to an interview for the position of Office Manager at",
      "Fairholm Bakery on Thursday 21 May 2026 at 14:00. It takes 45 minutes.",
      "",
      "Best regards,",
      "Jo Field",
      "Fairholm Bakery",
    ].join("\n"),
    calendar: meeting({ start: "20260521T140000", end: "20260521T144500", ...changed }),
    ...rest,
  };
};

export const rejection = (parts: Partial<Letter> = {}): Letter => ({
  from: jo,
  subject: "Re: Interview for Office Manager",
  answers: "invite-1@fairholm-bakery.example",
  text: [
    "Dear Ana,",
    "",
    "Thank you for coming to see us. After careful consideration we have decided not to move",
    "forward with your application for the position of Office Manager. We wish you every success.",
    "",
    "Best regards,",
    "Jo Field",
    "Fairholm Bakery",
  ].join("\n"),
  ...parts,
});

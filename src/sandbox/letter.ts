import { type AddressObject, simpleParser } from "mailparser";
import MailComposer from "nodemailer/lib/mail-composer";
import { Temporal } from "temporal-polyfill";

export type Correspondent = { readonly name: string; readonly address: string };

/** A mail as its reader sees it. Message-IDs stand without angle brackets, addresses in lower case. */
export type Letter = {
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly from: Correspondent;
  readonly replyTo: Correspondent | null;
  readonly to: readonly Correspondent[];
  readonly subject: string;
  /** The Subject header as it stands, encoded, on one line: what can be put into another header. */
  readonly rawSubject: string;
  /** The decoded plain text. */
  readonly text: string;
  readonly date: Date | null;
  readonly raw: Buffer;
};

/** Reads a mail. Whatever is missing is empty; nothing is refused. */
export async function readLetter(raw: Buffer): Promise<Letter> {
  const mail = await simpleParser(raw);
  const references = [mail.references ?? []].flat().map(bare);
  return {
    messageId: bare(mail.messageId ?? ""),
    inReplyTo: mail.inReplyTo === undefined ? null : bare(mail.inReplyTo),
    references,
    from: correspondents(mail.from)[0] ?? { name: "", address: "" },
    replyTo: correspondents(mail.replyTo)[0] ?? null,
    to: correspondents(mail.to),
    subject: mail.subject ?? "",
    rawSubject: subjectLine(raw),
    text: mail.text ?? "",
    date: mail.date ?? null,
    raw,
  };
}

export type NewLetter = {
  readonly from: Correspondent;
  readonly to: Correspondent;
  readonly subject: string;
  readonly text: string;
  readonly at: Temporal.ZonedDateTime;
  readonly messageId: string;
  readonly inReplyTo?: string | null;
  readonly references?: readonly string[];
  /** A calendar part, with its METHOD. */
  readonly calendar?: { readonly method: string; readonly ics: string };
  /** The receiving server's verdict, without the header's name; stands above everything else (RFC 8601 section 4). */
  readonly verdict?: string;
};

/** Writes a mail as a mail client does: CRLF, the Date with the writer's offset, nothing that must be fetched. */
export async function writeLetter(letter: NewLetter): Promise<Buffer> {
  const composer = new MailComposer({
    from: { ...letter.from },
    to: { ...letter.to },
    subject: letter.subject,
    text: letter.text.endsWith("\n") ? letter.text : `${letter.text}\n`,
    date: mailDate(letter.at),
    messageId: `<${letter.messageId}>`,
    ...(letter.inReplyTo ? { inReplyTo: `<${letter.inReplyTo}>` } : {}),
    ...(letter.references?.length ? { references: letter.references.map((id) => `<${id}>`).join(" ") } : {}),
    ...(letter.calendar
      ? { icalEvent: { method: letter.calendar.method, content: letter.calendar.ics } }
      : {}),
    newline: "\r\n",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await composer.compile().build();
  if (letter.verdict === undefined) return raw;
  return Buffer.concat([Buffer.from(`Authentication-Results: ${letter.verdict}\r\n`), raw]);
}

/** An answer with the answered mail quoted below it, as mail clients do; `zone` is the writer's. */
export function quoteBelow(text: string, answered: Letter, zone: string): string {
  const writtenAt = Temporal.Instant.fromEpochMilliseconds(answered.date?.getTime() ?? 0).toZonedDateTimeISO(
    zone,
  );
  const day = writtenAt.toLocaleString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  const time = writtenAt.toPlainTime().toString({ smallestUnit: "minute" });
  const quoted = answered.text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => (line === "" ? ">" : line.startsWith(">") ? `>${line}` : `> ${line}`))
    .join("\n");
  const who = answered.from.name || answered.from.address;
  return `${text.trimEnd()}\n\nOn ${day} at ${time}, ${who} <${answered.from.address}> wrote:\n\n${quoted}\n`;
}

/** "Re: " once, however often it was answered. */
export const answerSubject = (subject: string): string =>
  /^re:/i.test(subject) ? subject : `Re: ${subject}`;

/** References of an answer: those of the answered mail and its own id (RFC 5322 section 3.6.4). */
export const answerReferences = (answered: Letter): readonly string[] => [
  ...new Set([
    ...answered.references,
    ...(answered.inReplyTo ? [answered.inReplyTo] : []),
    answered.messageId,
  ]),
];

/** "Fri, 22 May 2026 07:30:00 +0100" (RFC 5322 section 3.3). */
export function mailDate(at: Temporal.ZonedDateTime): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const day = at.toLocaleString("en-GB", { weekday: "short" });
  const month = at.toLocaleString("en-US", { month: "short" });
  const time = `${two(at.hour)}:${two(at.minute)}:${two(at.second)}`;
  return `${day}, ${at.day} ${month} ${at.year} ${time} ${at.offset.replace(":", "")}`;
}

const bare = (id: string): string => id.trim().replace(/^<|>$/g, "");

function correspondents(field: AddressObject | AddressObject[] | undefined): readonly Correspondent[] {
  return [field ?? []]
    .flat()
    .flatMap(({ value }) => value)
    .flatMap((one) => one.group ?? [one])
    .map(({ name, address }) => ({ name, address: (address ?? "").toLowerCase() }));
}

function subjectLine(raw: Buffer): string {
  const [head = ""] = raw.toString("latin1").split(/\r?\n\r?\n/, 1);
  const subject = /^subject:[ \t]*(.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1] ?? "";
  return subject.replace(/\r?\n[ \t]+/g, " ").trim();
}

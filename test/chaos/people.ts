import type { Temporal } from "temporal-polyfill";
import { passing } from "../../src/sandbox/account.ts";
import { type Letter, writeLetter } from "../../src/sandbox/letter.ts";

/** Who is looking for work in a run; each has a mailbox of their own. */
export type Seeker = { readonly n: number; readonly name: string; readonly address: string };
/** Who invites them; each a firm of its own. */
export type Inviter = {
  readonly firm: string;
  readonly role: string;
  readonly name: string;
  readonly address: string;
};

export const zone = "Europe/London";

const seekers = ["Ana Reyes", "Ben Okoro", "Cleo Marsh", "Dan Weiss", "Eva Lund", "Finn Brody", "Gia Rossi"];
const first = ["Alder", "Birch", "Cedar", "Dune", "Ember", "Fern", "Gable", "Harbour", "Iris", "Juniper"];
const second = ["Works", "Mills", "Yard", "Foundry", "Press", "Labs", "Bridge", "Court", "Fields", "Gate"];
const third = ["North", "South", "East", "West", "Upper", "Lower", "Old", "New", "Great", "Little"];
const given = ["Greta", "Hugo", "Ines", "Jonas", "Kira", "Leon", "Maya", "Nils", "Olga", "Pavel"];
const family = ["Vance", "Holt", "Quill", "Stone", "Thorne", "Ashby", "Carver", "Doyle", "Ellis", "Frost"];
const roles = ["Data Engineer", "Product Designer", "Team Lead", "Analyst", "Backend Developer"];

export const seeker = (n: number): Seeker => {
  const name = `${pick(seekers, n)}`;
  return { n, name, address: `${name.split(" ")[0]?.toLowerCase()}${n}@home${n}.example` };
};

/** The `k`th firm that invites a seeker; a thousand have names of their own. */
export const inviter = ({ n }: Seeker, k: number): Inviter => {
  const firm = `${pick(third, Math.floor(k / 100))} ${pick(first, k)} ${pick(second, Math.floor(k / 10))}`;
  const name = `${pick(given, k + n)} ${pick(family, Math.floor(k / 10) + n)}`;
  const domain = `${firm.toLowerCase().replaceAll(" ", "")}.example`;
  return { firm, role: pick(roles, k), name, address: `${name.toLowerCase().replace(" ", ".")}@${domain}` };
};

const pick = (from: readonly string[], n: number): string => from[n % from.length] ?? "";

/** An invitation with a calendar part, for one hour from `starts`. */
export function invitation(
  to: Seeker,
  from: Inviter,
  at: Temporal.ZonedDateTime,
  starts: Temporal.ZonedDateTime,
): Promise<Buffer> {
  const ends = starts.add({ hours: 1 });
  const day = starts.toLocaleString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const id = `invitation.${to.n}.${from.address}`;
  const subject = `Interview for ${from.role} at ${from.firm}`;
  return writeLetter({
    from,
    to,
    subject,
    text: `Dear ${to.name.split(" ")[0]},\n\nThank you for your application for the ${from.role} role at ${from.firm}. We would like to invite you to an interview with me on ${day}, from ${clock(starts)} to ${clock(ends)}, at our office. The calendar entry is attached.\n\nKind regards,\n${from.name}\n${from.firm}`,
    at,
    messageId: id,
    calendar: { method: "REQUEST", ics: calendar(to, from, subject, starts, ends) },
    verdict: passing(to.address, from.address),
  });
}

const clock = (at: Temporal.ZonedDateTime): string => at.toPlainTime().toString({ smallestUnit: "minute" });

const calendar = (
  to: Seeker,
  from: Inviter,
  summary: string,
  starts: Temporal.ZonedDateTime,
  ends: Temporal.ZonedDateTime,
): string =>
  [
    "BEGIN:VCALENDAR",
    "PRODID:-//Firm//EN",
    "VERSION:2.0",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    `UID:${to.n}.${from.address}`,
    "SEQUENCE:0",
    `DTSTAMP:${utc(starts.subtract({ days: 1 }))}`,
    `DTSTART:${utc(starts)}`,
    `DTEND:${utc(ends)}`,
    `SUMMARY:${summary}`,
    `ORGANIZER;CN=${from.name}:mailto:${from.address}`,
    `ATTENDEE;CN=${to.name};PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${to.address}`,
    "STATUS:CONFIRMED",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");

const utc = (at: Temporal.ZonedDateTime): string =>
  `${at.withTimeZone("UTC").toPlainDateTime().toString({ smallestUnit: "second" }).replace(/[-:]/g, "")}Z`;

/** Their answer to a mail, from the address that wrote the invitation. */
export const answerFrom = (
  to: Seeker,
  from: Inviter,
  answered: Pick<Letter, "messageId" | "references">,
  at: Temporal.ZonedDateTime,
  text: string,
): Promise<Buffer> =>
  writeLetter({
    from,
    to,
    subject: `Re: Interview for ${from.role} at ${from.firm}`,
    text: `Dear ${to.name.split(" ")[0]},\n\n${text}\n\nKind regards,\n${from.name}\n${from.firm}`,
    at,
    messageId: `answer.${to.n}.${at.epochMilliseconds}.${from.address}`,
    inReplyTo: answered.messageId,
    references: [...answered.references, answered.messageId],
    verdict: passing(to.address, from.address),
  });

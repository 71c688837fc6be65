import type { Temporal } from "temporal-polyfill";
import { failing, passing } from "../../sandbox/account.ts";
import { type NewLetter, writeLetter } from "../../sandbox/letter.ts";
import type { Employer } from "./employers.ts";
import { person, season } from "./season.ts";

/** An employer's mail of the past. `proven`: the server vouches for its sender. */
export type Past = Pick<NewLetter, "from" | "subject" | "text" | "messageId" | "inReplyTo" | "calendar"> & {
  readonly at: Temporal.ZonedDateTime;
  readonly proven: boolean;
};

/** A mail of that employer's contact; more than one at a moment come in the order of their lines. */
export function mail(
  { n, contact, name }: Employer,
  at: Temporal.ZonedDateTime,
  subject: string,
  words: string,
  more: Partial<Past> = {},
): Past {
  return {
    from: contact,
    subject,
    messageId: `mail-${n}-${at.epochMilliseconds}@${contact.address.split("@")[1]}`,
    text: `Dear ${person.name.split(" ")[0]},\n\n${words}\n\nBest regards,\n${contact.name}\n${name}`,
    at: at.add({ minutes: n }),
    proven: true,
    ...more,
  };
}

export const application = (employer: Employer): Past =>
  mail(
    employer,
    season.invited,
    `Your application for ${employer.role} at ${employer.name}`,
    `Thank you for your application for the position of ${employer.role} at ${employer.name}. We have received it and will come back to you.`,
  );

/** A mail that answers the thread of the application, two days later. */
export function answered(employer: Employer, words: string): Past {
  const { subject, messageId } = application(employer);
  return mail(employer, season.news, `Re: ${subject}`, words, { inReplyTo: messageId });
}

/** An invitation with its calendar entry. */
export function invitation(
  employer: Employer,
  at: Temporal.ZonedDateTime,
  start: Temporal.ZonedDateTime,
  more = "",
): Past {
  const { role, name } = employer;
  const day = start.toLocaleString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return mail(
    employer,
    at,
    `Interview for ${role} at ${name}`,
    `We would like to invite you to an interview for the position of ${role} at ${name} on ${day} at 14:00. It takes 45 minutes. ${more}`.trim(),
    { calendar: { method: "REQUEST", ics: calendarEntry(employer, start) } },
  );
}

function calendarEntry({ n, role, contact }: Employer, start: Temporal.ZonedDateTime): string {
  const utc = (when: Temporal.ZonedDateTime): string =>
    when.toInstant().toString({ smallestUnit: "second" }).replace(/[-:]/g, "");
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Diary//Diary//EN",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    `UID:talk-${n}@${contact.address.split("@")[1]}`,
    "DTSTAMP:20260418T090000Z",
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(start.add({ minutes: 45 }))}`,
    `SUMMARY:Interview: ${role}`,
    "SEQUENCE:0",
    `ORGANIZER;CN=${contact.name}:mailto:${contact.address}`,
    `ATTENDEE;CN=${person.name}:mailto:${person.address}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

/** The mail as the person's server delivers it, with its verdict on top. */
export const written = ({ at, proven, ...letter }: Past): Promise<Buffer> =>
  writeLetter({
    ...letter,
    to: person,
    at,
    ...(letter.inReplyTo && { references: [letter.inReplyTo] }),
    verdict: (proven ? passing : failing)(person.address, letter.from.address),
  });

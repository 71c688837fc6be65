import type { Temporal } from "temporal-polyfill";
import { domainOf, passing } from "./account.ts";
import { oneEvent } from "./calendar-entry.ts";
import { answerReferences, answerSubject, type Letter, quoteBelow, writeLetter } from "./letter.ts";
import type { StoryPerson } from "./program.ts";
import { dayInWords } from "./telling.ts";

/** A mail that the employer will write. */
export type EmployerLetter = {
  readonly at: Temporal.ZonedDateTime;
  readonly write: () => Promise<Buffer>;
};

/** Somebody at a company that does not exist, who invites, answers once with a promise, keeps silent, and decides when asked. */
export type Employer = {
  readonly name: string;
  readonly company: string;
  readonly invitation: EmployerLetter;
  /** What follows from a mail to them at that moment, or null: they read it and say nothing. */
  readonly answer: (letter: Letter, now: Temporal.ZonedDateTime) => EmployerLetter | null;
};

const nora = { name: "Nora Whitlock", address: "nora.whitlock@larkfield.example" };
const company = "Larkfield Instruments";

/** @param monday the day of the invitation; the interview is on the Thursday of that week at 14:00. */
export function openEmployer(person: StoryPerson, monday: Temporal.PlainDate): Employer {
  const interview = monday.add({ days: 3 }).toZonedDateTime({ timeZone: person.zone, plainTime: "14:00" });
  const invitedAt = monday.toZonedDateTime({ timeZone: person.zone, plainTime: "09:20" });
  const firstName = person.name.split(" ", 1)[0] ?? person.name;
  const to = { name: person.name, address: person.address };
  const verdict = passing(person.address, nora.address);
  const sign = `Best wishes,\nNora Whitlock\nHead of Engineering, ${company}`;
  let answers = 0;

  const invitation: EmployerLetter = {
    at: invitedAt,
    write: () =>
      writeLetter({
        from: nora,
        to,
        at: invitedAt,
        verdict,
        messageId: `invitation@${domainOf(nora.address)}`,
        subject: `Interview for Instrument Software Engineer at ${company}`,
        text:
          `Dear ${firstName},\n\nThank you for your application for the role of Instrument Software Engineer at ${company}.\n` +
          `I would like to invite you to an interview on ${dayInWords(interview)} from 14:00 to 15:00, ` +
          `at our workshop in Quay Street.\nWe will look at a piece of our firmware together.\n\n${sign}\n`,
        calendar: {
          method: "REQUEST",
          ics: oneEvent({
            uid: `first-interview@${domainOf(nora.address)}`,
            start: interview,
            end: interview.add({ hours: 1 }),
            stamp: invitedAt,
            summary: `Interview: Instrument Software Engineer at ${company}`,
            place: "4 Quay Street",
            organizer: nora,
            attendee: to,
          }),
        },
      }),
  };

  const reply = (letter: Letter, at: Temporal.ZonedDateTime, text: string): EmployerLetter => ({
    at,
    write: () =>
      writeLetter({
        from: nora,
        to,
        at,
        verdict,
        messageId: `answer-${answers}@${domainOf(nora.address)}`,
        subject: answerSubject(letter.subject),
        text: quoteBelow(`Hello ${firstName},\n\n${text}\n\n${sign}`, letter, person.zone),
        inReplyTo: letter.messageId,
        references: answerReferences(letter),
      }),
  });

  const answer = (letter: Letter, now: Temporal.ZonedDateTime): EmployerLetter | null => {
    if (!letter.to.some(({ address }) => address === nora.address)) return null;
    if (now.epochMilliseconds < interview.epochMilliseconds) return null;
    answers += 1;
    if (answers === 1)
      return reply(
        letter,
        now.add({ hours: 2, minutes: 10 }),
        `Thank you for your mail. We are seeing two more people, and we will let you know our decision by ${dayInWords(fridayAfter(now))}.`,
      );
    if (answers > 2) return null;
    return reply(
      letter,
      now.add({ days: 1, hours: 1 }),
      "Thank you for your patience, and for asking. We have decided to move forward with another candidate " +
        "for this role. It was a close decision, and I enjoyed our conversation.",
    );
  };

  return { name: nora.name, company, invitation, answer };
}

/** Friday of the next week. */
const fridayAfter = (now: Temporal.ZonedDateTime): Temporal.PlainDate =>
  now.toPlainDate().add({ days: 12 - now.dayOfWeek });

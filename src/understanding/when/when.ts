import type { Temporal } from "temporal-polyfill";
import type { Facts, InterviewFact, Kind } from "../../domain/assessment.ts";
import type { Message } from "../../domain/message.ts";
import type { CalendarReading } from "../calendar/calendar.ts";
import { interviewInCalendar } from "../calendar/calendar-interview.ts";
import { type MailboxOwner, writtenAt } from "../mailbox-owner.ts";
import { plainWords } from "../text/plain-words.ts";
import type { LetterParts } from "../text/reply-text.ts";
import { dateOrderOf } from "./date-order.ts";
import { datedSentences } from "./dated-sentences.ts";
import { interviewInWords } from "./interview-words.ts";
import { offerDeadlineIn } from "./offer-deadline.ts";
import { promiseReading } from "./promise.ts";
import { asked } from "./promise-cues.ts";
import type { IsHoliday } from "./work-days.ts";

/** What is read for the times of a mail. `event` is its calendar part when that is about an interview. */
export type WhenInput = {
  readonly message: Message;
  readonly parts: LetterParts;
  readonly kind: Kind;
  readonly event: CalendarReading | null;
  readonly person: MailboxOwner;
  readonly isHoliday: IsHoliday;
};
export type When = Pick<Facts, "interview" | "promise" | "offerDeadline" | "ambiguous">;

const withoutPromise: ReadonlySet<Kind> = new Set<Kind>([
  "rejection",
  "offer_withdrawn",
  "recruiter_outreach",
]);

/** Interview, promise and offer deadline of a mail, and every date that could be two, in words; such a one is not used (POLICY 8.4). */
export function whenIn(input: WhenInput): When {
  const { message, parts, kind, event, person, isHoliday } = input;
  const newest = unglued(parts.newest);
  const spokenMail = { message, subject: plainWords(message.subject), newest, signature: parts.signature };
  const inWords = interviewInWords(spokenMail, kind, person.zone);
  const { interview, ambiguous } =
    event === null ? inWords : interviewInCalendar(event, inWords, spokenMail, person.zone);
  const at = writtenAt(message, person);
  const order = dateOrderOf(newest, parts.signature);
  const about = { earlier: spokenMail.subject, interview: dayOf(interview, person.zone), order };
  const { promise, ambiguous: promised } = withoutPromise.has(kind)
    ? { promise: null, ambiguous: [] }
    : promiseReading(newest, at, isHoliday, about);
  // "You will have our answer by Friday" binds them, not the person.
  const own = datedSentences(newest).filter(
    (sentence) => sentence !== promise?.quote || asked.test(sentence),
  );
  const offer = kind === "offer" ? offerDeadlineIn(own, at, isHoliday, order) : { due: null, ambiguous: [] };
  return {
    interview,
    promise,
    offerDeadline: offer.due,
    ambiguous: [...new Set([...ambiguous, ...promised, ...offer.ambiguous])],
  };
}

/** Cells of a table may arrive without the space between them: "June 5, 20262:30 PM". */
const unglued = (text: string): string =>
  text
    .replace(/(20\d\d)(?=\d{1,2}[:.]\d{2})/g, "$1 ")
    .replace(/(\p{Ll})(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)/gu, "$1 ");

const dayOf = (interview: InterviewFact | null, zone: string): Temporal.PlainDate | null =>
  interview === null ? null : interview.start.withTimeZone(zone).toPlainDate();

import { type Facts, type InterviewFact, type Kind, noFacts } from "../domain/assessment.ts";
import type { Message } from "../domain/message.ts";
import type { CalendarReading } from "./calendar.ts";
import { deadlinesIn } from "./deadline.ts";
import { employerIn } from "./employers.ts";
import { interviewInWords } from "./interview-words.ts";
import { type MailboxOwner, writtenAt } from "./mailbox-owner.ts";
import { peopleIn } from "./people.ts";
import { plainWords } from "./plain-words.ts";
import { promiseIn } from "./promise.ts";
import type { LetterParts } from "./reply-text.ts";
import { roleIn } from "./roles.ts";
import type { Verdict } from "./verdict.ts";
import type { IsHoliday } from "./work-days.ts";

type Reading = {
  readonly message: Message;
  readonly parts: LetterParts;
  readonly sentences: readonly string[];
  readonly verdict: Verdict;
  readonly event: CalendarReading | null;
  readonly person: MailboxOwner;
  readonly isHoliday: IsHoliday;
};

const factless: ReadonlySet<Kind> = new Set<Kind>(["unrelated", "newsletter_job_alert", "bounce"]);
const inWords: ReadonlySet<Kind> = new Set<Kind>([
  "interview_invitation",
  "interview_confirmed",
  "interview_rescheduled",
]);
const withoutPromise: ReadonlySet<Kind> = new Set<Kind>([
  "rejection",
  "offer_withdrawn",
  "recruiter_outreach",
]);

/** Everything that a mail of a candidacy says besides its kind. Mail of no candidacy has no facts. */
export function factsOf({ message, parts, sentences, verdict, event, person, isHoliday }: Reading): Facts {
  if (factless.has(verdict.kind)) return noFacts;
  const subject = plainWords(message.subject);
  const title = event?.title ?? "";
  const { employer, employerDomain } = employerIn(message, `${title}\n${parts.newest}`, parts.signature);
  const spoken =
    (event === null || !event.time.ok) && inWords.has(verdict.kind)
      ? interviewInWords(message, parts.newest, verdict.kind === "interview_rescheduled", person.zone)
      : null;
  const at = writtenAt(message, person);
  const everything = `${subject}\n${title}\n${parts.newest}`;
  return {
    ...noFacts,
    employer,
    employerDomain,
    role: roleIn(subject, `${title}\n${parts.newest}`) ?? roleIn(title, ""),
    people: peopleIn(message, parts, event, person, employer),
    interview: (event === null ? null : fromCalendar(event)) ?? spokenFor(spoken?.interview ?? null, event),
    promise: withoutPromise.has(verdict.kind) ? null : promiseIn(parts.newest, at, isHoliday),
    roleCancelled:
      (verdict.kind === "rejection" || verdict.kind === "no_for_now") && cancelled.test(everything),
    finalStage: verdict.kind.startsWith("interview_") && final.test(everything),
    offerDeadline:
      verdict.kind === "offer"
        ? (sentences
            .filter((line) => answerBy.test(line))
            .flatMap((line) => deadlinesIn(line, at, isHoliday))[0]?.due ?? null)
        : null,
    asks: verdict.kind === "rejection" ? null : asksIn(sentences),
    ambiguous: spoken?.ambiguous ?? [],
  };
}

/** A calendar part that leaves the time open still says which event the words are about. */
const spokenFor = (spoken: InterviewFact | null, event: CalendarReading | null): InterviewFact | null =>
  spoken && event && event.method !== "COUNTER"
    ? { ...spoken, uid: event.uid, sequence: event.sequence }
    : spoken;

function fromCalendar(event: CalendarReading): InterviewFact | null {
  // A counter-proposal is no appointment until it is taken.
  if (!event.time.ok || event.method === "COUNTER") return null;
  return {
    uid: event.uid,
    sequence: event.sequence,
    ...event.time.value,
    title: event.title,
    place: event.place,
  };
}

const cancelled =
  /\b(?:position|role|vacancy|job|opening|requisition|search|recruitment|hiring)\b[^.\n]{0,70}\b(?:cancel\w*|withdrawn|eliminated|frozen|freeze|closed without|no longer (?:exists?|needed|required)|put on hold)\b|\bhiring freeze\b/i;
const final =
  /\b(?:final|last)(?:[- ](?:round|stage|step))?\s+(?:\w+\s)?(?:interview|round|stage|conversation|meeting|step)\b|\bfinal[- ]round\b/i;
const answerBy =
  /\b(?:respond|reply|answer|accept|sign|return|decide|let (?:us|me) know|open until|valid until|expires?|deadline|confirm)\b/i;

const empty =
  /\b(?:any (?:further )?(?:questions?|queries|problems|issues|concerns)|feel free|do not hesitate|don't hesitate|hope (?:you|this|all)|how are you|unsubscribe|need anything)\b/i;
const asking =
  /\b(?:could|can|would|will|do|does|are|have|when|what|which|how|where) (?:you|your)\b[^?]*\?|\b(?:when|what|which|how|where|would|does|is)\b[^?]*\b(?:you|your|work|suit|convenient)\b[^?]*\?/i;
const requesting =
  /\b(?:please|kindly)\s+(?:\w+ly\s+)?(?:let (?:me|us) know|send|provide|confirm|reply|respond|share|complete|submit|upload|book|choose|pick|select|give|advise|bring|tell|furnish|clarify|return|sign|review and sign)\b/i;

/** The first sentence that asks something of the person; "any questions?" asks nothing. */
function asksIn(sentences: readonly string[]): string | null {
  const asks = sentences.filter((line) => !empty.test(line));
  return asks.find((line) => asking.test(line)) ?? asks.find((line) => requesting.test(line)) ?? null;
}

import { type Assessment, type Facts, noFacts } from "../domain/assessment.ts";
import type { Message } from "../domain/message.ts";
import { type CalendarReading, readCalendar } from "./calendar/calendar.ts";
import { calendarVerdict } from "./calendar/calendar-verdict.ts";
import { isApplicantSystem, registrable } from "./domains.ts";
import { factsOf } from "./facts.ts";
import { listEvidence, structureOf } from "./kind/automatic.ts";
import { scoreCues } from "./kind/cues.ts";
import { weigh } from "./kind/learned.ts";
import { phraseVerdict } from "./kind/phrase-verdict.ts";
import { isWorthASecondReading, type SecondOpinion, verdictOfOpinion } from "./kind/second-opinion.ts";
import { signsOf } from "./kind/signs.ts";
import { type Verdict, verdictOf } from "./kind/verdict.ts";
import { type MailboxOwner, writtenAt } from "./mailbox-owner.ts";
import { plainWords, sentencesOf } from "./text/plain-words.ts";
import { type LetterParts, letterParts } from "./text/reply-text.ts";
import { absenceIn } from "./when/absence.ts";
import { promiseIn } from "./when/promise.ts";
import { type IsHoliday, noHolidays } from "./when/work-days.ts";
import { whoIn } from "./who/who.ts";

/**
 * Says what a mail from outside means, with the quoted words that prove it. Order of proof: delivery reports and auto-replies, then the
 * calendar part, then lists, then the learnt weights against the exact phrases of the newest text. Where only the tone says no, the kind is
 * `holding` and `ambiguous` says "may be a no"; a no that no sentence says is at most asked about (DESIGN section 5).
 * @param opinion what a model says; it counts only where the rules are unsure and its quotes stand in the mail
 * @param isHoliday public holidays of the employer's country, for promised working days; Saturdays and Sundays only when left out
 */
export function assess(
  message: Message,
  person: MailboxOwner,
  isHoliday: IsHoliday = noHolidays,
  opinion: SecondOpinion | null = null,
): Assessment {
  const parts = letterParts(message.text);
  const subject = plainWords(message.subject);
  const structure = structureOf(message, parts.newest);
  if (structure !== null) {
    const facts = structure.kind === "auto_reply" ? absenceFacts(message, parts, person, isHoliday) : noFacts;
    return {
      kind: structure.kind,
      confidence: structure.confidence,
      by: "rules",
      evidence: [structure.evidence],
      facts,
    };
  }
  const sentences = sentencesOf(parts.newest);
  const words = verdictOf(
    phraseVerdict(scoreCues(subject, sentences)),
    weigh(signsOf(message, subject, sentences)),
  );
  const readings = message.calendar.map((part) => readCalendar(part, message));
  const event = readings.find((reading) => reading.ok)?.value ?? null;
  const refusals = readings.flatMap((reading) => (reading.ok ? [] : [reading.error]));
  const byRules =
    (event === null ? null : calendarVerdict(event, subject, parts.newest, person)) ??
    fromAList(message, words) ??
    promising(words, message, parts.newest, person, isHoliday);
  const asked = opinion !== null && isWorthASecondReading(byRules, message, parts.newest);
  const verdict = (asked ? verdictOfOpinion(opinion, subject, parts.newest) : null) ?? byRules;
  const inCalendar = verdict.by === "calendar" ? event : null;
  const facts = factsOf({ message, parts, sentences, verdict, event: inCalendar, person, isHoliday });
  return {
    ...verdict,
    facts: {
      ...facts,
      ambiguous: [...facts.ambiguous, ...verdict.doubts, ...refusals, ...timeDoubt(inCalendar)],
    },
  };
}

/** Words that only promise an answer are news of a process that goes on. */
function promising(
  words: Verdict,
  message: Message,
  newest: string,
  person: MailboxOwner,
  isHoliday: IsHoliday,
): Verdict {
  if (words.kind !== "unrelated" || words.evidence.length > 0) return words;
  const promise = promiseIn(newest, writtenAt(message, person), isHoliday);
  return promise === null ? words : { ...words, kind: "holding", confidence: 0.6, evidence: [promise.quote] };
}

const timeDoubt = (event: CalendarReading | null): readonly string[] =>
  event === null || event.time.ok ? [] : [event.time.error];

/** Newsletters and lists change nothing; an applicant system that sends through a list still may (POLICY 8.1). */
function fromAList(message: Message, words: Verdict): Verdict | null {
  const list = listEvidence(message);
  if (list === null) return null;
  const domain = message.from === null ? null : registrable(message.from.address);
  if (domain !== null && isApplicantSystem(domain) && words.kind !== "unrelated") return null;
  const kind =
    words.kind === "newsletter_job_alert" || words.kind === "recruiter_outreach"
      ? "newsletter_job_alert"
      : "unrelated";
  const jobs = /\b(?:jobs?|vacanc|career|hiring|stellen)\b/i.test(
    `${message.subject} ${message.from?.name ?? ""}`,
  );
  return {
    kind: jobs ? "newsletter_job_alert" : kind,
    confidence: 0.9,
    by: "rules",
    evidence: [list],
    doubts: [],
  };
}

function absenceFacts(
  message: Message,
  parts: LetterParts,
  person: MailboxOwner,
  isHoliday: IsHoliday,
): Facts {
  const absence = absenceIn(
    `${message.subject}\n${parts.newest}`,
    writtenAt(message, person),
    isHoliday,
    parts.signature,
  );
  return {
    ...noFacts,
    ...whoIn({ message, parts, event: null, person, kind: "auto_reply" }),
    returnDate: absence.returnDate,
    leftCompany: absence.leftCompany,
    ambiguous: absence.ambiguous,
  };
}

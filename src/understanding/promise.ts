import type { Temporal } from "temporal-polyfill";
import type { PromiseFact } from "../domain/assessment.ts";
import { type Deadline, deadlinesIn } from "./deadline.ts";
import { plainWords, sentencesOf } from "./plain-words.ts";
import { type IsHoliday, noHolidays } from "./work-days.ts";

const who = String.raw`(?:we|i|they|he|she|it|someone|somebody|one of us|(?:the|our|my|a member of (?:the|our)) [\w' -]{2,40}?|[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+)?)`;
const will = `(?:will|'ll|shall|should|aim to|hope to|plan to|expect to|intend to|want to|would like to|are going to|is going to|can|(?:am|are|is) (?:aiming|hoping|planning|looking|expecting|due) to|decides?)`;
const word = `(?:let (?:you|me|everyone|candidates|applicants)(?: all)? (?:know|have)|be in (?:touch|contact)|get (?:back|in touch)|come back|reach out|follow up|contact|reply|respond|write|call|phone|ring|e-?mail|update|inform|notify|tell|hear|have (?:news|an? (?:answer|decision|update|response|outcome))|(?:make|reach|take|come to) (?:a|our|the|their|its) (?:final )?(?:decision|choice)|decide|give you|send you|share|announce|finali[sz]e|conclude|receive|expect (?:to hear|an? (?:answer|decision|update|response|reply|call))|know|be made|confirm)`;

/** Someone of the employer will say something, or the person will hear it. */
const promised = new RegExp(
  [
    String.raw`\b${who}(?:\s+(?:also|then|both|all))?\s*(?:'ll|${will})\s+(?:\w+ly |be able to |also |then |all |definitely |try to |hear |have )?${word}\b`,
    String.raw`\byou(?:'ll| will| should| can expect to| may expect to)\s+(?:also |then |all )?(?:hear\b|receive (?:an? |our |the |further )?(?:\w+ )?(?:answer|reply|response|decision|news|update|feedback|result|outcome|call)|get (?:a|an|our|the|word|news)\b|have (?:a|an|our|the|news)\b|know\b|be (?:contacted|informed|notified|told)\b)`,
    String.raw`\b(?:they|he|she|it|[A-Z][\p{L}'-]+)\s+(?:decides?|(?:are|is) deciding|will know)\b`,
    String.raw`\b(?<!your )(?:a |the |our |their |any |final |hiring )*(?:decision|outcome|answer|feedback|response|result|verdict)s?\b.{0,40}?\b(?:will|should|is|are|can be|expected|due|by|within|before|in)\b`,
    String.raw`\b(?:expect|anticipate|hope|aim|plan) (?:to (?:have|make|reach)|having|making) (?:a|an|our|the) (?:final )?(?:decision|answer|update|outcome)\b`,
    String.raw`\b(?:decision|answer|update) by\b`,
  ].join("|"),
  "iu",
);
/** What the person is to do by a date, and what was only hoped or refused, promises nothing. */
const asked =
  /\b(?:please|kindly|could you|can you|would you|you (?:must|need to|have to|are asked|should (?:complete|send|reply|respond|submit))|let (?:us|me) know|appreciate your)\b/i;
const void_ =
  /\b(?:won't|will not|cannot|can't|could not|couldn't|not be able to|unable to|may not|might not|don't expect to|had hoped|were hoping|was hoping|had promised|had said|should have (?:been|had|\w+ed))\b/i;

const silence = [
  /\b(?:if|should) (?:you|we) (?:have|do|haven't|don't|hear|not|receive)\b.{0,60}?\b(?:not|n't|nothing|no (?:reply|response|word))?\b.{0,90}?\b(?:assume|unsuccessful|not (?:been )?(?:successful|selected|shortlisted)|consider (?:it|this|your application)|take it|means? (?:that )?|chosen (?:another|someone)|a no\b|closed|no longer)/i,
  /\bonly (?:shortlisted|successful|selected) (?:candidates|applicants)\b.{0,40}\b(?:contacted|notified|informed|invited)/i,
  /\b(?:no|without) (?:news|reply|response|answer|word)\b.{0,60}\b(?:means|as) (?:a )?(?:no\b|reject)/i,
];

/**
 * What a writer on the employer's side (or the person, retelling it) promised by when.
 * @param text words without quotes; @param writtenAt the moment in the writer's zone, in which "Friday" and "today" are meant
 * @param isHoliday the employer's public holidays, Saturday and Sunday only when left out
 * @returns the last day that still keeps the promise (POLICY 8.3, 8.4), or null: none made, no date in it, or the date could be two days
 */
export function promiseIn(
  text: string,
  writtenAt: Temporal.ZonedDateTime,
  isHoliday: IsHoliday = noHolidays,
): PromiseFact | null {
  const made = sentencesOf(plainWords(text)).flatMap((sentence) => promiseOf(sentence, writtenAt, isHoliday));
  return made.find((promise) => promise.silenceIsNo) ?? made[0] ?? null;
}

function promiseOf(
  sentence: string,
  writtenAt: Temporal.ZonedDateTime,
  isHoliday: IsHoliday,
): readonly PromiseFact[] {
  const silenceIsNo = silence.some((pattern) => pattern.test(sentence));
  if (silenceIsNo) {
    const due = deadlinesIn(sentence, writtenAt, isHoliday)[0]?.due;
    return due === undefined ? [] : [{ due, quote: sentence, silenceIsNo }];
  }
  // "Let me know if you have questions, and we will write by Friday": each half speaks for itself.
  for (const clause of sentence.split(
    /[;:](?=\s)|,?\s+(?:and|but|so)\s+(?=(?:we|i|they|you|the|please|if)\b)|,\s+(?=(?:we|i|please)\b)/i,
  )) {
    const cue = promised.exec(clause);
    if (cue === null || void_.test(clause)) continue;
    // "We will call you on Thursday at 10:00" is an appointment.
    if (/\b(?:call|phone|ring)\b/i.test(cue[0]) && /\d[:.]\d\d\b|\d\s?[ap]\.?m\b/i.test(clause)) continue;
    const due =
      nearest(deadlinesIn(clause, writtenAt, isHoliday), cue.index)?.due ??
      aheadOf(sentence, clause, writtenAt, isHoliday);
    if (due === undefined || (asked.test(clause) && !/\b(?:we|i|they)(?:'ll| will)\b/i.test(clause)))
      continue;
    return [{ due, quote: sentence, silenceIsNo }];
  }
  return [];
}

const nearest = (deadlines: readonly Deadline[], cue: number): Deadline | undefined =>
  deadlines.find((deadline) => deadline.index >= cue) ?? deadlines.at(-1);

/** "By Friday 22 May, we will decide": the date stands in the clause before, when that clause holds nothing else. */
function aheadOf(sentence: string, clause: string, writtenAt: Temporal.ZonedDateTime, isHoliday: IsHoliday) {
  const before = sentence.slice(0, sentence.indexOf(clause)).trim();
  if (
    !/^(?:by|before|within|on|at the|in the|until|no later than|next|this|later|sometime|early)\b/i.test(
      before,
    ) ||
    before.length > 60
  )
    return undefined;
  return deadlinesIn(before, writtenAt, isHoliday)[0]?.due;
}

import type { Temporal } from "temporal-polyfill";
import type { PromiseFact } from "../../domain/assessment.ts";
import { clocksIn } from "./clock-times.ts";
import { datedSentences } from "./dated-sentences.ts";
import { type Deadline, deadlinesIn, type Surroundings } from "./deadline.ts";
import { anotherMatter, asked, asksAndPromises, promiseAt, silence, void_ } from "./promise-cues.ts";
import { namesATime } from "./time-words.ts";
import { type IsHoliday, noHolidays } from "./work-days.ts";

/** A promise with its day, or why its day could be two. */
export type PromiseReading = { readonly promise: PromiseFact | null; readonly ambiguous: readonly string[] };
type Made = { readonly promise: PromiseFact; readonly doubt: string | null };

/**
 * What a writer on the employer's side (or the person, retelling it) promised by when.
 * @param text words without quotes; @param writtenAt the moment in the writer's zone, in which "Friday" and "today" are meant
 * @param isHoliday the employer's public holidays, Saturday and Sunday only when left out
 * @returns the last day that still keeps the promise (POLICY 8.3, 8.4), or null: none made, no date in it, or the date could be two days
 */
export const promiseIn = (
  text: string,
  writtenAt: Temporal.ZonedDateTime,
  isHoliday: IsHoliday = noHolidays,
): PromiseFact | null => promiseReading(text, writtenAt, isHoliday).promise;

/** Like promiseIn, and tells a day that could be two. @param about subject of the mail, day of the interview, order of "5/6" */
export function promiseReading(
  text: string,
  writtenAt: Temporal.ZonedDateTime,
  isHoliday: IsHoliday,
  about: Surroundings = { earlier: "", interview: null, order: null },
): PromiseReading {
  const made: Made[] = [];
  let earlier = `${about.earlier}\n`;
  for (const sentence of datedSentences(text)) {
    const found = namesATime(sentence)
      ? promiseOf(sentence, writtenAt, isHoliday, { ...about, earlier })
      : null;
    if (found !== null) made.push(found);
    earlier += `${sentence}\n`;
  }
  const first = made.find(({ promise }) => promise.silenceIsNo) ?? made[0];
  if (first === undefined) return { promise: null, ambiguous: [] };
  return first.doubt === null
    ? { promise: first.promise, ambiguous: [] }
    : { promise: null, ambiguous: [first.doubt] };
}

/** "Let me know if you have questions, and we will write by Friday": each half speaks for itself. */
const seam =
  /[;:](?=\s)|(?<=[?!])\s|,?\s+(?:and|but|so|und|aber|et|mais|y|pero|en|maar|e|mas)\s+(?=(?:we|i|they|you|he|she|the|please|if|will|tell|let|vous en|it|wir|ich|sie|nous|je|vous|nos|te|le|wij|ik|u|fique)(?:'ll)?\b)|,\s+(?=(?:we|i|please|mas|then we)\b)/iu;

function promiseOf(
  sentence: string,
  writtenAt: Temporal.ZonedDateTime,
  isHoliday: IsHoliday,
  about: Surroundings,
): Made | null {
  const made = ({ due, doubt }: Deadline, silenceIsNo: boolean): Made => ({
    promise: { due, quote: sentence, silenceIsNo },
    doubt,
  });
  if (silence.some((pattern) => pattern.test(sentence))) {
    const [due] = deadlinesIn(sentence, writtenAt, isHoliday, about);
    return due === undefined ? null : made(due, true);
  }
  const clauses = sentence.split(seam);
  let earlier = about.earlier;
  for (const [at, clause] of clauses.entries()) {
    const here = { ...about, earlier };
    const read = (text: string): readonly Deadline[] => deadlinesIn(text, writtenAt, isHoliday, here);
    earlier += clause;
    const cue = promiseAt(clause);
    if (cue === null || void_.test(clause) || isQuestion.test(clause) || anotherMatter.test(clause)) continue;
    if (!cue.isIdiom && asked.test(clause) && !asksAndPromises.test(clause)) continue;
    // "We will call you on Thursday at 10:00" is an appointment.
    if (/\b(?:call|phone|ring|speak|talk)\b/i.test(cue.words) && hasHour(clause)) continue;
    const due =
      nearest(read(clause), cue.index) ??
      ahead(clauses[at - 1], clause, read) ??
      behind(clauses[at + 1], read);
    if (due !== undefined) return made(due, false);
  }
  return null;
}

/** Who asks "when can you" promises nothing. */
const isQuestion = /\?\s*$/;

const hasHour = (clause: string): boolean =>
  clocksIn(clause).some(({ index }) => !/\b(?:by|before)\s+(?:\S+\s+){0,2}$/i.test(clause.slice(0, index)));

const nearest = (deadlines: readonly Deadline[], cue: number): Deadline | undefined =>
  deadlines.find((deadline) => deadline.index >= cue) ?? deadlines.at(-1);

/** "By Friday 22 May, we will decide": the date stands in the clause before, when that clause holds nothing else. */
const ahead = (
  clause: string | undefined,
  promise: string,
  read: (text: string) => readonly Deadline[],
): Deadline | undefined =>
  clause !== undefined && (leadsIn(clause) || straightAfter.test(promise)) ? read(clause).at(-1) : undefined;

/** "We decide on Friday and tell you straight after." */
const straightAfter =
  /\b(?:straight|right|shortly|soon|immediately|directly) after(?:wards)?\b|\bthereafter\b|\bdanach\b|(?<=\s)dann\b|\banschließend\b|\baussitôt\b|\bdaarna\b|\bdespués\b|\blogo (?:a seguir|depois)\b/i;

const leadsIn = (clause: string): boolean =>
  clause.trim().length <= 60 &&
  /^\W*(?:by|before|within|on|at the|in the|until|give (?:me|us) (?:until|till)|bear with (?:me|us) (?:until|till)|no later than|next|this|later|sometime|early|bis|innerhalb|d'ici|avant|antes|uiterlijk|até)\b/i.test(
    clause,
  );

/** "…, the end of June at the latest": said behind, with no words of its own. */
const behind = (
  clause: string | undefined,
  read: (text: string) => readonly Deadline[],
): Deadline | undefined =>
  clause !== undefined && clause.trim().length <= 40 && promiseAt(clause) === null && !asked.test(clause)
    ? read(clause)[0]
    : undefined;

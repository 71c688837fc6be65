import type { Temporal } from "temporal-polyfill";
import { type ClockTime, clocksIn } from "./clock-times.ts";
import { datesIn, type NamedDate } from "./named-dates.ts";
import type { DateOrder } from "./numeric-dates.ts";

/** A day and an hour that belong together. */
export type Stamp = {
  readonly day: NamedDate;
  readonly clock: ClockTime;
  readonly start: Temporal.PlainDateTime;
  readonly end: Temporal.PlainDateTime | null;
  /** Day and hour stand side by side; otherwise the hour belongs to the last day that was named. */
  readonly tight: boolean;
  /** Where both together begin and end in the text. */
  readonly from: number;
  readonly to: number;
  /** The sentence or line around them. */
  readonly sentence: string;
};

/** What may stand between a day and its hour. */
const connector =
  /^[\s,.;:?!()|*⋅·@\u2022-]*(?:(?:at|um|om|à|a las|a la|às|from|starting|starts|start|beginning|beginnt|time|uhrzeit|when|heure|hora|tijd|beginn|von|de|ab|on|am|op|le|el|na|no|for|the|also|gegen|around|again|morning|afternoon|evening|local|next|week|your|zone|und zwar|zeit|dia|día|same time)(?![\p{L}])[\s,.;:?!()|*⋅·@-]*)*$/iu;

/** Every hour of a text with its day. Hours that no day is named for are left out. */
export function stampsIn(
  text: string,
  writtenAt: Temporal.ZonedDateTime,
  order: DateOrder,
): readonly Stamp[] {
  const days = datesIn(text, writtenAt, order);
  const clocks = [...clocksIn(text), ...hoursAfterDays(text, days)].filter((clock) =>
    days.every(
      (day) => clock.index + clock.words.length <= day.index || day.index + day.words.length <= clock.index,
    ),
  );
  if (days.length === 0 || clocks.length === 0) return [];
  return clocks.flatMap((clock) => stampOf(clock, days, text));
}

function stampOf(clock: ClockTime, days: readonly NamedDate[], text: string): readonly Stamp[] {
  const after = clock.index + clock.words.length;
  const endOf = (day: NamedDate): number => day.index + day.words.length;
  const ahead = days.findLast((day) => endOf(day) <= clock.index);
  const behind = days.find((day) => day.index >= after);
  const isTight = (from: number, to: number): boolean =>
    to - from < 60 && connector.test(text.slice(from, to));
  const made = (day: NamedDate, tight: boolean): readonly Stamp[] => {
    const start = day.date.toPlainDateTime(clock.time);
    const last = clock.lastTime === null ? null : day.date.toPlainDateTime(clock.lastTime);
    const end = last !== null && last.since(start).total("minutes") > 0 ? last : null;
    const from = Math.min(day.index, clock.index);
    const to = Math.max(endOf(day), after);
    return [{ day, clock, start, end, tight, from, to, sentence: sentenceAround(text, clock.index, after) }];
  };
  if (ahead !== undefined && isTight(endOf(ahead), clock.index)) return made(ahead, true);
  if (behind !== undefined && isTight(after, behind.index)) return made(behind, true);
  if (ahead !== undefined && clock.index - endOf(ahead) < 500) return made(ahead, false);
  return behind !== undefined &&
    behind.index - after < 80 &&
    !/[.!?]\s|\n/.test(text.slice(after, behind.index))
    ? made(behind, false)
    : [];
}

/** The words between the full stops or blank lines around a place in the text. */
function sentenceAround(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(0, from - 400), from);
  const start = Math.max(...stops.map((stop) => before.lastIndexOf(stop)));
  const after = text.slice(to, to + 400);
  const ends = stops.map((stop) => after.indexOf(stop)).filter((end) => end !== -1);
  const end = Math.min(after.length, ...ends) + 1;
  return `${before.slice(start + 1)}${text.slice(from, to)}${after.slice(0, end)}`.trim();
}
const stops = [". ", "? ", "! ", "\n\n", "\n- ", ".\n", "?\n", "!\n"];

/** "Thursday 10 works": a number that is no such day of the month is the hour. */
function hoursAfterDays(text: string, days: readonly NamedDate[]): readonly ClockTime[] {
  return days.flatMap((day) => {
    if (day.said !== "weekday" && day.said !== "relative") return [];
    const after = day.index + day.words.length;
    const found =
      /^,?\s+(\d{1,2})(?=\s|[.,?!]|$)(?!\s?[\p{Lu}%€]|[.,]\d|\s(?:days?|weeks?|minutes?|people|of)\b)/u.exec(
        text.slice(after),
      );
    return found === null
      ? []
      : clocksIn(`at ${found[1]}`).map((clock) => ({ ...clock, index: after, words: found[0] }));
  });
}

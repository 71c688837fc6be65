import type { Temporal } from "temporal-polyfill";
import { digital, notAnHour, onTheClock, rangeEnd, spelled, worded, zoneOrDay } from "./clock-patterns.ts";
import { clockInWords, halfBehind, type SaidClock, settle } from "./clock-words.ts";
import { countOf } from "./time-words.ts";

/** A time of day that a text names. */
export type ClockTime = {
  readonly index: number;
  readonly words: string;
  readonly time: Temporal.PlainTime;
  /** Time of day at which a range ends ("14:00-15:00"), else null. */
  readonly lastTime: Temporal.PlainTime | null;
  /** "Between ten and four", "any time after two": no appointment yet. */
  readonly open: boolean;
  /** Why the hour could be two; such a time is never used. */
  readonly doubt: string | null;
};

/** Times of day in a text, in their order. A number that nothing marks as an hour is none. */
export function clocksIn(text: string): readonly ClockTime[] {
  const found: ClockTime[] = [];
  if (/\d/.test(text)) found.push(...digitalIn(text));
  const add = (index: number, words: string, said: SaidClock | null): void => {
    const taken = found.some(
      (other) => index < other.index + other.words.length && other.index < index + words.length,
    );
    const made = said === null || taken ? null : timeOf(index, words, around(said, text, index, words), null);
    if (made !== null) found.push(made);
  };
  for (const match of text.matchAll(worded)) add(match.index, match[0], clockInWords(match[0]));
  for (const match of text.matchAll(onTheClock)) {
    const hour = countOf(match[1] ?? "") ?? 99;
    add(match.index, match[0], hour > 12 ? null : { hour, minute: 0, half: null });
  }
  for (const match of text.matchAll(spelled)) {
    const hour = countOf(match[1] ?? "") ?? 99;
    const minute = match[2] === undefined ? 0 : /^(?:media|demi|meia)/i.test(match[2]) ? 30 : 15;
    add(match.index, match[0], hour > 12 ? null : { hour, minute, half: null });
  }
  return found.sort((a, b) => a.index - b.index);
}

function digitalIn(text: string): readonly ClockTime[] {
  const found: ClockTime[] = [];
  let over = 0;
  for (const match of text.matchAll(digital)) {
    if (match.index < over) continue;
    const { lead } = match.groups ?? {};
    let words = match[0];
    const range = rangeEnd.exec(text.slice(match.index + words.length));
    const start = clockOf(match.groups ?? {});
    const end = range === null ? null : clockOf(range.groups ?? {});
    // "Lunes 21 a las 12:00" is a day and an hour, not two hours.
    const joins =
      isMarked(match.groups ?? {}) ||
      lead !== undefined ||
      /^\s*(?:-|to\b|until\b|till\b|bis\b|tot\b)/i.test(range?.[0] ?? "");
    const clearEnd =
      end !== null && joins && (isMarked(range?.groups ?? {}) || (lead !== undefined && isWindow.test(lead)));
    if (range !== null && clearEnd) words += range[0];
    const rest = text.slice(match.index + words.length);
    if (!clearEnd && !isHour(match, text.slice(0, match.index), rest)) continue;
    // "2-3pm": one mark for both.
    const shared =
      clearEnd && start.half === null && end.half !== null && (end.half === "am" || start.hour < end.hour);
    const said = around(shared ? { ...start, half: end.half } : start, text, match.index, words);
    const made = timeOf(match.index, words, said, clearEnd ? end : null);
    if (made === null) continue;
    over = match.index + words.length;
    const before = text.slice(Math.max(0, match.index - 20), match.index);
    const open =
      /^(?:between|zwischen|entre|tussen|after|nach|ab|vanaf|après|após)$/i.test(lead ?? "") ||
      /\b(?:any ?time|available|free)\s*(?:on\s*)?$/i.test(before) ||
      /^\s*onwards?\b/i.test(rest);
    found.push({ ...made, open });
  }
  return found;
}

const isWindow = /^(?:from|von|van|de|das|between|zwischen|entre|tussen|at|um)$/i;

type Groups = Readonly<Record<string, string | undefined>>;

const isMarked = ({ mark, half, unit, after, four }: Groups): boolean =>
  mark !== undefined ||
  half !== undefined ||
  after !== undefined ||
  four !== undefined ||
  (unit !== undefined && /^(?:uhr|o'clock|-?ish|uur|h)$/i.test(unit));

/** Whether digits are an hour: a colon, am or Uhr says so; a point or a bare number needs "at" before it, and nothing behind that counts or addresses. */
function isHour(match: RegExpMatchArray, before: string, behind: string): boolean {
  const { lead, hour = "", mark, half, unit, after, four } = match.groups ?? {};
  if (mark === ":" || half !== undefined || after !== undefined || four !== undefined) return true;
  if (unit !== undefined)
    return (
      /^(?:uhr|o'clock|-?ish)$/i.test(unit) ||
      mark !== undefined ||
      lead !== undefined ||
      (/^(?:h|uur)$/i.test(unit) && Number(hour) >= 7)
    );
  const lineStart = /(?:^|\n)[ \t*|-]*$/.test(before);
  if (mark === ".")
    return (
      lead !== undefined ||
      halfBehind(behind) !== null ||
      lineStart ||
      /(?:day|[,(]|\d(?:st|nd|rd|th)?|tag|[dD]i|dag|es|for)\s*$/.test(before)
    );
  // "Push to 4 today", "make it 3 on Monday"
  if (Number(hour) >= 1 && moving.test(`${before}${lead ?? ""}`) && !notAnHour.test(behind)) return true;
  return (
    /^(?:at|@|say|around|um|gegen|à|a las|a la|às|om)$/i.test(lead ?? "") &&
    (!notAnHour.test(behind) || zoneOrDay.test(behind)) &&
    Number(hour) >= 1
  );
}

const moving = /\b(?:push|move|shift|change|bring|put|make)(?:ed|d)?\b(?:\s+\w+){0,4}?\s+(?:to|it|till)\s*$/i;

function clockOf({ hour = "", minute, after, more, part, half, unit, four }: Groups): SaidClock {
  const said = minute ?? after ?? more ?? four;
  const minutes =
    said === undefined ? (part === undefined ? 0 : /quart|cuarto/.test(part) ? 15 : 30) : Number(said);
  // "09:15", "15h" and "7 Uhr" are said on a 24-hour clock; "2 Uhr" is the afternoon all the same.
  const whole =
    hour.startsWith("0") ||
    (Number(hour) >= 6 && ((unit !== undefined && !/o'clock|ish/i.test(unit)) || after !== undefined));
  return {
    hour: Number(hour),
    minute: minutes,
    half: half === undefined ? (whole || Number(hour) > 12 ? "day" : null) : /^a/i.test(half) ? "am" : "pm",
  };
}

/** "Thursday afternoon at 2", "um 7 Uhr abends". */
function around(said: SaidClock, text: string, index: number, words: string): SaidClock {
  if (said.half === "am" || said.half === "pm" || said.hour > 12) return said;
  const behind = halfBehind(text.slice(index + words.length, index + words.length + 25));
  if (behind !== null) return { ...said, half: behind };
  const ahead = text.slice(Math.max(0, index - 18), index);
  if (/(?:morning|vormittag|matin|ochtend|manhã|früh)\W*$/i.test(ahead)) return { ...said, half: "am" };
  if (/(?:afternoon|evening|tonight|nachmittag|abend|après-midi|soir|tarde|middag|avond)\W*$/i.test(ahead))
    return { ...said, half: "pm" };
  return said;
}

function timeOf(index: number, words: string, start: SaidClock, end: SaidClock | null): ClockTime | null {
  const shown = words.trim();
  const sure = settle(start);
  const time = sure === "either" ? settle({ ...start, half: "am" }) : sure;
  if (time === null || time === "either") return null;
  const last = end === null ? null : settle(end);
  const lastTime = last === null || last === "either" ? null : last;
  const doubt = sure === "either" ? `"${shown}" may be in the morning or in the evening` : null;
  return { index, words: shown, time, lastTime, open: false, doubt };
}

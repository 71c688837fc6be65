import type { Temporal } from "temporal-polyfill";
import { type CountedFrom, deadlineRules } from "./deadline-rules.ts";
import { datesIn, type NamedDate } from "./named-dates.ts";
import type { DateOrder } from "./numeric-dates.ts";
import { namesATime } from "./time-words.ts";
import { type IsHoliday, workdayUpTo } from "./work-days.ts";

/** When words come due: the last day that still keeps them, where they stand, how long they are, and why they may mean another day. */
export type Deadline = {
  readonly due: Temporal.PlainDate;
  readonly index: number;
  readonly length: number;
  readonly doubt: string | null;
};
/** What a clause is read with: what stands before it ("within a week of that date"), the day of the interview, and the order of "5/6". */
export type Surroundings = {
  readonly earlier: string;
  readonly interview: Temporal.PlainDate | null;
  readonly order: DateOrder;
};
const nothing: Surroundings = { earlier: "", interview: null, order: null };

/** Every deadline that a clause names, read on `writtenAt` in its zone (POLICY 8.4). Dates that are past give none. */
export function deadlinesIn(
  text: string,
  writtenAt: Temporal.ZonedDateTime,
  isHoliday: IsHoliday,
  { earlier, interview, order }: Surroundings = nothing,
): readonly Deadline[] {
  if (!namesATime(text)) return [];
  const today = writtenAt.toPlainDate();
  const found: Deadline[] = [];
  const named = datesIn(text, writtenAt, order);
  const before = () => datesIn(earlier.slice(-800), writtenAt, order);
  const add = (index: number, length: number, due: Temporal.PlainDate | null, doubt: string | null): void => {
    const taken = found.some((other) => index < other.index + other.length && other.index < index + length);
    // Nobody promises farther ahead; a date beyond is a past one that was moved forward.
    if (due === null || taken || !isAhead(due, today)) return;
    found.push({ due, index, length, doubt });
  };
  for (const rule of deadlineRules)
    for (const match of text.matchAll(rule.pattern)) {
      if (named.some((day) => day.said === "date" && overlaps(day, match.index, match[0].length))) continue;
      const anchor = () => anchorBefore(match.index, named, before);
      const from: CountedFrom = { today, isHoliday, anchor, interview };
      const rest = text.slice(match.index + match[0].length);
      const due = rule.due(match, from, rest);
      // What it is counted from is no deadline of its own: "within a week of 8 June".
      const counted =
        /^\s*(?:of|after|from|following|commencing|beginning)\b/i.test(rest) ||
        /\b(?:of|commencing|beginning|starting)$/i.test(match[0]);
      const swallowed = counted
        ? named.find(({ index }) => index >= match.index && index < match.index + match[0].length + 35)
        : undefined;
      const length =
        swallowed === undefined ? match[0].length : swallowed.index + swallowed.words.length - match.index;
      add(match.index, length, due, null);
    }
  for (const day of named) {
    const due = kept(day, text.slice(0, day.index), isHoliday);
    add(day.index, day.words.length, due, day.doubt);
  }
  return found.sort((a, b) => a.index - b.index);
}

const overlaps = ({ index, words }: NamedDate, at: number, length: number): boolean =>
  at < index + words.length && index < at + length;

const isAhead = (due: Temporal.PlainDate, today: Temporal.PlainDate): boolean => {
  const days = today.until(due).days;
  return days >= 0 && days <= 240;
};

/** "That date" is the last one that was named. */
function anchorBefore(
  index: number,
  named: readonly NamedDate[],
  before: () => readonly NamedDate[],
): Temporal.PlainDate | null {
  const last = named.findLast((day) => day.index < index) ?? before().at(-1);
  return last === undefined || last.doubt !== null ? null : (last.lastDate ?? last.date);
}

/** "Before Friday" takes the working day ahead of it. */
function kept(day: NamedDate, ahead: string, isHoliday: IsHoliday): Temporal.PlainDate | null {
  // "After 1 October" tells when not; it is kept by no day.
  if (
    /(?<![\p{L}])(?:after|nach(?: dem)?|après(?: le)?|después d[eo]l?|na|após|depois de)\s+(?:the\s+)?$/iu.test(
      ahead,
    )
  )
    return null;
  const date = day.lastDate ?? day.date;
  return /(?<![\p{L}])(?:before|prior to|ahead of|vor(?: dem)?|avant(?: le)?|antes d[eo]l?|vóór|voor|antes d[ao])\s+(?:the\s+)?$/iu.test(
    ahead,
  )
    ? workdayUpTo(date.subtract({ days: 1 }), isHoliday)
    : date;
}

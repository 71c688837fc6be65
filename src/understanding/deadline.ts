import type { Temporal } from "temporal-polyfill";
import { deadlineRules, months } from "./deadline-rules.ts";
import { datesIn } from "./named-dates.ts";
import { type IsHoliday, workdayUpTo } from "./work-days.ts";

/** When the words come due: the last day that still keeps them, where in the text they stand, and how long they are. */
export type Deadline = { readonly due: Temporal.PlainDate; readonly index: number; readonly length: number };

/** Every deadline that a clause names, read on `writtenAt` in its zone (POLICY 8.4). Dates that are past or could mean two days give none. */
export function deadlinesIn(
  text: string,
  writtenAt: Temporal.ZonedDateTime,
  isHoliday: IsHoliday,
): readonly Deadline[] {
  const today = writtenAt.toPlainDate();
  const found: Deadline[] = [];
  for (const rule of deadlineRules) {
    const match = rule.pattern.exec(text);
    if (match === null || found.some((other) => overlaps(other, match.index, match[0].length))) continue;
    const due = rule.due(match, today, isHoliday);
    if (due !== null) found.push({ due, index: match.index, length: match[0].length });
  }
  for (const named of [...datesIn(text, writtenAt).dates, ...bareDays(text, today)]) {
    if ("dayless" in named && named.dayless) continue;
    if (found.some((other) => overlaps(other, named.index, named.words.length))) continue;
    const due = kept(
      named.lastDate ?? named.date,
      text.slice(0, named.index),
      named.weekdayOnly,
      today,
      isHoliday,
    );
    if (due !== null) found.push({ due, index: named.index, length: named.words.length });
  }
  return found.sort((a, b) => a.index - b.index);
}

const overlaps = (other: Deadline, index: number, length: number): boolean =>
  index < other.index + other.length && other.index < index + length;

/** "By Friday" said on a Friday means the next one; "before" takes the working day ahead of it. */
function kept(
  date: Temporal.PlainDate,
  ahead: string,
  weekdayOnly: boolean,
  today: Temporal.PlainDate,
  isHoliday: IsHoliday,
): Temporal.PlainDate | null {
  const day = weekdayOnly && date.equals(today) ? date.add({ days: 7 }) : date;
  const due = /\b(?:before|prior to|ahead of)\s+(?:the\s+)?$/i.test(ahead)
    ? workdayUpTo(day.subtract({ days: 1 }), isHoliday)
    : day;
  const days = today.until(due).days;
  // A date half a year ahead without a year is a past one that was moved forward; nobody promises so far.
  return days < 0 || days > 183 ? null : due;
}

/** "By the 22nd": the next day of that number. */
function bareDays(text: string, today: Temporal.PlainDate) {
  return [
    ...text.matchAll(
      new RegExp(
        String.raw`\bthe (\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?(?:${months.join("|")}|floor|round|stage|interview))`,
        "gi",
      ),
    ),
  ].flatMap((found) => {
    const day = Number(found[1]);
    if (day < 1 || day > 28 + 3) return [];
    const month = day >= today.day ? today : today.with({ day: 1 }).add({ months: 1 });
    if (day > month.daysInMonth) return [];
    return [
      { index: found.index, words: found[0], date: month.with({ day }), lastDate: null, weekdayOnly: false },
    ];
  });
}

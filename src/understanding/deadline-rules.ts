import type { Temporal } from "temporal-polyfill";
import { datesIn } from "./named-dates.ts";
import {
  endOfMonth,
  endOfWeek,
  type IsHoliday,
  workdayFrom,
  workdaysAfter,
  workdayUpTo,
} from "./work-days.ts";

const counted: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  fourteen: 14,
  "a couple of": 2,
  "couple of": 2,
};
const amount = String.raw`(?:\d{1,2}|${Object.keys(counted)
  .sort((a, b) => b.length - a.length)
  .join("|")})`;
export const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const monthName = `(${months.join("|")})`;

type DeadlineRule = {
  readonly pattern: RegExp;
  readonly due: (
    found: RegExpExecArray,
    today: Temporal.PlainDate,
    isHoliday: IsHoliday,
  ) => Temporal.PlainDate | null;
};

/** In order: the more exact words first, because "end of next week" also holds "next week" (POLICY 8.4). */
export const deadlineRules: readonly DeadlineRule[] = [
  {
    pattern: new RegExp(
      String.raw`\b(?:within|in|over|inside)?\s*(?:the )?(?:next|coming|following)?\s*(${amount})(?:\s*(?:-|to|or|and)\s*(${amount}))?\s+(working|business|week)?\s*(days?|weeks?|hours?|months?)\b(?!\s+(?:ago|old|call|interview|long|meeting|video|chat))`,
      "i",
    ),
    due: ([, low = "", high, working, unit = ""], today, isHoliday) => {
      const count = Math.max(numberOf(low), numberOf(high ?? low));
      if (working !== undefined) return workdaysAfter(today, count, isHoliday);
      const length = unit.toLowerCase().replace(/s$/, "");
      const days = length === "week" ? count * 7 : length === "hour" ? Math.ceil(count / 24) : count;
      return workdayFrom(length === "month" ? today.add({ months: count }) : today.add({ days }), isHoliday);
    },
  },
  {
    // "Early next week" is kept when they write by its Wednesday.
    pattern: /\b(?:early|beginning of|start of|first half of) (?:the )?next week\b/i,
    due: (_, today, isHoliday) => workdayUpTo(nextMonday(today).add({ days: 2 }), isHoliday),
  },
  {
    pattern:
      /\b(?:end|close) of (?:the )?(?:following|coming) week\b|\bnext week\b(?!\s+(?:on\s+)?(?:mon|tues|wednes|thurs|fri))/i,
    due: (_, today, isHoliday) => endOfWeek(nextMonday(today), isHoliday),
  },
  {
    pattern:
      /\b(?:end|close) of (?:the |this )?(?:working |business )?week\b|\b(?:later )?this week\b|\bthe week'?s end\b/i,
    due: (_, today, isHoliday) => endOfWeek(today, isHoliday),
  },
  {
    pattern: new RegExp(String.raw`\b(?:end of|late|later in) (?:the )?(?:month of )?${monthName}\b`, "i"),
    due: ([, name = ""], today, isHoliday) => endOfMonth(monthAhead(name, today), isHoliday),
  },
  {
    pattern: new RegExp(String.raw`\bfirst (?:full )?week (?:of|in) ${monthName}\b`, "i"),
    due: ([, name = ""], today, isHoliday) =>
      endOfWeek(workdayFrom(monthAhead(name, today).with({ day: 1 }), isHoliday), isHoliday),
  },
  {
    pattern: /\bweek (?:of|commencing|beginning|starting)\b/i,
    due: (found, today, isHoliday) => {
      const first = datesIn(found.input.slice(found.index + found[0].length), today.toZonedDateTime("UTC"))
        .dates[0];
      return first === undefined ? null : endOfWeek(first.date, isHoliday);
    },
  },
  {
    pattern: /\b(?:end|close) of (?:the |this )?month\b|\b(?:later )?this month\b/i,
    due: (_, today, isHoliday) => endOfMonth(today, isHoliday),
  },
  {
    pattern: /\bnext month\b/i,
    due: (_, today, isHoliday) => endOfMonth(today.with({ day: 1 }).add({ months: 1 }), isHoliday),
  },
  {
    pattern:
      /\b(?:by|before) (?:the )?(?:end|close) of (?:the |today's )?(?:day|business|play)\b(?!\s+(?:on\s+)?[A-Z\d])|\b(?:later )?today\b/i,
    due: (_, today) => today,
  },
];

const numberOf = (word: string): number => counted[word.toLowerCase()] ?? Number(word);
const nextMonday = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.add({ days: 8 - today.dayOfWeek });

function monthAhead(name: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const month = months.indexOf(name.toLowerCase()) + 1;
  const first = today.with({ day: 1, month });
  return month < today.month ? first.add({ years: 1 }) : first;
}

import type { Temporal } from "temporal-polyfill";
import { late, part, the } from "./deadline-parts.ts";
import type { DeadlineRule } from "./deadline-rules.ts";
import { edge, end, monthOf, monthWord } from "./time-words.ts";
import { endOfMonth, endOfWeek, type IsHoliday, workdayFrom } from "./work-days.ts";

const nextMonth =
  "(?:next|the following|nächste[nrs]?|naechste[nrs]?|kommende[nrs]?|volgende|próximo)\\s+(?:month|monat(?:s)?|mes|maand|mês)|(?:mois prochain|mes que viene|mês que vem)";
const thisMonth =
  "(?:this|the|diese[nrs]?|des|ce|du|este|del?|deze|deste|do|de)?\\s*(?:month|monat(?:s)?|mois|mes|maand|mês)";

/** Deadlines by the month, the quarter and the year, the more exact words first. */
export const months: readonly DeadlineRule[] = [
  {
    pattern: new RegExp(
      `${edge}(?:the )?first (?:full )?week (?:of|in) (${monthWord})${end}|${edge}erste[rn]? (${monthWord})woche${end}`,
      "giu",
    ),
    due: ([, name, german = ""], { today, isHoliday }) => {
      const first = monthAhead(name ?? german, today);
      return first === null ? null : endOfWeek(workdayFrom(first, isHoliday), isHoliday);
    },
  },
  {
    pattern: new RegExp(`${edge}${part}${the}(?:${nextMonth})${end}`, "giu"),
    due: (found, { today, isHoliday }) =>
      partOfMonth(found, today.with({ day: 1 }).add({ months: 1 }), isHoliday),
  },
  {
    pattern: new RegExp(
      `${edge}(?:${late})\\s*(?:${thisMonth})${end}|${edge}(?:later )?this month${end}|${edge}(?:monatsende|month[- ]end)${end}`,
      "giu",
    ),
    due: (_, { today, isHoliday }) => endOfMonth(today, isHoliday),
  },
  {
    pattern: new RegExp(
      `${edge}(?:(?:${late})\\s*(?:the |this )?|by the |by (?=q\\d))(?:(q[1-4])|(quarter)|(year|jahr(?:es)?|année|año|jaar|ano))${end}`,
      "giu",
    ),
    due: ([, quarter, own, year], { today, isHoliday }) => {
      const last =
        year !== undefined
          ? 12
          : quarter !== undefined
            ? Number(quarter.slice(1)) * 3
            : Math.ceil(today.month / 3) * 3;
      if (own === undefined && year === undefined && last < today.month) return null;
      return endOfMonth(today.with({ day: 1, month: last }), isHoliday);
    },
  },
  {
    pattern: new RegExp(
      `${edge}${part}(?:month of )?${the}(?:de )?(${monthWord})${end}(?!\\s*\\d{1,2}(?!\\d))(?:\\s+(?:de\\s+)?(20\\d\\d))?`,
      "giu",
    ),
    due: (found, { today, isHoliday }) => {
      // A month's bare name may be a person's or a verb; a word in front of it makes it a time.
      const [words, , , , name = "", year] = found;
      const first = year === undefined ? monthAhead(name, today) : monthIn(name, Number(year), today);
      return first === null || words.trim().startsWith(name) ? null : partOfMonth(found, first, isHoliday);
    },
  },
];

const partOfMonth = (
  [, isEarly, isMiddle]: RegExpMatchArray,
  first: Temporal.PlainDate,
  isHoliday: IsHoliday,
) =>
  isEarly !== undefined
    ? workdayFrom(first.with({ day: 10 }), isHoliday)
    : isMiddle !== undefined
      ? workdayFrom(first.with({ day: 15 }), isHoliday)
      : endOfMonth(first, isHoliday);

function monthAhead(name: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const month = monthOf(name);
  if (month === undefined) return null;
  const first = today.with({ day: 1, month });
  return month < today.month ? first.add({ years: 1 }) : first;
}

const monthIn = (name: string, year: number, today: Temporal.PlainDate): Temporal.PlainDate | null => {
  const month = monthOf(name);
  return month === undefined ? null : today.with({ day: 1, month, year });
};

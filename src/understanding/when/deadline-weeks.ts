import type { Temporal } from "temporal-polyfill";
import { late, part, the } from "./deadline-parts.ts";
import type { DeadlineRule } from "./deadline-rules.ts";
import { datesIn } from "./named-dates.ts";
import { edge, end, weekdayWord } from "./time-words.ts";
import { endOfWeek, type IsHoliday, workdayFrom, workdayUpTo } from "./work-days.ts";

const nextWeek =
  "(?:next|the following|(?:the )?coming|nächste[rn]?|naechste[rn]?|kommende[rn]?|volgende|komende|próxima)\\s+(?:week|woche|semana)|(?:semaine prochaine|semana que viene|semana próxima|semana que vem)";
const thisWeek =
  "(?:this|the|diese[rn]?|cette|esta|deze|desta|nesta)?\\s*(?:working |business )?(?:week|woche|semaine|semana)(?:'s end)?";

/** Deadlines by the week, the more exact words first. */
export const weeks: readonly DeadlineRule[] = [
  {
    pattern: /\bthis time next week\b/giu,
    due: (_, { today, isHoliday }) => workdayFrom(today.add({ days: 7 }), isHoliday),
  },
  {
    pattern: new RegExp(`${edge}(?:the )?week after next${end}|${edge}übernächste[rn]? woche${end}`, "giu"),
    due: (_, { today, isHoliday }) => endOfWeek(nextMonday(today).add({ days: 7 }), isHoliday),
  },
  {
    pattern: new RegExp(
      `${edge}${part}${the}(?:${nextWeek})${end}(?!\\s+(?:on\\s+)?${weekdayWord}|\\s+or\\s)`,
      "giu",
    ),
    due: (found, { today, isHoliday }) => partOfWeek(found, nextMonday(today), isHoliday),
  },
  {
    pattern: new RegExp(`${edge}week (?:of|commencing|beginning|starting|from|van|vom|du|del)${end}`, "giu"),
    due: (_, { today, isHoliday }, rest) => {
      const first = datesIn(rest.slice(0, 40), today.toZonedDateTime("UTC"))[0];
      return first === undefined ? null : endOfWeek(first.date, isHoliday);
    },
  },
  {
    pattern:
      /\b(?:before|by) the weekend\b|\bvor dem wochenende\b|\bavant le week-?end\b|\bantes del fin de semana\b|\bvoor het weekend\b/giu,
    due: (_, { today, isHoliday }) => endOfWeek(today, isHoliday),
  },
  {
    pattern:
      /\b(?:kw|calendar week|kalenderwoche|cw)\s?(\d{1,2})\b|\b(\d{1,2})\.\s?(?:kw|kalenderwoche)\b/giu,
    due: ([, first, second], { today, isHoliday }) => {
      const weeks = Number(first ?? second) - (today.weekOfYear ?? 0);
      return weeks < 0 ? null : endOfWeek(today.add({ weeks }), isHoliday);
    },
  },
  {
    pattern: new RegExp(
      `${edge}(?:(?:${late})\\s*(?:${thisWeek})|(?:later |im laufe |in the course of )?(?:this|dieser|diese|cette|esta|deze)\\s+(?:week|woche|semaine|semana))${end}`,
      "giu",
    ),
    due: (_, { today, isHoliday }) => endOfWeek(today, isHoliday),
  },
];

const partOfWeek = (
  [, isEarly, isMiddle]: RegExpMatchArray,
  monday: Temporal.PlainDate,
  isHoliday: IsHoliday,
) =>
  // "Early next week" is kept when they write by its Wednesday.
  isEarly !== undefined || isMiddle !== undefined
    ? workdayUpTo(monday.add({ days: 2 }), isHoliday)
    : endOfWeek(monday, isHoliday);

const nextMonday = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.add({ days: 8 - today.dayOfWeek });

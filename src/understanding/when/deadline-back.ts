import type { DeadlineRule } from "./deadline-rules.ts";
import { edge, end, weekdayOf, weekdayWord } from "./time-words.ts";
import { easterMonday, endOfWeek, workdayFrom } from "./work-days.ts";

/** Deadlines that point back to a day which was named before. */
export const pointingBack: readonly DeadlineRule[] = [
  {
    pattern:
      /(?<![\p{L}])(?:le lendemain|am (?:tag darauf|folgetag|nächsten tag)|al día siguiente|de dag erna|no dia seguinte)(?![\p{L}])/giu,
    due: (_, { anchor, isHoliday }) => {
      const day = anchor();
      return day === null ? null : workdayFrom(day.add({ days: 1 }), isHoliday);
    },
  },
  {
    // "I shall write the week before"
    pattern:
      /\bthe (week|day) (before|after|following)\b(?! next)|\bthe (?:(next)|following) (day|week)\b/giu,
    due: ([, unit, side, , other], { anchor: named, isHoliday, today }) => {
      const anchor = named();
      const back = side === "before";
      if ((unit ?? other) === "day")
        return anchor === null ? null : workdayFrom(anchor.add({ days: back ? -1 : 1 }), isHoliday);
      const week = anchor === null ? (back ? null : today) : anchor;
      return week === null ? null : endOfWeek(week.add({ days: back ? -7 : 7 }), isHoliday);
    },
  },
  {
    // "The Wednesday following", counted from a day just named; "the Tuesday after Easter"
    pattern: new RegExp(
      `${edge}the (${weekdayWord}) (?:following|after(?: that)?)(?: (easter))?${end}|${edge}the following (${weekdayWord})${end}`,
      "giu",
    ),
    due: ([, first, easter, second], { anchor, today }) => {
      const weekday = weekdayOf(first ?? second ?? "");
      const from = easter === undefined ? anchor() : easterMonday(today).subtract({ days: 1 });
      return weekday === undefined || from === null
        ? null
        : from.add({ days: ((weekday - from.dayOfWeek + 6) % 7) + 1 });
    },
  },
];

/** Weaker words for the same, that count only where nothing else stands. */
export const pointingLoosely: readonly DeadlineRule[] = [
  {
    // Points back to a day that was named before: "and tell you then", "that same evening"
    pattern:
      /\b(?:by then|then|(?:on )?(?:that|the) same (?:day|evening|afternoon)|that (?:day|evening|afternoon|date)|by that (?:day|date))\b/giu,
    due: ([words], { anchor, interview }) =>
      /same|evening/i.test(words) ? (interview ?? anchor()) : anchor(),
  },
];

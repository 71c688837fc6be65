import { Temporal } from "temporal-polyfill";
import { monthNames, weekdayNames } from "./spoken.ts";
import { nextWorkingDay, type WorkingCalendar, workingDayFrom } from "./working-time.ts";

/**
 * Gives the date that the words after `later` mean, for a person whose date is `today` and whose working days are `calendar`
 * (POLICY 7.5): nothing = the next W; "fri" on a Friday = the next one; a day off = the W after it. Also "tomorrow", "next week",
 * "3 days", "2 weeks", "12 June" and "2026-06-12". Null: not understood, or not in the future; ask back.
 */
export function laterDate(
  words: string,
  today: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Temporal.PlainDate | null {
  const said = saidIn(words);
  if (said === "") return nextWorkingDay(calendar, today);
  const meant = dayMeant(said, today);
  if (meant === null || Temporal.PlainDate.compare(meant, today) <= 0) return null;
  if (Temporal.PlainDate.compare(meant, today.add({ days: 366 })) > 0) return null;
  return workingDayFrom(calendar, meant);
}

/** Gives the very day that those words mean, a day off or not; "today" too. A weekday and a day of a month are the next such day. Null: not understood. */
export function dayMeant(words: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const said = saidIn(words);
  if (said === "today") return today;
  return relative(said, today) ?? weekday(said, today) ?? dayAndMonth(said, today) ?? isoDate(said);
}

const saidIn = (words: string): string =>
  words
    .trim()
    .toLowerCase()
    .replace(/[\s.,!]+/g, " ")
    .trim()
    .replace(/^(until|till|til|on|in|to) /, "");

function relative(said: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (said === "tomorrow") return today.add({ days: 1 });
  if (said === "next week") return today.add({ days: 8 - today.dayOfWeek });
  const span = /^(\d{1,3}|a|one) (day|week)s?$/.exec(said);
  if (span === null) return null;
  const count = span[1] === "a" || span[1] === "one" ? 1 : Number(span[1]);
  return span[2] === "week" ? today.add({ weeks: count }) : today.add({ days: count });
}

function weekday(said: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const index = weekdayNames.findIndex((name) => isNameOf(said, name));
  return index < 0 ? null : today.add({ days: ((index + 1 - today.dayOfWeek + 6) % 7) + 1 });
}

function dayAndMonth(said: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const parts =
    /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)$/.exec(said) ?? /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?$/.exec(said);
  const [first = "", second = ""] = parts?.slice(1) ?? [];
  const [day, word] = /\d/.test(first) ? [Number(first), second] : [Number(second), first];
  const month = monthNames.findIndex((name) => isNameOf(word, name)) + 1;
  if (parts === null || month === 0) return null;
  const thisYear = dateOrNull({ year: today.year, month, day });
  const passed = thisYear !== null && Temporal.PlainDate.compare(thisYear, today) <= 0;
  return thisYear === null || passed ? dateOrNull({ year: today.year + 1, month, day }) : thisYear;
}

const isoDate = (said: string): Temporal.PlainDate | null => {
  const [, year, month, day] = /^(?:until |on )?(\d{4})-(\d\d)-(\d\d)$/i.exec(said) ?? [];
  return year === undefined
    ? null
    : dateOrNull({ year: Number(year), month: Number(month), day: Number(day) });
};

const isNameOf = (word: string, name: string): boolean =>
  word === name.toLowerCase() || word === name.slice(0, 3).toLowerCase();

function dateOrNull(date: { year: number; month: number; day: number }): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(date, { overflow: "reject" });
  } catch {
    return null;
  }
}

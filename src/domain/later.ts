import { Temporal } from "temporal-polyfill";
import { beforeDay, countOf, dayWords, monthPlaces, weekdayPlaces } from "./reply-table/days.ts";
import { plainly, unaccented } from "./reply-table/spelling.ts";
import { nextWorkingDay, type WorkingCalendar, workingDayFrom } from "./working-time.ts";

/**
 * Gives the date that the words after `later` mean, for a person whose date is `today` and whose working days are `calendar`
 * (POLICY 7.5): nothing = the next W; "fri" on a Friday = the next one; a day off = the W after it. Also "tomorrow", "next week",
 * "3 days", "2 weeks", "12 June", "12.6." and "2026-06-12", in any language of the table. Null: not understood, or not in the future; ask back.
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

/** Gives the day of a digest's example: Friday, though on a Friday, when that is a week away (POLICY 7.5), the Tuesday after. */
export const laterExample = ({ dayOfWeek }: Temporal.PlainDate): "friday" | "tuesday" =>
  dayOfWeek === 5 ? "tuesday" : "friday";

/** Gives the very day that those words mean, a day off or not; "today" too. A weekday and a day of a month are the next such day. Null: not understood. */
export function dayMeant(words: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const said = saidIn(words);
  // "a week" is one, "a segunda" is Monday with a preposition.
  return fixedDay(said, today) ?? fixedDay(said.replace(beforeDay, ""), today);
}

function fixedDay(said: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (dayWords.today.test(said)) return today;
  return relative(said, today) ?? weekday(said, today) ?? dayAndMonth(said, today) ?? wholeDate(said);
}

/** Without accents and signs; the points of "12.6.2026" stay. */
const saidIn = (words: string): string =>
  unaccented(plainly(words))
    .replace(/(?<!\d)[.]|\.(?=\s|$)|[,!]+/g, " ")
    .replace(/ +/g, " ")
    .trim();

function relative(said: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (dayWords.tomorrow.test(said)) return today.add({ days: 1 });
  if (dayWords.dayAfter.test(said)) return today.add({ days: 2 });
  if (dayWords.nextWeek.test(said)) return today.add({ days: 8 - today.dayOfWeek });
  const [, many = "", unit = ""] = /^(\S+) ([a-z]+)$/.exec(said) ?? [];
  const count = countOf(many);
  if (count === null) return null;
  if (dayWords.week.test(unit)) return today.add({ weeks: count });
  return dayWords.day.test(unit) ? today.add({ days: count }) : null;
}

function weekday(said: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const index = weekdayPlaces.get(said);
  return index === undefined ? null : today.add({ days: ((index + 1 - today.dayOfWeek + 6) % 7) + 1 });
}

function dayAndMonth(said: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const [, first = "", second = ""] =
    /^(\d{1,2})(?:st|nd|rd|th|er|[ºª])? (?:de )?([a-z]+)$/.exec(said) ??
    /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?$/.exec(said) ??
    [];
  const numeric = /^(\d{1,2})\.(\d{1,2})$/.exec(said);
  const [day, word] = /\d/.test(first) ? [Number(first), second] : [Number(second), first];
  const place = monthPlaces.get(word);
  if (numeric !== null) return nextOf(Number(numeric[1]), Number(numeric[2]), today);
  return place === undefined ? null : nextOf(day, place + 1, today);
}

function nextOf(day: number, month: number, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const thisYear = dateOrNull({ year: today.year, month, day });
  const passed = thisYear !== null && Temporal.PlainDate.compare(thisYear, today) <= 0;
  return thisYear === null || passed ? dateOrNull({ year: today.year + 1, month, day }) : thisYear;
}

function wholeDate(said: string): Temporal.PlainDate | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(said) ?? [];
  if (year !== undefined) return dateOrNull({ year: Number(year), month: Number(month), day: Number(day) });
  const [, first, second, last] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(said) ?? [];
  return last === undefined
    ? null
    : dateOrNull({ year: Number(last), month: Number(second), day: Number(first) });
}

function dateOrNull(date: { year: number; month: number; day: number }): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(date, { overflow: "reject" });
  } catch {
    return null;
  }
}

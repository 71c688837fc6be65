import type { Temporal } from "temporal-polyfill";
import { addWorkingDays, isWorkingDay, workingDayFrom } from "../../domain/working-time.ts";

/** Tells a public holiday by its ISO date; without it only Saturday and Sunday are free. */
export type IsHoliday = (isoDate: string) => boolean;

export const noHolidays: IsHoliday = () => false;

const calendarOf = (isHoliday: IsHoliday) => ({ zone: "UTC", isHoliday });

/** The day itself when it is a working day, else the next one: later is safer (POLICY 8.4). */
export const workdayFrom = (day: Temporal.PlainDate, isHoliday: IsHoliday): Temporal.PlainDate =>
  workingDayFrom(calendarOf(isHoliday), day);

/** The `count`th working day after `day`, which itself does not count. */
export const workdaysAfter = (
  day: Temporal.PlainDate,
  count: number,
  isHoliday: IsHoliday,
): Temporal.PlainDate => addWorkingDays(calendarOf(isHoliday), day, count);

/** The day itself when it is a working day, else the one before: "end of the week" is its last W (POLICY 8.4). */
export function workdayUpTo(day: Temporal.PlainDate, isHoliday: IsHoliday): Temporal.PlainDate {
  let found = day;
  for (let back = 0; back < 366 && !isWorkingDay(calendarOf(isHoliday), found); back++)
    found = found.subtract({ days: 1 });
  return found;
}

/** The last working day of the week of `day`; on a Saturday or Sunday people mean the week to come. */
export function endOfWeek(day: Temporal.PlainDate, isHoliday: IsHoliday): Temporal.PlainDate {
  const friday =
    day.dayOfWeek <= 5 ? day.add({ days: 5 - day.dayOfWeek }) : day.add({ days: 12 - day.dayOfWeek });
  return workdayUpTo(friday, isHoliday);
}

/** The last working day of a month. */
export const endOfMonth = (day: Temporal.PlainDate, isHoliday: IsHoliday): Temporal.PlainDate =>
  workdayUpTo(day.with({ day: day.daysInMonth }), isHoliday);

/** The next Easter Monday on or after `today` (Gregorian computus). */
export function easterMonday(today: Temporal.PlainDate): Temporal.PlainDate {
  const inYear = easterMondayOf(today, today.year);
  return today.until(inYear).days < 0 ? easterMondayOf(today, today.year + 1) : inYear;
}

function easterMondayOf(day: Temporal.PlainDate, year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return day.with({ year, month: Math.floor(f / 31), day: (f % 31) + 1 }).add({ days: 1 });
}

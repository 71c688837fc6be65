import type { Temporal } from "temporal-polyfill";

/** Tells a public holiday by its ISO date; without it only Saturday and Sunday are free. */
export type IsHoliday = (isoDate: string) => boolean;

export const noHolidays: IsHoliday = () => false;

const isWorkday = (day: Temporal.PlainDate, isHoliday: IsHoliday): boolean =>
  day.dayOfWeek <= 5 && !isHoliday(day.toString());

/** The day itself when it is a working day, else the next one: later is safer (POLICY 8.4). */
export function workdayFrom(day: Temporal.PlainDate, isHoliday: IsHoliday): Temporal.PlainDate {
  let found = day;
  while (!isWorkday(found, isHoliday)) found = found.add({ days: 1 });
  return found;
}

/** The day itself when it is a working day, else the one before: "end of the week" is its last W (POLICY 8.4). */
export function workdayUpTo(day: Temporal.PlainDate, isHoliday: IsHoliday): Temporal.PlainDate {
  let found = day;
  while (!isWorkday(found, isHoliday)) found = found.subtract({ days: 1 });
  return found;
}

/** The `count`th working day after `day`, which itself does not count. */
export function workdaysAfter(
  day: Temporal.PlainDate,
  count: number,
  isHoliday: IsHoliday,
): Temporal.PlainDate {
  let found = day;
  for (let left = count; left > 0; left--) found = workdayFrom(found.add({ days: 1 }), isHoliday);
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

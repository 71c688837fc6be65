import { Temporal } from "temporal-polyfill";
import { dateOf, epochDay, isoOf, millisecondsOfDay } from "./epoch-day.ts";
import { stretchAt } from "./zone-offset.ts";

/** A place's working days as data. Holidays are ISO dates ("2026-05-25"), `zone` an IANA name; `hours` are wall-clock times, by default 09:00 to 17:00. */
export type WorkingCalendar = {
  readonly zone: string;
  readonly isHoliday: (isoDate: string) => boolean;
  readonly hours?: { readonly from: Temporal.PlainTime; readonly until: Temporal.PlainTime };
};

/** Monday to Friday without the calendar's holidays: the W of POLICY. */
export const isWorkingDay = (calendar: WorkingCalendar, date: Temporal.PlainDate): boolean =>
  isWorking(calendar, epochDay(date));

/** Gives the `n`-th working day after `date`; `date` itself for 0. Throws RangeError for a negative or broken `n`, or a calendar without working days. */
export function addWorkingDays(
  calendar: WorkingCalendar,
  date: Temporal.PlainDate,
  n: number,
): Temporal.PlainDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  if (n === 0) return date;
  let day = epochDay(date);
  for (let left = n; left > 0; left -= 1) day = workingFrom(calendar, day + 1);
  return dateOf(day);
}

/** Gives the first working day after `date`. */
export const nextWorkingDay = (calendar: WorkingCalendar, date: Temporal.PlainDate): Temporal.PlainDate =>
  addWorkingDays(calendar, date, 1);

/** Gives `date` where it is a working day, else the first one after it. */
export function workingDayFrom(calendar: WorkingCalendar, date: Temporal.PlainDate): Temporal.PlainDate {
  const first = epochDay(date);
  const day = workingFrom(calendar, first);
  return day === first ? date : dateOf(day);
}

/** 1 January 1970 was a Thursday. */
const isWorking = (calendar: WorkingCalendar, day: number): boolean =>
  (((day + 3) % 7) + 7) % 7 < 5 && !calendar.isHoliday(isoOf(day));

function workingFrom(calendar: WorkingCalendar, first: number): number {
  for (let day = first; day < first + 366; day += 1) if (isWorking(calendar, day)) return day;
  throw new RangeError(`no working day within a year of ${isoOf(first)}`);
}

/** A chase never leaves on a Monday; a courtesy may (POLICY 1 check_in 1, 6.3). */
export type Manner = "chase" | "courtesy";

const usualHours = { from: Temporal.PlainTime.from("09:00"), until: Temporal.PlainTime.from("17:00") };

/**
 * Gives the earliest instant at or after `from` that lies in the calendar's hours on a working day; their end itself is too late. Wall-clock times, so both changes of the clock keep the hours (POLICY, head of the page).
 */
export function nextSendingTime(
  calendar: WorkingCalendar,
  from: Temporal.Instant,
  manner: Manner = "courtesy",
): Temporal.Instant {
  const local = from.toZonedDateTimeISO(calendar.zone);
  const today = local.toPlainDate();
  const time = local.toPlainTime();
  const { from: opens, until: shuts } = calendar.hours ?? usualHours;
  const over = Temporal.PlainTime.compare(time, shuts) >= 0;
  const day = sendingDayFrom(calendar, over ? today.add({ days: 1 }) : today, manner);
  const inHours = day.equals(today) && Temporal.PlainTime.compare(time, opens) >= 0;
  return inHours ? from : dueAt(calendar, day);
}

/** Gives `date`, or the first day after it, on which a mail of that manner may leave. */
export function sendingDayFrom(
  calendar: WorkingCalendar,
  date: Temporal.PlainDate,
  manner: Manner,
): Temporal.PlainDate {
  const day = workingDayFrom(calendar, date);
  return manner === "chase" && day.dayOfWeek === 1 ? nextWorkingDay(calendar, day) : day;
}

/** Gives the first sending time of that date in the calendar's zone. */
export const dueAt = (calendar: WorkingCalendar, date: Temporal.PlainDate): Temporal.Instant =>
  instantOf(calendar.zone, date, (calendar.hours ?? usualHours).from);

/** Gives the date that an instant has in a zone. */
export function dateIn(zone: string, { epochMilliseconds: at }: Temporal.Instant): Temporal.PlainDate {
  return dateOf(Math.floor((at + stretchAt(zone, at).offset) / millisecondsOfDay));
}

/** Gives the first instant of a date in a zone. */
export const startOf = (zone: string, date: Temporal.PlainDate): Temporal.Instant =>
  instantOf(zone, date, midnight);

const midnight = Temporal.PlainTime.from("00:00");

/** On a day on which the clock changes Temporal decides what a wall-clock time means that is there twice, or not at all. */
function instantOf(zone: string, date: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant {
  const day = epochDay(date) * millisecondsOfDay;
  const { from, until, offset } = stretchAt(zone, day);
  const isPlain = from <= day - millisecondsOfDay && day + 2 * millisecondsOfDay <= until;
  return isPlain
    ? Temporal.Instant.fromEpochMilliseconds(day - offset + millisecondsIn(time))
    : date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
}

const millisecondsIn = ({ hour, minute, second, millisecond }: Temporal.PlainTime): number =>
  ((hour * 60 + minute) * 60 + second) * 1_000 + millisecond;

import type { Temporal } from "temporal-polyfill";

export const weekdayNames = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Gives a date as a person says it, "Friday 22 May", with the year where it is not the year of `today`. */
export function spokenDate(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const words = `${weekdayNames[date.dayOfWeek - 1]} ${date.day} ${monthNames[date.month - 1]}`;
  return date.year === today.year ? words : `${words} ${date.year}`;
}

/** Gives the wall-clock time as digits, "14:00". */
export const spokenTime = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: "minute" });

import type { Temporal } from "temporal-polyfill";
import { dateWords } from "./date-words.ts";
import type { Language } from "./language.ts";

export const weekdayNames = dateWords.en.weekdays;
export const monthNames = dateWords.en.months;

/**
 * Gives a date as a person says it in that language, "Friday 22 May" or "Freitag, 22. Mai", with the year where it is not the year of `today`.
 * Articles and prepositions ("am", "le", "op") belong to the sentence around it.
 */
export function spokenDate(
  date: Temporal.PlainDate,
  today: Temporal.PlainDate,
  language: Language = "en",
): string {
  const words = dateWords[language];
  return words.date({
    weekday: words.weekdays[date.dayOfWeek - 1] ?? "",
    day: date.day,
    month: words.months[date.month - 1] ?? "",
    year: date.year === today.year ? null : date.year,
  });
}

/** Gives an instant by the clock of a zone, "today at 09:00" or "on Friday 22 May at 09:00"; for what is read at once. */
export const momentInWords = (at: Temporal.Instant, zone: string, today: Temporal.PlainDate): string =>
  at.toZonedDateTimeISO(zone).toPlainDate().equals(today)
    ? `today at ${spokenTime(at.toZonedDateTimeISO(zone).toPlainTime())}`
    : `on ${lastingMoment(at, zone, today)}`;

/** The same where it is kept and may be read on another day: "Friday 22 May at 09:00". */
export function lastingMoment(at: Temporal.Instant, zone: string, today: Temporal.PlainDate): string {
  const local = at.toZonedDateTimeISO(zone);
  return `${spokenDate(local.toPlainDate(), today)} at ${spokenTime(local.toPlainTime())}`;
}

/** Gives the wall-clock time as digits, "14:00". */
export const spokenTime = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: "minute" });

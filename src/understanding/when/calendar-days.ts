import { Temporal } from "temporal-polyfill";

/** A day that words name, before it is known where they stand. */
export type FoundDay = {
  readonly date: Temporal.PlainDate;
  /** Last day of a range or a list ("18 to 22 May", "18 or 19 May"), else null. */
  readonly lastDate: Temporal.PlainDate | null;
  /** "weekday" when only a weekday says which day, "relative" for "tomorrow", "number" for "the 4th". */
  readonly said: "date" | "weekday" | "number" | "relative";
  /** Why the words could mean two days; such a date is never used (POLICY 8.4). */
  readonly doubt: string | null;
  /** "Sat 11": the number may as well be an hour. */
  readonly hour: number | null;
};

export const plainDay = (date: Temporal.PlainDate): FoundDay => ({
  date,
  lastDate: null,
  said: "date",
  doubt: null,
  hour: null,
});

/** A day of the calendar, or null where there is none ("31 June"). Without a year it is the one nearest to today, up to a quarter of a year back. */
export function dated(
  day: number,
  month: number | undefined,
  year: string | undefined,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (month === undefined) return null;
  if (year !== undefined) return dayIn(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const date = dayIn(today.year, month, day) ?? dayIn(today.year + 1, month, day);
  if (date === null) return null;
  const ahead = today.until(date).days;
  if (ahead < -92) return dayIn(date.year + 1, month, day);
  return ahead > 273 ? dayIn(date.year - 1, month, day) : date;
}

function dayIn(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** A date beside its weekday: where they contradict each other nobody knows which one is meant. */
export function checkedDay(
  date: Temporal.PlainDate | null,
  weekday: number | undefined,
  words: string,
): FoundDay | null {
  if (date === null) return null;
  const agrees = weekday === undefined || date.dayOfWeek === weekday;
  return { ...plainDay(date), doubt: agrees ? null : `"${tidy(words)}": that date is not that weekday` };
}

/** The next day of that number, on that weekday where one is said (or the last such day); null where there is none within two months. */
export function numberedDay(
  day: number,
  weekday: number | undefined,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  for (const months of weekday === undefined ? [0, 1, 2] : [0, 1, 2, -1]) {
    const first = today.with({ day: 1 }).add({ months });
    const date = dayIn(first.year, first.month, day);
    if (date === null || (months >= 0 && Temporal.PlainDate.compare(date, today) < 0)) continue;
    if (weekday === undefined || date.dayOfWeek === weekday) return date;
  }
  const passed = weekday === undefined ? null : dayIn(today.year, today.month, day);
  return passed?.dayOfWeek === weekday ? passed : null;
}

export const tidy = (words: string): string => words.replace(/\s+/g, " ").trim();

import DateHolidays from "date-holidays";
import { Temporal } from "temporal-polyfill";
import type { Holidays } from "./ports.ts";

/**
 * Gives the public holidays of a country ("DE", ISO 3166-1), and with them those of a region where it is known ("DE-BY", ISO 3166-2; POLICY 6.16).
 * A holiday of another region, a bank's half-day and an observance are working days here. A region that the data does not know has the country's
 * days, a country that it does not know weekends only. Days are computed once per place and year.
 */
export function publicHolidays(): Holidays {
  const known = new Map<string, ReadonlySet<string>>();
  const daysOf = (place: string, year: string): ReadonlySet<string> => {
    const key = `${place} ${year}`;
    const days = known.get(key) ?? publicDays(place, Number(year));
    known.set(key, days);
    return days;
  };
  return {
    calendar: (country, zone) => ({
      zone,
      isHoliday: (isoDate) => daysOf(country.toUpperCase(), isoDate.slice(0, 4)).has(isoDate),
    }),
  };
}

function publicDays(place: string, year: number): ReadonlySet<string> {
  const days = new Set<string>();
  const [country = "", region] = place.split("-");
  const calendar =
    region === undefined
      ? new DateHolidays(country, { types: ["public"] })
      : new DateHolidays(country, region, { types: ["public"] });
  for (const holiday of calendar.getHolidays(year)) {
    const first = Temporal.PlainDate.from(holiday.date.slice(0, 10));
    const last = wholeDays(holiday.start, holiday.end) - 1;
    for (let ahead = 0; ahead <= last; ahead += 1) days.add(first.add({ days: ahead }).toString());
  }
  return days;
}

/** The eve of a feast counts as part of a day there and a working day here; two hours of grace for a day that the clock change cut short. */
const wholeDays = (start: Date, end: Date): number =>
  Math.max(1, Math.floor((end.getTime() - start.getTime() + 2 * 3_600_000) / 86_400_000));

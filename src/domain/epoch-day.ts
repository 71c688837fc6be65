import { Temporal } from "temporal-polyfill";

/** Days are counted from 1 January 1970: whole numbers, because counting days is most of what planning does. */
export const epochDay = ({ year, month, day }: Temporal.PlainDate): number =>
  Date.UTC(year, month - 1, day) / millisecondsOfDay;

/** Gives the ISO date, "2026-05-25". */
export const isoOf = (day: number): string => dayOf(day).iso;
export const dateOf = (day: number): Temporal.PlainDate => dayOf(day).date;

export const millisecondsOfDay = 86_400_000;

type Day = { readonly iso: string; readonly date: Temporal.PlainDate };
const known = new Map<number, Day>();

/** A search touches the same few hundred days again and again. */
function dayOf(day: number): Day {
  const before = known.get(day);
  if (before !== undefined) return before;
  const midnight = new Date(day * millisecondsOfDay);
  const date = new Temporal.PlainDate(
    midnight.getUTCFullYear(),
    midnight.getUTCMonth() + 1,
    midnight.getUTCDate(),
  );
  const made = { iso: date.toString(), date };
  if (known.size < 10_000) known.set(day, made);
  return made;
}

import { Temporal } from "temporal-polyfill";
import { checkedDay, dated, type FoundDay, plainDay, tidy } from "./calendar-days.ts";

/** Whether a writer puts the day or the month first in "5/6"; null where nothing tells. */
export type DateOrder = "day" | "month" | null;

export type NumericDate = {
  readonly words: string;
  readonly first: number;
  readonly second: number;
  readonly year: string | undefined;
  readonly weekday: number | undefined;
  /** Written with points, as only those do who put the day first. */
  readonly pointed: boolean;
};

/** Reads "5/6/2026". What is left open by its numbers, weekday, marks and the writer's order is doubted, not guessed. */
export function numericDay(
  { words, first, second, year, weekday, pointed }: NumericDate,
  today: Temporal.PlainDate,
  order: DateOrder,
): FoundDay | null {
  const dayFirst = dated(first, second <= 12 ? second : undefined, year, today);
  const monthFirst = pointed ? null : dated(second, first <= 12 ? first : undefined, year, today);
  const both = [dayFirst, monthFirst].filter((date) => date !== null);
  const [one, other] = both;
  if (one === undefined) return null;
  if (other === undefined || one.equals(other)) return checkedDay(one, weekday, words);
  if (weekday !== undefined) {
    const fitting = both.filter((date) => date.dayOfWeek === weekday);
    if (fitting.length === 1 && fitting[0] !== undefined) return plainDay(fitting[0]);
    if (fitting.length === 0) return checkedDay(one, weekday, words);
  }
  if (order !== null) return plainDay(order === "day" ? one : other);
  // Plans lie ahead: the reading that is over is not meant.
  const ahead = both.filter((date) => Temporal.PlainDate.compare(date, today) >= 0);
  if (ahead.length === 1 && ahead[0] !== undefined) return plainDay(ahead[0]);
  return { ...plainDay(one), doubt: `"${tidy(words)}" is either ${inWords(one)} or ${inWords(other)}` };
}

const inWords = (date: Temporal.PlainDate): string =>
  date.toLocaleString("en-GB", { day: "numeric", month: "long" });

import { Temporal } from "temporal-polyfill";
import { dayMeant } from "./later.ts";
import { countOf, dayWords } from "./reply-table/days.ts";
import { plainly, unaccented } from "./reply-table/spelling.ts";
import { ofAll, oneOf } from "./reply-table/table.ts";
import { ok, type Result, refuse } from "./result.ts";

/** A day of a month that has just passed means next year's, and nobody pauses for so long. */
const mostDays = 184;

/**
 * Gives the first day after a pause, for a person whose date is `today`: "2w", "for ten days", "a month", "until Monday", "until 12 June",
 * "tomorrow", in any language of the table. On that day things go on, be it a day off. The refusal is a sentence that tells what can be said.
 */
export function pauseEnd(words: string, today: Temporal.PlainDate): Result<Temporal.PlainDate, string> {
  const said = unaccented(plainly(words)).trim().replace(lasting, "").replace(until, "");
  const end = span(said, today) ?? dayMeant(said, today);
  if (end === null)
    return refuse(
      `I do not know when "${words.trim()}" is; say for example "pause 2w" or "pause until 12 June".`,
    );
  if (Temporal.PlainDate.compare(end, today) <= 0)
    return refuse("That day is not ahead, so nothing is paused.");
  if (today.until(end).days > mostDays)
    return refuse("A pause can be half a year long at most; say it again when that is over.");
  return ok(end);
}

const lasting = new RegExp(`^(?:${oneOf(ofAll(({ commands }) => commands.for))}) `);
const until = new RegExp(`^(?:${oneOf(ofAll(({ commands }) => commands.until))}) `);

function span(said: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const [, count = "", unit = ""] = /^(\d{1,3}|[a-z]+) ?([a-z]+)$/.exec(said) ?? [];
  const many = countOf(count) ?? 0;
  if (many === 0) return null;
  if (unit === "d" || dayWords.day.test(unit)) return today.add({ days: many });
  if (/^(?:w|wks?)$/.test(unit) || dayWords.week.test(unit)) return today.add({ weeks: many });
  return dayWords.month.test(unit) ? today.add({ months: many }) : null;
}

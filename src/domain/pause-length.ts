import { Temporal } from "temporal-polyfill";
import { dayMeant } from "./later.ts";
import { numberWords } from "./number-words.ts";
import { ok, type Result, refuse } from "./result.ts";

/** A day of a month that has just passed means next year's, and nobody pauses for so long. */
const mostDays = 184;

/**
 * Gives the first day after a pause, for a person whose date is `today`: "2w", "for ten days", "a month", "until Monday", "until 12 June",
 * "tomorrow". On that day things go on, be it a day off. The refusal is a sentence that tells what can be said.
 */
export function pauseEnd(words: string, today: Temporal.PlainDate): Result<Temporal.PlainDate, string> {
  const said = words.trim().toLowerCase().replace(/^for /, "");
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

function span(said: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const [, count = "", unit = ""] = /^(\d{1,3}|[a-z]+) ?(d|days?|w|wks?|weeks?|months?)$/.exec(said) ?? [];
  const many = /^\d+$/.test(count) ? Number(count) : /^an?$/.test(count) ? 1 : numberWords.indexOf(count) + 1;
  if (many === 0) return null;
  if (unit.startsWith("d")) return today.add({ days: many });
  return unit.startsWith("w") ? today.add({ weeks: many }) : today.add({ months: many });
}

import { Temporal } from "temporal-polyfill";
import type { Language } from "../../domain/language.ts";
import { clocksIn } from "../../understanding/when/clock-times.ts";
import { datesIn, type NamedDate } from "../../understanding/when/named-dates.ts";
import { weekdayOf, weekdayWord } from "../../understanding/when/time-words.ts";

/** Days and hours that a text names, and the text without them. */
export type Moments = {
  readonly days: readonly NamedDate[];
  readonly clocks: readonly { readonly words: string; readonly minutes: readonly number[] }[];
  /** Every day and hour blanked: what numbers are left are amounts. */
  readonly rest: string;
};

/** Reads them from `today` on; `language` is the text's where that is known. Days stand before months in "5/6", as no draft should leave it open. */
export function momentsIn(text: string, today: Temporal.PlainDate, language: Language | null): Moments {
  const found = datesIn(text, today.toZonedDateTime({ timeZone: "UTC", plainTime: noon }), "day");
  // "Hier" is yesterday in one language only; "at once" is no hour in English.
  const days = found.filter(({ words }) => language === null || language === "fr" || !/^hier$/i.test(words));
  const dayless = days.reduce((rest, { index, words }) => blank(rest, index, words), text);
  const clocks = clocksIn(dayless).filter(({ words }) => !/^at once$/i.test(words));
  return {
    days: days.map((day) => withWeekdayBehind(day, text)),
    clocks: clocks.map(({ words, time, lastTime }) => ({
      words,
      minutes: [time, ...(lastTime === null ? [] : [lastTime])].map((one) => one.hour * 60 + one.minute),
    })),
    rest: clocks.reduce((rest, { index, words }) => blank(rest, index, words), dayless),
  };
}

const noon = Temporal.PlainTime.from("12:00");

function blank(text: string, index: number, words: string): string {
  // Rules trim their words, so that these may begin a little later.
  const at = text.indexOf(words, index);
  return at < 0
    ? text
    : `${text.slice(0, at)}${"\u0001".repeat(words.length)}${text.slice(at + words.length)}`;
}

const behind = new RegExp(`^\\s*[,(]\\s*(?:(?:a|an?|el|le|der|de)\\s+)?(${weekdayWord})(?![\\p{L}])`, "iu");

/** "21 de maio (quinta-feira)": the weekday stands behind and has to agree as well. */
function withWeekdayBehind(day: NamedDate, text: string): NamedDate {
  if (day.said !== "date") return day;
  const at = text.indexOf(day.words, day.index);
  const found = behind.exec(text.slice(at + day.words.length));
  const weekday = weekdayOf(found?.[1] ?? "");
  if (weekday === undefined || weekday === day.date.dayOfWeek) return day;
  return { ...day, doubt: `"${day.words}${found?.[0] ?? ""}": that date is not that weekday` };
}

import { languages } from "../language.ts";
import type { DayWords } from "./shape.ts";
import { spellings, unaccented } from "./spelling.ts";
import { ofAll, oneOf, replyWords } from "./table.ts";

/** Gives what all languages have of a kind of day, as alternatives of a regular expression for a text without accents. */
export const each = (of: (days: DayWords) => readonly string[]): string =>
  oneOf(ofAll(({ days }) => of(days)));

/** The value of each word at its place in the lists of all languages: `places` gives "friday" 4, "vr" 4. */
const places = (of: (days: DayWords) => readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  new Map(
    languages.flatMap((language) =>
      of(replyWords[language].days).flatMap((several, at) =>
        several.flatMap((word) =>
          spellings(word).map((spelling): [string, number] => [unaccented(spelling), at]),
        ),
      ),
    ),
  );

/** From Monday = 0; the words are without accents. */
export const weekdayPlaces = places(({ weekdays }) => weekdays);
/** From January = 0. */
export const monthPlaces = places(({ months }) => months);

const counts: ReadonlyMap<string, number> = new Map([
  ...ofAll(({ days }) => days.one).flatMap((word) =>
    spellings(word).map((one): [string, number] => [one, 1]),
  ),
  ...languages.flatMap((language) =>
    replyWords[language].numbers.flatMap((word, at) =>
      spellings(word).map((one): [string, number] => [unaccented(one), at + 1]),
    ),
  ),
]);

/** Gives the number of "2", "two" or "a"; null for anything else. */
export const countOf = (word: string): number | null =>
  /^\d{1,3}$/.test(word) ? Number(word) : (counts.get(word) ?? null);

const count = `\\d{1,3}|${[...counts.keys()].filter((word) => word !== "-").join("|")}`;
const nth = "\\d{1,2}(?:st|nd|rd|th|er|[.ºª])?";
const months = [...monthPlaces.keys()].toSorted((a, b) => b.length - a.length).join("|");
const englishMonths = oneOf(replyWords.en.days.months.flat());
/** "so", "do" and "mar" are words of other languages, so they count only at the end of what is said. */
const isShort = (name: string): boolean =>
  name.length <= 3 && !replyWords.en.days.weekdays.flat().includes(name);
const weekdays = [...weekdayPlaces.keys()].toSorted((a, b) => b.length - a.length);

const spans = `(?:${count}) (?:${each(({ day, week }) => [...day, ...week])})`;
const fixed = each(({ tomorrow, dayAfter, nextWeek }) => [...tomorrow, ...dayAfter, ...nextWeek]);
const dates = `\\d{4}-\\d\\d-\\d\\d|\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4})?|${nth} (?:de )?(?:${months})|(?:${englishMonths}) ${nth}`;
const long = weekdays.filter((name) => !isShort(name)).join("|");
const brief = weekdays.filter(isShort).join("|");
const before = `(?:(?:${each((days) => days.before)}) )?`;

const anywhere = new RegExp(`${before}(${fixed}|${spans}|${dates}|${long})(?![\\p{L}\\d-])`, "uy");
const atEnd = new RegExp(`${before}(${brief})(?=\\.?(?:$|[,;]))`, "uy");

/** The words that may stand in front of a day, with the blank behind them; the text is without accents. */
export const beforeDay = new RegExp(`^(?:${each((days) => days.before)}) `);

/** With what words a day can begin; everything else need not be tried. */
const beginnings: ReadonlySet<string> = new Set(
  [
    ...ofAll(({ days }) => [days.before, days.tomorrow, days.dayAfter, days.nextWeek].flat()).flatMap(
      spellings,
    ),
    ...[...counts.keys(), ...weekdayPlaces.keys(), ...oneOf(replyWords.en.days.months.flat()).split("|")],
  ].map((words) => unaccented(words).split(/[ -]/)[0] ?? ""),
);

/** True where a day may begin with that word. */
export const mayBeginDay = (word: string): boolean => /^\d/.test(word) || beginnings.has(unaccented(word));

/**
 * Gives the words of a day that stand at that place of a text, without a preposition, and where they end; null where there are none. `plain` is the
 * text as it is compared (lower case) without accents. `isLater`: right behind `later`, where "fr" and "so" are days too.
 */
export function dayAt(plain: string, at: number, isLater: boolean): { from: number; end: number } | null {
  for (const form of isLater ? [anywhere, atEnd] : [anywhere]) {
    form.lastIndex = at;
    const found = form.exec(plain);
    if (found !== null) return { from: form.lastIndex - (found[1] ?? "").length, end: form.lastIndex };
  }
  return null;
}

const whole = (of: (days: DayWords) => readonly string[]): RegExp => new RegExp(`^(?:${each(of)})$`);
/** What fills a text without accents: a fixed day, or the unit of a span. */
export const dayWords = {
  today: whole(({ today }) => today),
  tomorrow: whole(({ tomorrow }) => tomorrow),
  dayAfter: whole(({ dayAfter }) => dayAfter),
  nextWeek: whole(({ nextWeek }) => nextWeek),
  day: whole(({ day }) => day),
  week: whole(({ week }) => week),
  month: whole(({ month }) => month),
};

import type { Temporal } from "temporal-polyfill";
import { checkedDay, dated, type FoundDay, numberedDay, plainDay, tidy } from "./calendar-days.ts";
import { type DateOrder, numericDay } from "./numeric-dates.ts";
import { saidDays } from "./said-days.ts";
import { anyWeekday, edge, end, monthOf, monthWord, namesADay, weekdayOf } from "./time-words.ts";

/** A day that a text names, on its writer's calendar, and where it stands. */
export type NamedDate = FoundDay & { readonly index: number; readonly words: string };

type DateRule = {
  readonly pattern: RegExp;
  readonly read: (found: RegExpMatchArray, today: Temporal.PlainDate, order: DateOrder) => FoundDay | null;
};

const day = String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|ª|e)?\.?`;
const article = "(?:(?:the|on|den|dem|le|el|dia|día|de)\\s+)?";
const ahead = `(?:(${anyWeekday})\\.?,?\\s+${article})?`;
const year = String.raw`(?:(?:,|\s+de|\s+del)?\s+(20\d\d))?`;
const toWord = String.raw`\s*(?:-|\b(?:to|until|till|through|and|or|bis(?: zum)?|und|oder|au|et|ou|al|y|o|tot(?: en met)?|t\/m|en|of|a|e|até)\b)\s*`;
// Not an hour, a price or a number of something.
const noHour = String.raw`(?![\d/]|[:.]\d|\s?(?:[ap]\.?m\b|uhr\b|uur\b|o'clock|h\b|h\d))`;

const dateRules: readonly DateRule[] = [
  {
    // "18 to 22 May 2026", "du 3 au 14 août", "18 or 19 May"
    pattern: new RegExp(
      `${edge}${day}${toWord}(?:the\\s+)?${day}\\s*(?:of\\s+|de\\s+)?(${monthWord})${end}\\.?${year}`,
      "giu",
    ),
    read: ([, first, last, month = "", said], today) => {
      const to = dated(Number(last), monthOf(month), said, today);
      const from = to === null ? null : dated(Number(first), to.month, String(to.year), today);
      return from === null || to === null ? null : { ...plainDay(from), lastDate: to };
    },
  },
  {
    pattern: new RegExp(
      `${edge}${ahead}${day}\\s*(?:of\\s+|de\\s+|do\\s+)?(${monthWord})${end}\\.?${year}`,
      "giu",
    ),
    read: ([words, weekday, number, month = "", said], today) =>
      checkedDay(dated(Number(number), monthOf(month), said, today), weekdayOf(weekday ?? ""), words),
  },
  {
    // "March 25, 2026", "June 3 - 12"
    pattern: new RegExp(
      `${edge}${ahead}(${monthWord})\\.?\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?${noHour}(?:\\s*(?:-|to|through|and|or)\\s*(\\d{1,2})(?:st|nd|rd|th)?${noHour})?(?:,?\\s+(20\\d\\d))?`,
      "giu",
    ),
    read: ([words, weekday, month = "", number, last, said], today) => {
      const first = dated(Number(number), monthOf(month), said, today);
      const from = checkedDay(first, weekdayOf(weekday ?? ""), words);
      const to = last === undefined ? null : dated(Number(last), monthOf(month), said, today);
      return from === null ? null : { ...from, lastDate: to };
    },
  },
  {
    pattern: /(?<![\d/.-])(20\d\d)-(\d\d)-(\d\d)(?!\d)/g,
    read: ([, said, month, number], today) => {
      const date = dated(Number(number), Number(month), said, today);
      return date === null ? null : plainDay(date);
    },
  },
  {
    pattern: new RegExp(
      `${edge}(?:(${anyWeekday})\\.?,?\\s+${article})?(?<![\\d/.$€£-])(?!24\\/7)(\\d{1,2})(?:([./-])(\\d{1,2})\\3(20\\d\\d|\\d{2})|\\/(\\d{1,2})|\\.\\s?(\\d{1,2})\\.)(?![\\d/%\\p{L}]|[:.]\\d)`,
      "giu",
    ),
    read: ([words, weekday, first, mark, second, said, slashed, pointed], today, order) =>
      numericDay(
        {
          words,
          first: Number(first),
          second: Number(second ?? slashed ?? pointed),
          year: said,
          weekday: weekdayOf(weekday ?? ""),
          pointed: mark === "." || pointed !== undefined,
        },
        today,
        order,
      ),
  },
  {
    // "Thursday the 4th", "Tuesday 24", "lunes 13": the weekday proves the month.
    pattern: new RegExp(
      `${edge}(${anyWeekday})\\.?,?\\s+((?:the|den|dem|le|el|dia|día)\\s+)?(\\d{1,2})(st|nd|rd|th|\\.|º)?(?!\\p{L}|\\s?(?:days?|weeks?|-\\s?\\d))${noHour}`,
      "giu",
    ),
    read: ([words, weekday = "", the, number, suffix], today) => {
      const date = numberedDay(Number(number), weekdayOf(weekday), today);
      const bare = the === undefined && suffix === undefined;
      if (date !== null) return { ...plainDay(date), said: "number", hour: bare ? Number(number) : null };
      if (bare && Number(number) <= 12) return null;
      const other = numberedDay(Number(number), undefined, today);
      return other === null
        ? null
        : { ...plainDay(other), doubt: `"${tidy(words)}": that date is not that weekday` };
    },
  },
  {
    // "By the 22nd", "am 4.", "el día 14"
    pattern:
      /(?<![\p{L}\d])(?:the\s+(\d{1,2})(?:st|nd|rd|th)|(?:am|zum|den)\s+(\d{1,2})\.(?=\s|$)|d[ií]a\s+(\d{1,2})|(?:el|le|op)\s+(\d{1,2})(?=\s*(?:[.,;!?)]|$))|de\s+(\d{1,2})e)(?![\p{L}\d]|\.\d|\s+(?:floor|round|stage|interview|year|time|edition|anniversary|century|draft|place|hour|stock|grade|avenue|street|st\b|ave\b|\p{Lu}\p{Ll}))/gu,
    read: ([, ...numbers], today) => {
      const date = numberedDay(Number(numbers.find((one) => one !== undefined)), undefined, today);
      return date === null ? null : { ...plainDay(date), said: "number" };
    },
  },
];

/**
 * Days that a text names, in their order, as its writer meant them on `writtenAt` (in the writer's zone or offset). Past ones too.
 * @param order whether the writer puts day or month first in "5/6"; null where nothing tells
 */
export function datesIn(
  text: string,
  writtenAt: Temporal.ZonedDateTime,
  order: DateOrder = null,
): readonly NamedDate[] {
  const found: NamedDate[] = [];
  const today = writtenAt.toPlainDate();
  let rest = text;
  const take = (pattern: RegExp, read: (found: RegExpMatchArray) => FoundDay | null): void => {
    for (const match of rest.matchAll(pattern)) {
      const named = read(match);
      if (named === null) continue;
      found.push({ ...named, index: match.index, words: match[0].trim() });
      // What is read is taken away; the places of the rest stay.
      const after = match.index + match[0].length;
      rest = `${rest.slice(0, match.index)}${"\u0001".repeat(match[0].length)}${rest.slice(after)}`;
    }
  };
  if (/\d/.test(text))
    for (const rule of dateRules) take(rule.pattern, (match) => rule.read(match, today, order));
  if (namesADay(text))
    for (const rule of saidDays) take(rule.pattern, (match) => rule.read(match, writtenAt));
  return found.sort((a, b) => a.index - b.index);
}

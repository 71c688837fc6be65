import * as chrono from "chrono-node";
import { Temporal } from "temporal-polyfill";

/** A date that a text names, as wall-clock fields of the writer. */
export type NamedDate = {
  /** Where it stands in the text, and the words themselves. */
  readonly index: number;
  readonly words: string;
  readonly date: Temporal.PlainDate;
  readonly time: Temporal.PlainTime | null;
  /** Last day of a range ("18 to 22 May"), else null. */
  readonly lastDate: Temporal.PlainDate | null;
  /** Time of day at which a range ends ("14:00-15:00"), else null. */
  readonly lastTime: Temporal.PlainTime | null;
  /** True when the words name no day, only a time. */
  readonly dayless: boolean;
  /** True when only a weekday says which day. */
  readonly weekdayOnly: boolean;
};

export type NamedDates = { readonly dates: readonly NamedDate[]; readonly ambiguous: readonly string[] };

const number = String.raw`\d{1,2}`;
const slashed = new RegExp(
  String.raw`\b(${number})[/.-](${number})(?:[/.-](\d{2}|\d{4}))?\b(?!\s?(?::|%|[ap]\.?m))`,
  "gi",
);

/**
 * Dates and times that a text names, as its writer meant them on `writtenAt` (in the writer's zone or offset).
 * What can be read in two ways stands in `ambiguous`, in words, and gives no date: "05/06/2026"; a weekday that contradicts its date.
 */
export function datesIn(text: string, writtenAt: Temporal.ZonedDateTime): NamedDates {
  const ambiguous: string[] = [];
  const readable = text.replace(slashed, (words, first: string, second: string, year: string | undefined) => {
    if (year === undefined || Number(first) > 12 || Number(second) > 12 || first === second) return words;
    // With points the day comes first everywhere; with slashes it depends on the country.
    if (words.includes(".") && words.length === 10) return `${year}-${second}-${first}`;
    ambiguous.push(`"${words}" is either the ${first}th or the ${second}th`);
    return " ".repeat(words.length);
  });
  const dates: NamedDate[] = [];
  for (const found of parsedDates(plainRanges(readable), writtenAt)) {
    const named = namedDate(found, text, writtenAt);
    if (named === null) continue;
    const weekday = found.start.isCertain("weekday") ? found.start.get("weekday") : null;
    if (weekday !== null && found.start.isCertain("day") && named.date.dayOfWeek % 7 !== weekday)
      ambiguous.push(`"${found.text.trim()}": that date is not that weekday`);
    else dates.push(named);
  }
  return { dates, ambiguous };
}

const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
const weekday = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";

/** chrono takes "from 1 to 10 June" for hours and dates a range between weekdays a year late. Lengths stay, so that places do. */
const plainRanges = (text: string): string =>
  text
    .replace(
      new RegExp(`\\bfrom(?=\\s+\\d{1,2}(?:st|nd|rd|th)?\\s+(?:to\\b|until\\b|-|${month}))`, "gi"),
      "    ",
    )
    .replace(new RegExp(`\\bto(?=\\s+\\d{1,2}(?:st|nd|rd|th)?\\s+${month})`, "gi"), "- ")
    .replace(new RegExp(`\\bto(?=\\s+(?:on\\s+)?${weekday})`, "gi"), "; ");

const parsedDates = (text: string, writtenAt: Temporal.ZonedDateTime): readonly chrono.ParsedResult[] =>
  chrono.en.casual.parse(
    text,
    { instant: new Date(writtenAt.epochMilliseconds), timezone: writtenAt.offsetNanoseconds / 60e9 },
    { forwardDate: true },
  );

const lengths = /\b(?:seconds?|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|years?|quarters?)\b/i;

function namedDate(
  found: chrono.ParsedResult,
  text: string,
  writtenAt: Temporal.ZonedDateTime,
): NamedDate | null {
  const { start, end } = found;
  const date = dateOf(start);
  if (date === null || /^now$/i.test(found.text.trim())) return null;
  // "15 minutes", "a few days", "the week": lengths, not dates.
  if (!start.isCertain("weekday") && lengths.test(found.text)) return null;
  const dayless =
    !start.isCertain("day") &&
    !start.isCertain("weekday") &&
    !/\b(?:today|tonight|tomorrow)/i.test(found.text);
  const weekdayOnly = start.isCertain("weekday") && !start.isCertain("day");
  const said = weekdayOnly && /\bnext\b/i.test(text.slice(Math.max(0, found.index - 6), found.index + 6));
  return {
    index: found.index,
    words: found.text.trim(),
    date: said && date.since(writtenAt.toPlainDate()).days === 0 ? date.add({ days: 7 }) : date,
    time: timeOf(start),
    lastDate: end === undefined || end === null ? null : dateOf(end),
    lastTime: end === undefined || end === null ? null : timeOf(end),
    dayless,
    weekdayOnly,
  };
}

function dateOf(parts: chrono.ParsedComponents): Temporal.PlainDate | null {
  const [year, month, day] = [parts.get("year"), parts.get("month"), parts.get("day")];
  if (year === null || month === null || day === null) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}

function timeOf(parts: chrono.ParsedComponents): Temporal.PlainTime | null {
  if (!parts.isCertain("hour")) return null;
  const hour = parts.get("hour") ?? 0;
  // "At 2" without am or pm: nobody interviews at two in the night.
  const spoken = !parts.isCertain("meridiem") && hour >= 1 && hour <= 6 ? hour + 12 : hour;
  return Temporal.PlainTime.from({ hour: spoken, minute: parts.get("minute") ?? 0 });
}

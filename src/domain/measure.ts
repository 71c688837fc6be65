import { weekdayNames } from "./spoken.ts";

/** How the value of a setting is written, kept and told. */
export type Measure<T> = {
  /** What is counted, such as "working days"; empty where the value says it all. */
  readonly unit: string;
  /** What may be written, as the end of a sentence: "a whole number from 1 to 30". */
  readonly allowed: string;
  /** Gives the value that the words name; undefined where they name none, or one that is not allowed. */
  readonly read: (words: string) => T | undefined;
  /** True for what may stand in the store. */
  readonly holds: (value: unknown) => value is T;
  /** As it would be written. */
  readonly words: (value: T) => string;
};

/** Whole numbers from `least` to `most`. */
export function count(unit: string, least: number, most: number): Measure<number> {
  const holds = (value: unknown): value is number =>
    typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
  return {
    unit,
    allowed: `a whole number from ${least} to ${most}`,
    read: (words) => held(holds, /^\d{1,4}$/.test(words.trim()) ? Number(words) : null),
    holds,
    words: String,
  };
}

/** The same, or "off". */
export function countOrOff(unit: string, least: number, most: number): Measure<number | null> {
  const counted = count(unit, least, most);
  return {
    unit,
    allowed: `${counted.allowed}, or off`,
    read: (words) => (plain(words) === "off" ? null : counted.read(words)),
    holds: (value): value is number | null => value === null || counted.holds(value),
    words: (value) => (value === null ? "off" : String(value)),
  };
}

/** Wall-clock times "08:30" from `least` to `most`. */
export function clockTime(least = "00:00", most = "23:59"): Measure<string> {
  const holds = (value: unknown): value is string =>
    typeof value === "string" && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) && value >= least && value <= most;
  return {
    unit: "",
    allowed: `a time of day like 07:30, from ${least} to ${most}`,
    read: (words) => held(holds, words.trim().padStart(5, "0")),
    holds,
    words: (value) => value,
  };
}

export const onOff: Measure<boolean> = {
  unit: "",
  allowed: "on or off",
  read: (words) => {
    const said = plain(words);
    return said === "on" ? true : said === "off" ? false : undefined;
  },
  holds: (value): value is boolean => typeof value === "boolean",
  words: (value) => (value ? "on" : "off"),
};

/** One of some words. */
export function oneOf<T extends string>(words: readonly T[]): Measure<T> {
  const holds = (value: unknown): value is T => words.some((word) => word === value);
  return {
    unit: "",
    allowed: words.join(" or "),
    read: (said) => held(holds, plain(said)),
    holds,
    words: (value) => value,
  };
}

/** Days of the week, Monday 1 to Sunday 7, at least one of them: "mon-fri", "mon, thu", "every day". */
export const weekdays: Measure<readonly number[]> = {
  unit: "",
  allowed: 'days such as "mon-fri" or "mon, wed, fri", or "every day"',
  read: (words) => {
    const said = plain(words)
      .replace(/^(?:daily|every day)$/, "mon-sun")
      .replace(/^(?:weekdays|working days)$/, "mon-fri");
    const days = said.split(/,\s*(?:and )?| and |\s+/).map(daysIn);
    return days.every((some) => some.length > 0) ? inOrder(days.flat()) : undefined;
  },
  holds: (value): value is readonly number[] =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((day) => Number.isInteger(day) && day >= 1 && day <= 7) &&
    new Set(value).size === value.length,
  words: (value) => {
    const days = inOrder(value);
    if (days.length === 7) return "every day";
    const inRow = days.length > 2 && days.every((day, at) => at === 0 || day === (days[at - 1] ?? 0) + 1);
    return inRow ? `${shortName(days[0])}-${shortName(days.at(-1))}` : days.map(shortName).join(", ");
  },
};

/** The days of "mon", "monday" or "fri-mon"; none where it is neither. */
function daysIn(words: string): readonly number[] {
  const [first = 0, last = first, ...more] = words.split(/-|–/).map(dayNamed);
  if (first === 0 || last === 0 || more.length > 0) return [];
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, ahead) => ((first - 1 + ahead) % 7) + 1);
}

/** 1 to 7, 0 for another word. */
const dayNamed = (word: string): number =>
  word.length < 3 ? 0 : weekdayNames.findIndex((name) => name.toLowerCase().startsWith(word)) + 1;

const shortName = (day: number | undefined): string =>
  (weekdayNames[(day ?? 1) - 1] ?? "").slice(0, 3).toLowerCase();

const inOrder = (days: readonly number[]): readonly number[] => [...new Set(days)].sort((a, b) => a - b);

const plain = (words: string): string => words.trim().toLowerCase();

const held = <T>(holds: (value: unknown) => value is T, value: unknown): T | undefined =>
  holds(value) ? value : undefined;

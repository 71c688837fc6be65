import type { Wishes } from "./follow-up.ts";
import type { Measure } from "./measure.ts";
import { defaultPreferences, type OwnPreferences, type Preferences } from "./preferences.ts";

/** What every setting tells of itself. */
type Told = {
  /** As it is written: "after-promise". */
  readonly name: string;
  /** One line. */
  readonly means: string;
  /** What is counted; empty where the value says it all. */
  readonly unit: string;
  /** What may be written, as the end of a sentence. */
  readonly allowed: string;
  /** As it would be written; null where there is none. */
  readonly default: string | null;
};

/** A number of POLICY, kept with the person or with one candidacy. */
export type PreferenceSetting = Told & {
  readonly of: "preferences";
  /** Counts for all candidacies at once, so that one cannot have its own. */
  readonly isForAll: boolean;
  readonly words: (preferences: Preferences) => string;
  readonly isIn: (own: OwnPreferences) => boolean;
  /** Undefined where the words are not allowed. */
  readonly set: (own: OwnPreferences, words: string) => OwnPreferences | undefined;
  readonly unset: (own: OwnPreferences) => OwnPreferences;
  /** Takes over what the store has for it, where that is sound. */
  readonly taken: (own: OwnPreferences, stored: Stored) => OwnPreferences;
};
export type Stored = Readonly<Record<string, unknown>>;

/** What a person told when connecting. */
export type About = {
  readonly name: string;
  readonly zone: string;
  readonly country: string;
  readonly digestAt: string;
};
export type PersonSetting = Told & {
  readonly of: "person";
  readonly words: (about: About) => string;
  readonly set: (about: About, words: string) => About | undefined;
};

/** What is said of one candidacy alone. */
export type WishSetting = Told & {
  readonly of: "wishes";
  readonly words: (wishes: Wishes) => string;
  /** `words` null: as usual. */
  readonly read: (words: string | null) => Partial<Pick<Wishes, "every" | "noMore">> | undefined;
};

export type Setting = PreferenceSetting | PersonSetting | WishSetting;

type PlainKey = Exclude<keyof Preferences, "noPromise">;

/** A preference that is one value; `forAll`: it cannot differ for one candidacy. */
export const preference = <K extends PlainKey>(
  name: string,
  key: K,
  measure: Measure<Preferences[K]>,
  means: string,
  forAll: "for all" | "" = "",
): PreferenceSetting => ({
  of: "preferences",
  ...told(name, means, measure, measure.words(defaultPreferences[key])),
  isForAll: forAll === "for all",
  words: (preferences) => measure.words(preferences[key]),
  isIn: (own) => own[key] !== undefined,
  set: (own, words) => {
    const value = measure.read(words);
    return value === undefined ? undefined : { ...own, [key]: value };
  },
  unset: ({ [key]: _gone, ...rest }) => rest,
  taken: (own, { [key]: value }) => (measure.holds(value) ? { ...own, [key]: value } : own),
});

type Size = keyof Preferences["noPromise"];

/** The wait without a promise for employers of one size (POLICY 6.4). */
export const noPromise = (size: Size, measure: Measure<number>, means: string): PreferenceSetting => ({
  of: "preferences",
  ...told(nameOf(size), means, measure, measure.words(defaultPreferences.noPromise[size])),
  isForAll: false,
  words: (preferences) => measure.words(preferences.noPromise[size]),
  isIn: (own) => own.noPromise?.[size] !== undefined,
  set: (own, words) => {
    const value = measure.read(words);
    return value === undefined ? undefined : { ...own, noPromise: { ...own.noPromise, [size]: value } };
  },
  unset: ({ noPromise: { [size]: _gone, ...rest } = {}, ...own }) =>
    Object.keys(rest).length === 0 ? own : { ...own, noPromise: rest },
  taken: (own, { noPromise: stored }) => {
    const value = typeof stored === "object" && stored !== null ? Object.entries(stored) : [];
    const found: unknown = value.find(([name]) => name === size)?.[1];
    return measure.holds(found) ? { ...own, noPromise: { ...own.noPromise, [size]: found } } : own;
  },
});

const nameOf = (size: Size): string => `no-promise.${size.replace(" ", "-")}`;

/** `usual`: what it is for somebody who never said. */
export const about = (
  name: string,
  key: keyof About,
  measure: Measure<string>,
  means: string,
  usual: string | null = null,
): PersonSetting => ({
  of: "person",
  ...told(name, means, measure, usual),
  words: (person) => person[key],
  set: (person, words) => {
    const value = measure.read(words);
    return value === undefined ? undefined : { ...person, [key]: value };
  },
});

const told = <T>(name: string, means: string, measure: Measure<T>, usual: string | null): Told => ({
  name,
  means,
  unit: measure.unit,
  allowed: measure.allowed,
  default: usual,
});

/** Gives a value of that setting with what is counted: "3 working days", "1 mail a day", "off". */
export const withUnit = ({ unit }: Pick<Setting, "unit">, words: string): string =>
  unit === "" || !/^\d+$/.test(words)
    ? words
    : `${words} ${words === "1" ? unit.replace(/s(?= a |$)/, "") : unit}`;

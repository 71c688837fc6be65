import { noWishes, type Wishes } from "../domain/follow-up.ts";
import { type OwnPreferences, withOwn } from "../domain/preferences.ts";
import type { Setting } from "../domain/setting.ts";
import { settings } from "../domain/settings.ts";
import type { Person } from "../ports/store.ts";

/** A setting as it is listed. `from`: where its value comes from. */
export type SettingRow = {
  readonly name: string;
  /** As it would be written; counts as numbers. */
  readonly value: string | number;
  readonly from: "default" | "you" | "this candidacy";
  readonly default: string | number | null;
  readonly unit: string;
  readonly allowed: string;
  readonly means: string;
};

/** What is set: by the person for everything (`own`), and for one candidacy where one is looked at. */
export type SetHere = {
  readonly person: Person;
  readonly own: OwnPreferences;
  readonly candidacy: { readonly preferences: OwnPreferences; readonly wishes: Wishes } | null;
};

/** Gives every setting that can be changed there: for everything, or for one candidacy. */
export const settingRows = (here: SetHere): readonly SettingRow[] =>
  settings.filter((setting) => isChangedThere(setting, here)).map((setting) => rowOf(setting, here));

const isChangedThere = (setting: Setting, { candidacy }: SetHere): boolean =>
  setting.of === "preferences"
    ? candidacy === null || !setting.isForAll
    : setting.of === (candidacy === null ? "person" : "wishes");

function rowOf(setting: Setting, here: SetHere): SettingRow {
  const { name, unit, allowed, means } = setting;
  return {
    name,
    value: counted(wordsOf(setting, here)),
    from: originOf(setting, here),
    default: setting.default === null ? null : counted(setting.default),
    unit,
    allowed,
    means,
  };
}

function wordsOf(setting: Setting, { person, candidacy }: SetHere): string {
  switch (setting.of) {
    case "preferences":
      return setting.words(withOwn(person.preferences, candidacy?.preferences ?? {}));
    case "person":
      return setting.words(person);
    case "wishes":
      return setting.words(candidacy?.wishes ?? noWishes);
  }
}

function originOf(setting: Setting, here: SetHere): SettingRow["from"] {
  if (setting.of !== "preferences") {
    const isUsual = wordsOf(setting, here) === setting.default;
    return isUsual ? "default" : setting.of === "person" ? "you" : "this candidacy";
  }
  if (here.candidacy && setting.isIn(here.candidacy.preferences)) return "this candidacy";
  return setting.isIn(here.own) ? "you" : "default";
}

const counted = (words: string): string | number => (/^\d+$/.test(words) ? Number(words) : words);

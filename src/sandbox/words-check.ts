import type { LookFor } from "./story-fields.ts";

/** Words that a text should have and has not, in words; an inner list is one of these. Case and runs of white space do not count. */
export const lackingWords = (wanted: LookFor, text: string): readonly string[] =>
  wanted.filter((one) => ![one].flat().some((words) => holds(text, words))).map(inWords);

/** Words that a text should not have and has. */
export const presentWords = (unwanted: LookFor, text: string): readonly string[] =>
  unwanted
    .flat()
    .filter((words) => holds(text, words))
    .map(inWords);

const holds = (text: string, words: string): boolean => plain(text).includes(plain(words));

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, " ").trim();

const inWords = (one: string | readonly string[]): string =>
  [one]
    .flat()
    .map((words) => `"${words}"`)
    .join(" or ");

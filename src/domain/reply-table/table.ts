import { type Language, languages } from "../language.ts";
import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { portuguese } from "./portuguese.ts";
import type { ReplyWords } from "./shape.ts";
import { spanish } from "./spanish.ts";
import { spellings, unaccented } from "./spelling.ts";

/** The one table of words in which a digest can be answered: read by the grammar, shown in docs/replies.md (SAFETY R33). */
export const replyWords: Readonly<Record<Language, ReplyWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  nl: dutch,
  pt: portuguese,
};

/** Gives what all languages have of a kind, each once. */
export const ofAll = (of: (words: ReplyWords) => readonly string[]): readonly string[] => [
  ...new Set(languages.flatMap((language) => of(replyWords[language]))),
];

/** Gives alternatives of a regular expression that is tried on a text without accents: every spelling, the longest first. */
export const oneOf = (words: readonly string[]): string =>
  [...new Set(words.flatMap(spellings).map(unaccented))]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
    .join("|");

import { dateWords } from "./date-words.ts";
import { languages } from "./language.ts";

/**
 * Gives the sentences of a mail's words in a form in which two of them are equal where a reader would say that they are the same: without
 * dates, numbers, case and signs. Crumbs of one or two words are no sentence.
 */
export const sentenceKeys = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .replace(dates, " ")
      .split(/(?<=[.?!…]["'”»]*)\s+|\n+/)
      .map((sentence) => (sentence.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []).join(" "))
      .filter((sentence) => sentence.split(" ").length > 2),
  );

/** How many sentences of these words stand in `others`, which are keys already. */
export const sharedWith = (words: string, others: ReadonlySet<string>): number =>
  [...sentenceKeys(words)].filter((key) => others.has(key)).length;

/** "Donnerstag, 21. Mai 2026, um 14:00 Uhr" has full stops that end nothing. */
const dates = (() => {
  const names = languages.flatMap((language) => [
    ...dateWords[language].weekdays,
    ...dateWords[language].months,
  ]);
  const name = [...new Set(names)].toSorted((a, b) => b.length - a.length).join("|");
  return new RegExp(
    `(?<![\\p{L}\\p{M}])(?:${name})(?![\\p{L}\\p{M}])|\\d+(?::\\d+)?(?:er(?!\\p{L})|\\.(?=\\s*(?:${name})))?`,
    "gu",
  );
})();

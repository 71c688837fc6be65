import type { Language } from "../../domain/language.ts";

/**
 * Phrases in several languages, one a line: `*` stands for the rest of a word, `...` for up to four words between, all else is a regular
 * expression. English is always looked for as well, because a model that forgets itself falls back into it.
 */
export type Phrases = Readonly<Partial<Record<Language, string>>>;

/** Gives the pattern for a language. Case does not matter; a phrase begins and ends with a word. */
export function phrasePattern(phrases: Phrases): (language: Language) => RegExp {
  const made = new Map<Language, RegExp>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const own = language === "en" ? "" : (phrases[language] ?? "");
    const pattern = patternOf(`${phrases.en ?? ""}\n${own}`);
    made.set(language, pattern);
    return pattern;
  };
}

/** The same without English beside it. */
export const patternOf = (list: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\d])(?:${
      list
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "")
        .map(phrase)
        .join("|") || "(?!)"
    })(?![\\p{L}\\d]|'t)`,
    "iu",
  );

const gap = String.raw`(?:[\s,]+[^\s.!?,]+){0,4}?[\s,]+`;

const phrase = (line: string): string =>
  line
    .replaceAll(/\s*\.\.\.\s*/g, "\u0000")
    .replaceAll(/(?<=[\p{L}'-])\*/gu, "\\p{L}*")
    .replaceAll(" ?", "\\s*")
    .replaceAll(/ +/g, "\\s+")
    .replaceAll("\u0000", gap);

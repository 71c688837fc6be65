import type { Language } from "../../domain/language.ts";
import type { Lexicon } from "./concepts.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { type Matcher, matcherOf } from "./matcher.ts";
import { dutch } from "./nl.ts";
import { portuguese } from "./pt.ts";
import { spelledOut, wordsOf } from "./words.ts";

/** A word as it stands, a shape, "#CONCEPT" for the words of a phrase that the lexicon knows, or "·" for foreign words that it does not know. */
export type Token = string;

const unknown = "·";

const lexicons: Readonly<Record<Language, Lexicon>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  nl: dutch,
  pt: portuguese,
};
const matchers = new Map<Language, Matcher>();

/**
 * The sentence with every phrase of its language's lexicon replaced by its concept. Words of a foreign language that mean nothing to its
 * lexicon become one gap: too few foreign mails are labelled to learn anything from the words themselves.
 */
export function annotate(sentence: string, language: Language = "en"): readonly Token[] {
  const matcher = matcherFor(language);
  const words = wordsOf(sentence, language);
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? "";
    const found = isShape(word) ? null : matcher(words, at);
    at += found?.length ?? 1;
    if (found !== null) tokens.push(isShape(found.concept) ? found.concept : `#${found.concept}`);
    else if (language === "en" || isShape(word)) tokens.push(word);
    else if (tokens.at(-1) !== unknown) tokens.push(unknown);
  }
  return tokens;
}

function matcherFor(language: Language): Matcher {
  const known = matchers.get(language);
  if (known) return known;
  const made = matcherOf(lexicons[language], (phrase) =>
    language === "en" ? phrase : spelledOut(phrase, language),
  );
  matchers.set(language, made);
  return made;
}

const isShape = (word: string): boolean => word.startsWith("<") || word === "?" || word === "!";

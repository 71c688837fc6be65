import type { Language } from "../../domain/language.ts";
import type { Formality } from "../../domain/tone.ts";
import { languageOf } from "../../understanding/lexicon/language.ts";
import { sentencesOf } from "../../understanding/text/plain-words.ts";
import { letterParts } from "../../understanding/text/reply-text.ts";
import { formalityOf } from "./formality.ts";
import { type Greeting, greetingOf } from "./greetings.ts";
import { type Closing, closingOf } from "./sign-offs.ts";

/** What the person wrote, taken apart. */
export type OwnLetter = {
  readonly language: Language;
  readonly formality: Formality | null;
  readonly greeting: Greeting | null;
  readonly closing: Closing;
  /** Without greeting, sign-off, name, signature and quote. */
  readonly body: string;
  readonly sentences: readonly string[];
  /** Words of the body. */
  readonly words: number;
};

/**
 * Takes a text of the person's apart.
 * @param known names of those it goes to
 * @param language null: as it reads
 */
export function ownLetterOf(
  text: string,
  known: readonly string[] = [],
  language: Language | null = null,
): OwnLetter {
  const parts = letterParts(withSpacedDashes(withoutStars(text)));
  const closing = closingOf(parts.newest, parts.signature);
  const [first = "", ...others] = closing.body.split("\n");
  const greeting = wholeGreeting(greetingOf(first, known), known);
  const body = (greeting === null ? closing.body : [greeting.rest, ...others].join("\n")).trim();
  const written = language ?? languageOf(`${first}\n${body}\n${closing.signOff ?? ""}`);
  const sentences = sentencesOf(body).filter((sentence) => wordsOf(sentence).length > 0);
  return {
    language: written,
    formality: formalityOf(body, greeting, closing.signOff, written),
    greeting,
    closing,
    body,
    sentences,
    words: wordsOf(body).length,
  };
}

/** The words of a text as they stand; "don't" and "follow-up" are one each. */
export const wordsOf = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];

/** "Lieber Greg, liebe Hana," */
function wholeGreeting(greeting: Greeting | null, known: readonly string[]): Greeting | null {
  const second = greeting === null || greeting.rest === "" ? null : greetingOf(greeting.rest, known);
  if (greeting === null || second === null || second.names.length === 0) return greeting;
  return { ...greeting, names: [...greeting.names, ...second.names], rest: second.rest };
}

/** HTML leaves stars around a line that was bold. */
const withoutStars = (text: string): string =>
  text.replace(/^[ \t\u00a0]{0,8}[*_]{1,2}([^*_\n]{1,200})[*_]{1,2}[ \t\u00a0]{0,8}$/gm, "$1");

// Dashes become hyphens where text is made plain, and a dash between words must not make one word of two.
const withSpacedDashes = (text: string): string =>
  text.replace(/(?<=\p{L})[ \t]{0,3}\u2014[ \t]{0,3}(?=\p{L})/gu, " - ");

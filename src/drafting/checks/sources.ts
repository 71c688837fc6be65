import type { DraftBasis } from "../../domain/draft-basis.ts";
import { longestSource, longestWord } from "./limits.ts";

/** What a draft rests on, made ready for looking up. */
export type Sources = {
  /** Every text, typographic marks made plain, as it is written. */
  readonly texts: readonly string[];
  /** The same in one lower-case string with single spaces, between spaces. */
  readonly flat: string;
  /** The person's own sentences in that form: what they wrote themselves may stand word for word. */
  readonly own: string;
  readonly thread: string;
  /** Words as they are written, and those of the person in lower case as well. */
  readonly words: ReadonlySet<string>;
  readonly ownWords: ReadonlySet<string>;
};

/** Reads thread, own words and stated facts; names, employer and role count as stated. */
export function sourcesOf(basis: DraftBasis): Sources {
  const cut = (texts: readonly string[]) =>
    texts.map((text) => plain(text.slice(0, longestSource).replaceAll(endlessWord, " ")));
  const thread = cut(basis.thread);
  const own = cut(basis.own);
  const stated = cut(basis.stated);
  // Names and a role are somebody else's words: they may stand there, and excuse nothing.
  const named = cut([
    basis.personName,
    basis.recipient.name,
    basis.employer,
    basis.role ?? "",
    basis.offerDeadline ?? "",
  ]);
  const texts = [...thread, ...own, ...stated, ...named];
  return {
    texts,
    flat: flatten(texts.join("\n")),
    own: flatten([...own, ...stated].join("\n")),
    thread: flatten(thread.join("\n")),
    words: new Set(texts.flatMap(wordsIn)),
    ownWords: new Set([...own, ...stated, ...named].flatMap((text) => wordsIn(text.toLowerCase()))),
  };
}

const endlessWord = new RegExp(`\\S{${longestWord},}`, "gu");

/** Letters with what joins them: "Jean-Luc", "O'Neill", "data". */
export const wordsIn = (text: string): readonly string[] =>
  (text.match(/\p{L}[\p{L}\p{M}'-]*/gu) ?? []).flatMap((word) => {
    const bare = word.replace(/'s$|['-]+$/u, "");
    return bare.includes("-") ? [bare, ...bare.split("-")] : [bare];
  });

/** Typographic apostrophes, quotation marks, dashes and spaces as the plain ones. */
export const plain = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[–—‑]/g, "-")
    .replace(/[\u00a0\u2009\u202f]/g, " ");

/** Lower case, letters and digits with single spaces between, a space at both ends. */
export const flatten = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\d]+/gu, " ")
    .trim()} `;

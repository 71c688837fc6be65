import { languages } from "../language.ts";
import { lexemesIn } from "./lexemes.ts";
import { type ReplyWords, type Verb, verbs } from "./shape.ts";
import { spellings } from "./spelling.ts";
import { replyWords } from "./table.ts";

/** What a word can be in an answer. Some are two things in two languages: "y" is yes and "and", "si" is yes and "if". */
export type Role =
  | Verb
  | "sends"
  | "all"
  | "both"
  | "except"
  | "and"
  | "to"
  | "towards"
  | "before"
  | "is"
  | "number"
  | "article"
  | "courtesy"
  | "brake"
  | "prose";

export type Meaning = {
  /** The lexemes of the word: several for "send again". */
  readonly texts: readonly string[];
  readonly roles: ReadonlySet<Role>;
  /** Of a number word. */
  readonly n: number;
};

type Spoken = { readonly word: string; readonly role: Role; readonly n: number };

/** Every word of every language with what it is there. */
const spoken: readonly Spoken[] = languages.flatMap((language) => {
  const words = replyWords[language];
  const as = (role: Role, list: readonly string[]): Spoken[] => list.map((word) => ({ word, role, n: 0 }));
  return [
    ...verbs.flatMap((verb) => as(verb, words.verbs[verb])),
    ...as("yes", words.sends),
    ...signsAndRest(words, as),
    ...words.numbers.flatMap((word, at): Spoken[] =>
      word === "-" ? [] : [{ word, role: "number", n: at + 1 }],
    ),
  ];
});

function firstOf(words: string): string {
  return words.split(" ")[0] ?? "";
}

function signsAndRest(
  words: ReplyWords,
  as: (role: Role, list: readonly string[]) => Spoken[],
): readonly Spoken[] {
  return [
    ...as("sends", [
      ...words.sends,
      ...words.verbs.yes.filter((word) => words.sends.includes(firstOf(word))),
    ]),
    ...as("all", words.all),
    ...as("both", words.both),
    ...as("except", words.except),
    ...as("and", words.and),
    ...as("to", words.to),
    ...as("towards", words.towards),
    ...as("before", words.before),
    ...as("is", words.is),
    ...as("article", words.articles),
    ...as("courtesy", [...words.nouns, ...words.courtesies]),
    ...as("brake", words.brakes),
    ...as("prose", words.prose),
  ];
}

const keyOf = (word: string): string =>
  lexemesIn(word)
    .map(({ text }) => text)
    .join(" ");

/** What each word stands for as it is spelled; a spelling without accents counts where nothing is spelled so by itself. */
const meanings: ReadonlyMap<string, Meaning> = (() => {
  const found = new Map<string, { texts: readonly string[]; roles: Set<Role>; n: number }>();
  const add = (key: string, { role, n }: Spoken): void => {
    const known = found.get(key) ?? { texts: key.split(" "), roles: new Set<Role>(), n: 0 };
    known.roles.add(role);
    known.n ||= n;
    found.set(key, known);
  };
  for (const one of spoken) add(keyOf(one.word), one);
  const exact = new Set(found.keys());
  for (const one of spoken)
    for (const key of spellings(one.word).map(keyOf)) if (!exact.has(key)) add(key, one);
  return found;
})();

const byFirst: ReadonlyMap<string, readonly Meaning[]> = new Map(
  [...Map.groupBy(meanings.values(), ({ texts }) => texts[0] ?? "")].map(([first, several]) => [
    first,
    several.toSorted((a, b) => b.texts.length - a.texts.length),
  ]),
);

/** Gives what the words from a place on can be, the longest first. `texts` are the lexemes of a line. */
export const meaningsAt = (texts: readonly string[], at: number): readonly Meaning[] =>
  (byFirst.get(texts[at] ?? "") ?? []).filter(({ texts: own }) =>
    own.every((text, further) => texts[at + further] === text),
  );

/** Gives what a single word can be; null for a word that is none of the table's. */
export const meaningOf = (word: string): Meaning | null => meanings.get(word) ?? null;

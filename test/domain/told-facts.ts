import type { DraftFacts } from "../../src/domain/draft-facts.ts";
import type { Language } from "../../src/domain/language.ts";
import { type Template, writeWords } from "../../src/domain/template.ts";
import { bareFacts, exampleFacts, type TellableFact } from "../../src/eval/draft-examples.ts";

/** Nothing is known but who writes and about which employer. */
export const nothing = bareFacts;
export const told = exampleFacts;
export type Told = TellableFact;

/** Every combination of known and unknown among the facts that a template speaks of or asks for. */
export function combinations(template: Template, language: Language): readonly DraftFacts[] {
  const asked = template.variants.flatMap(({ when, paragraphs }) => [
    ...when.map(({ fact }) => fact),
    ...paragraphs.flat().flatMap((sentence) => sentence.when.map(({ fact }) => fact)),
  ]);
  const values = told(language);
  const isTold = (name: string): name is Told => name in values;
  const names = [...new Set<string>(asked)].filter(isTold);
  return Array.from({ length: 2 ** names.length }, (_, bits) =>
    Object.assign({}, nothing(language), ...names.map((name, at) => (bits & (1 << at) ? values[name] : {}))),
  );
}

/** The words of every wording for those facts, without greeting and sign-off. */
export const wordingsFor = (template: Template, facts: DraftFacts): readonly string[] => [
  ...new Set(template.variants.map((_, variant) => writeWords(template, { ...facts, variant }).words)),
];

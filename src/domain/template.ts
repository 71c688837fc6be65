import { type DraftFacts, type FactName, isFact, type Known, knownFacts } from "./draft-facts.ts";

/** A text that a person wrote once and that is filled with what is known. */
export type Template = {
  readonly name: string;
  readonly version: number;
  /** For a mail that starts a thread of its own; a reply keeps the thread's subject. */
  readonly subject: string;
  readonly variants: readonly Variant[];
};
export type Variant = {
  readonly when: readonly Condition[];
  readonly paragraphs: readonly (readonly Sentence[])[];
};
export type Sentence = { readonly when: readonly Condition[]; readonly words: string };
export type Condition = { readonly fact: FactName; readonly known: boolean };

/** The words of a mail without greeting and sign-off; `at` is the number of the wording among those that fit, `round` how often they were gone through. */
export type Wording = { readonly words: string; readonly at: number; readonly round: number };

/**
 * Gives the words for these facts. `facts.variant` chooses among the wordings that fit: n of them give n different texts before one returns.
 * `said` may change how a sentence is said before facts are put into it. Throws when no wording fits, which `readTemplate` has ruled out.
 */
export function writeWords(
  template: Template,
  facts: DraftFacts,
  said: (sentence: string) => string = (sentence) => sentence,
): Wording {
  const known = knownFacts(facts);
  const fitting = template.variants.filter((variant) => holds(variant.when, known));
  const turn = Math.abs(Math.trunc(facts.variant));
  const at = turn % Math.max(1, fitting.length);
  const variant = fitting[at];
  if (variant === undefined) throw new Error(`No variant of ${template.name} fits`);
  const words = variant.paragraphs
    .map((sentences) => sentences.filter((sentence) => holds(sentence.when, known)))
    .filter((sentences) => sentences.length > 0)
    .map((sentences) => sentences.map((sentence) => fill(said(sentence.words), known)).join(" "))
    .join("\n\n");
  return { words, at, round: Math.floor(turn / fitting.length) };
}

/** Gives the subject for a mail without a thread. */
export const writeSubject = (template: Template, facts: DraftFacts): string =>
  fill(template.subject, knownFacts(facts));

/** True where everything is known that a condition wants, and nothing that it excludes. */
export const holds = (when: readonly Condition[], known: Known): boolean =>
  when.every(({ fact, known: wanted }) => (known[fact] !== undefined) === wanted);

/** One pass, so that braces inside a fact stay what they are. */
const fill = (words: string, known: Known): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => (isFact(name) ? (known[name] ?? whole) : whole));

import { type DraftFacts, type FactName, isFact, type Known, knownFacts } from "./draft-facts.ts";

/** A text that a person wrote once and that is filled with what is known. */
export type Template = {
  readonly name: string;
  readonly version: number;
  /** For a mail that starts a thread of its own; a reply keeps the thread's subject. */
  readonly subject: string;
  readonly signOffs: readonly string[];
  readonly variants: readonly Variant[];
};
export type Variant = {
  readonly when: readonly Condition[];
  readonly paragraphs: readonly (readonly Sentence[])[];
};
export type Sentence = { readonly when: readonly Condition[]; readonly words: string };
export type Condition = { readonly fact: FactName; readonly known: boolean };

/**
 * Gives the text for these facts. `seed` chooses the variant: n variants with m sign-offs give n × m different texts before one returns.
 * Throws when no variant fits, which `readTemplate` has ruled out.
 */
export function writeText(template: Template, facts: DraftFacts, seed: number = facts.variant): string {
  const known = knownFacts(facts);
  const fitting = template.variants.filter((variant) => holds(variant.when, known));
  const turn = Math.abs(Math.trunc(seed));
  const variant = fitting[turn % Math.max(1, fitting.length)];
  if (variant === undefined) throw new Error(`No variant of ${template.name} fits`);
  const signOff =
    template.signOffs[Math.floor(turn / fitting.length) % Math.max(1, template.signOffs.length)];
  const filling = { ...known, sign_off: signOff ?? "" };
  return variant.paragraphs
    .map((sentences) => sentences.filter((sentence) => holds(sentence.when, known)).map(({ words }) => words))
    .filter((sentences) => sentences.length > 0)
    .map((sentences) => fill(sentences.join(" ").replaceAll("\\ ", "\n"), filling))
    .join("\n\n");
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

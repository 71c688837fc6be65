import { type Kind, kinds } from "../../domain/assessment.ts";
import { noes } from "./conjunctions.ts";
import table from "./learned-weights.json" with { type: "json" };
import type { MailSigns } from "./signs.ts";

/**
 * How strongly each sign speaks for each kind, learnt from our own labelled mails (`npm run learn`). A mail's probability of a kind is the
 * softmax of the sums of its signs' weights, flattened by `temperature` so that of verdicts at 0.9 nine in ten are right.
 */
type Weights = {
  readonly bias: readonly number[];
  readonly temperature: number;
  /** Where the row of a sign begins. */
  readonly rows: ReadonlyMap<string, number>;
  /** One row a sign, one weight a kind. All of them are one array: an object for each takes twice the memory. */
  readonly weights: Float32Array;
};

export type Weighed = {
  /** The likeliest kinds first; probabilities add up to 1. */
  readonly ranking: readonly { readonly kind: Kind; readonly probability: number }[];
  readonly probabilityOf: (kind: Kind) => number;
  /** True when a sentence says, not only sounds like, a no. Only in English is that known well enough to close by it. */
  readonly saysNo: boolean;
  /** True when the only sentences with the words of a no deny it: "we have not chosen another candidate". */
  readonly deniesNo: boolean;
  /** The sentences that speak loudest for the kind, the loudest first; empty where none does. */
  readonly evidenceFor: (kind: Kind) => readonly string[];
};

/** Weights in the table are whole hundredths, to keep it small. */
export const unit = 100;
/** A mail's wording counts as much as this many marks, however long it is. */
const wordingCounts = 3;
/** Marks against wording. */
const markCounts = 0.7;

let learned: Weights | null = null;
/** The table is read when the first mail is: a command that reads none does not wait for it. */
const whatWasLearned = (): Weights => {
  learned ??= readTable(table);
  return learned;
};

/** Weighs a mail's signs against each other. */
export function weigh(signs: MailSigns, known: Weights = whatWasLearned()): Weighed {
  const sums = Float64Array.from(known.bias);
  for (const [sign, loudness] of loudnessOf(signs, (name) => known.rows.has(name)))
    add(sums, known, sign, loudness);
  const probabilities = softmax(sums, known.temperature);
  const probabilityOf = (kind: Kind): number => probabilities[kinds.indexOf(kind)] ?? 0;
  return {
    probabilityOf,
    deniesNo:
      noes.some((name) => signs.marks.has(`together:${name}:denied`)) &&
      !noes.some((name) => signs.marks.has(`together:${name}`)),
    saysNo: signs.language === "en" && noes.some((name) => signs.marks.has(`together:${name}`)),
    ranking: kinds
      .map((kind) => ({ kind, probability: probabilityOf(kind) }))
      .sort((a, b) => b.probability - a.probability),
    evidenceFor: (kind) => loudest(signs, kinds.indexOf(kind), known),
  };
}

/** How much each known sign of a mail counts: the same in learning and in reading. */
export function loudnessOf(
  { words, marks }: Pick<MailSigns, "words" | "marks">,
  isKnown: (sign: string) => boolean,
): readonly (readonly [sign: string, loudness: number])[] {
  const known = [...words.keys()].filter(isKnown);
  const share = wordingCounts / Math.sqrt(Math.max(1, known.length));
  return [
    ...known.map((sign) => [sign, share] as const),
    ...[...marks].flatMap(([sign, value]) => (isKnown(sign) ? [[sign, markCounts * value] as const] : [])),
  ];
}

function loudest(signs: MailSigns, kind: number, known: Weights): readonly string[] {
  return signs.sentences
    .map(({ text, signs: own }) => ({
      text,
      loudness: own.reduce((sum, sign) => sum + weightOf(known, sign, kind), 0),
    }))
    .filter(({ text, loudness }) => loudness > 0 && text.trim().length > 3)
    .sort((a, b) => b.loudness - a.loudness)
    .slice(0, 2)
    .map(({ text }) => (text.length <= 200 ? text : `${text.slice(0, 199)}…`));
}

function add(sums: Float64Array, { rows, weights }: Weights, sign: string, times: number): void {
  const row = rows.get(sign);
  if (row === undefined) return;
  for (let kind = 0; kind < sums.length; kind += 1)
    sums[kind] = (sums[kind] ?? 0) + (weights[row + kind] ?? 0) * times;
}

function weightOf({ rows, weights }: Weights, sign: string, kind: number): number {
  const row = rows.get(sign);
  return row === undefined ? 0 : (weights[row + kind] ?? 0);
}

/** Probabilities from sums; a higher temperature flattens them. */
export function softmax(sums: Float64Array, temperature: number): Float64Array {
  const top = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp((sum - top) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** One sign a line: its name, a tab, then "kind:weight" by the kind's place in `kinds`. */
function readTable(given: { bias: number[]; temperature: number; signs: string }): Weights {
  const lines = given.signs.split("\n");
  const rows = new Map<string, number>();
  const weights = new Float32Array(lines.length * kinds.length);
  for (const [at, line] of lines.entries()) {
    const [sign = "", spoken = ""] = line.split("\t");
    const row = at * kinds.length;
    for (const pair of spoken.split(" ")) {
      const [kind, weight] = pair.split(":");
      weights[row + Number(kind)] = Number(weight) / unit;
    }
    rows.set(sign, row);
  }
  return { bias: given.bias, temperature: given.temperature, rows, weights };
}

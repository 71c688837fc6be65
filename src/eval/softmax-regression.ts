import { softmax } from "../understanding/kind/learned.ts";

/** A mail as numbers: which signs it has and how much of each. `kind` is the place of its label. */
export type Example = {
  readonly signs: Int32Array;
  readonly values: Float64Array;
  readonly kind: number;
};

export type Fitted = { readonly weights: Float64Array; readonly bias: Float64Array };

const rounds = 160;
const pace = 0.05;
/** Keeps weights small, so that no sign of a single mail decides. */
const restraint = 0.1;

/**
 * Fits softmax regression by Adam over all examples at once: the same examples give the same weights. A rare kind counts more than its share,
 * by the square root of how rare it is.
 * @returns weights by sign, then kind
 */
export function fitWeights(
  examples: readonly Example[],
  signCount: number,
  kindCount: number,
  progress: (round: number) => void = () => {},
): Fitted {
  const weights = new Float64Array(signCount * kindCount);
  const bias = new Float64Array(kindCount);
  const gradient = new Float64Array(weights.length);
  const first = new Float64Array(weights.length);
  const second = new Float64Array(weights.length);
  const importance = importanceOf(examples, kindCount);
  for (let round = 1; round <= rounds; round += 1) {
    gradient.fill(0);
    const biasGradient = new Float64Array(kindCount);
    for (const example of examples) {
      const error = probabilities(example, weights, bias);
      error[example.kind] = (error[example.kind] ?? 0) - 1;
      const scale = (importance[example.kind] ?? 1) / examples.length;
      for (let kind = 0; kind < kindCount; kind += 1) {
        error[kind] = (error[kind] ?? 0) * scale;
        biasGradient[kind] = (biasGradient[kind] ?? 0) + (error[kind] ?? 0);
      }
      spread(gradient, example, error);
    }
    const shrink = restraint / examples.length;
    const [firstLeft, secondLeft] = [1 - 0.9 ** round, 1 - 0.99 ** round];
    for (let at = 0; at < weights.length; at += 1) {
      const slope = (gradient[at] ?? 0) + shrink * (weights[at] ?? 0);
      const m = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      const v = 0.99 * (second[at] ?? 0) + 0.01 * slope * slope;
      first[at] = m;
      second[at] = v;
      weights[at] = (weights[at] ?? 0) - (pace * (m / firstLeft)) / (Math.sqrt(v / secondLeft) + 1e-8);
    }
    for (let kind = 0; kind < kindCount; kind += 1)
      bias[kind] = (bias[kind] ?? 0) - 0.5 * (biasGradient[kind] ?? 0);
    progress(round);
  }
  return { weights, bias };
}

/** What the fitted weights make of an example, by kind. */
export function probabilities(
  { signs, values }: Example,
  weights: Float64Array,
  bias: Float64Array,
  temperature = 1,
): Float64Array {
  const kindCount = bias.length;
  const sums = Float64Array.from(bias);
  for (let at = 0; at < signs.length; at += 1) {
    const row = (signs[at] ?? 0) * kindCount;
    const value = values[at] ?? 0;
    for (let kind = 0; kind < kindCount; kind += 1)
      sums[kind] = (sums[kind] ?? 0) + (weights[row + kind] ?? 0) * value;
  }
  return softmax(sums, temperature);
}

function spread(gradient: Float64Array, { signs, values }: Example, error: Float64Array): void {
  const kindCount = error.length;
  for (let at = 0; at < signs.length; at += 1) {
    const row = (signs[at] ?? 0) * kindCount;
    const value = values[at] ?? 0;
    for (let kind = 0; kind < kindCount; kind += 1)
      gradient[row + kind] = (gradient[row + kind] ?? 0) + (error[kind] ?? 0) * value;
  }
}

function importanceOf(examples: readonly Example[], kindCount: number): readonly number[] {
  const counts = new Array<number>(kindCount).fill(0);
  for (const { kind } of examples) counts[kind] = (counts[kind] ?? 0) + 1;
  const present = counts.filter((count) => count > 0).length;
  return counts.map((count) => (count === 0 ? 0 : Math.sqrt(examples.length / present / count)));
}

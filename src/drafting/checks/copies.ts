import type { Finding } from "../../domain/draft-basis.ts";
import { finding } from "./finding.ts";
import { flatten } from "./sources.ts";

/** So many words in a row are taken over, not written anew. */
const run = 7;

/**
 * Finds what a draft took over from the passages that a model is shown for the manner: they were written to somebody else (SAFETY R43).
 * @param allowed what may stand word for word: the template's version of the same mail
 */
export function copyFaults(text: string, passages: string, allowed: string): readonly Finding[] {
  const words = flatten(text).trim().split(" ");
  const [from, own] = [flatten(passages), flatten(allowed)];
  const copied = words
    .map((_word, at) => words.slice(at, at + run).join(" "))
    .find(
      (some) => some.split(" ").length === run && from.includes(` ${some} `) && !own.includes(` ${some} `),
    );
  return copied === undefined
    ? []
    : [finding("leak", copied, "Take no sentence over from the passages; they are for the manner alone.")];
}

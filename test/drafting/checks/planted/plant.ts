import { chanceOf } from "../../../season/chance.ts";
import { type Case, cleanCases } from "./clean.ts";
import type { Fault, FaultType } from "./fault.ts";

export type Planted = Case & { readonly type: FaultType; readonly fault: Fault };

/** Plants every fault into a clean draft of its language and kind, over and over, until there are `count` faulty ones. */
export function plantedCases(faults: readonly Fault[], count: number, seed: string): readonly Planted[] {
  const clean = cleanCases(700, `${seed} clean`);
  return Array.from({ length: count }, (_, at) => {
    const fault = faults[at % faults.length];
    if (fault === undefined) throw new Error("there is no fault");
    const chance = chanceOf(seed, at);
    const fitting = clean.filter(
      ({ language, kind }) => language === fault.language && (fault.kinds?.includes(kind) ?? true),
    );
    // Where there is nothing to change, another draft is taken.
    for (let tries = 0; tries < 50; tries += 1) {
      const draft = chance.oneOf(fitting);
      const text =
        typeof fault.plant === "string"
          ? withSentence(draft.text, fault.plant, chance.share())
          : fault.plant(draft.text);
      if (text !== draft.text) return { ...draft, text, type: fault.type, fault };
    }
    throw new Error(`nothing could be planted: ${fault.type}`);
  });
}

/** At the end of a paragraph of the body: the first is the greeting, the last sign-off and name. */
function withSentence(text: string, sentence: string, share: number): string {
  const paragraphs = text.split("\n\n");
  const at = 1 + Math.floor(share * (paragraphs.length - 2));
  return paragraphs
    .map((paragraph, here) => (here === at ? `${paragraph} ${sentence}` : paragraph))
    .join("\n\n");
}

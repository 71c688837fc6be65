import type { DraftRule, Finding } from "../../domain/draft-basis.ts";
import type { DraftReading } from "./draft-reading.ts";
import { whereFound } from "./finding.ts";
import { apology, beggingPardon, filler } from "./manner-phrases.ts";
import { phrasePattern } from "./phrases.ts";
import { praise, pressure } from "./pressure-phrases.ts";

const rules: readonly {
  readonly rule: DraftRule;
  readonly pattern: ReturnType<typeof phrasePattern>;
  readonly says: string;
}[] = [
  {
    rule: "pressure",
    pattern: phrasePattern(pressure),
    says: "Press nobody: no threat, no reproach, no hurry.",
  },
  {
    rule: "praise",
    pattern: phrasePattern(praise),
    says: "Leave out every superlative and praise of the writer.",
  },
  { rule: "apology", pattern: phrasePattern(apology), says: "Do not apologise for writing." },
  {
    rule: "filler",
    pattern: phrasePattern(filler),
    says: "Leave out the filler and say what the mail is for.",
  },
];
const regret = phrasePattern(beggingPardon);

/** No pressure, no superlative about oneself, no apology for writing, no filler (POLICY 5). */
export function mannerFaults({ written, basis }: DraftReading): readonly Finding[] {
  // Whoever answers a no or withdraws may be sorry; nobody is sorry to write.
  const mayRegret = basis.kind === "graceful_no" || basis.kind === "withdraw";
  return [
    ...rules.flatMap(({ rule, pattern, says }) => whereFound(written, pattern(basis.language), rule, says)),
    ...(mayRegret
      ? []
      : whereFound(written, regret(basis.language), "apology", "Do not apologise for writing.")),
  ];
}

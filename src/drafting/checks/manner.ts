import type { DraftRule, Finding } from "../../domain/draft-basis.ts";
import { apology, beggingPardon } from "./apology-phrases.ts";
import type { DraftReading } from "./draft-reading.ts";
import { filler } from "./filler-phrases.ts";
import { whereFound } from "./finding.ts";
import { phrasePattern } from "./phrases.ts";
import { praise } from "./praise-phrases.ts";
import { pressure } from "./pressure-phrases.ts";

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

/** What an honest answer to a no may own to, and what is a reproach in any other mail. */
const letDown =
  /(?<=\b(?:i|I|ich|je|yo|ik|eu)\b[^.!?]{0,40})(?:disappointed|enttäuscht|déçue?|decepcionad[oa]|teleurgesteld|desiludid[oa])/gu;
const never = /(?!)/g;

/** "There is no hurry" takes the hurry away. */
const noHurry =
  /(?<!\p{L})(?:no|not|nothing|without|nichts?|keine?\p{L}*|ohne|pas|rien|aucune?|sans|ningun\p{L}*|nada|sin|geen|niets?|zonder|nenhum\p{L}*|sem|não)(?:\s+(?:\p{L}+\s+)?|\s+[dl]')(?:urgen\p{L}*|hurry|rush|pressure|eil\p{L}*|dringend\p{L}*|haast|spoed|prisa|pressa)/giu;

/** No pressure, no superlative about oneself, no apology for writing, no filler (POLICY 5). */
export function mannerFaults({ written, basis }: DraftReading): readonly Finding[] {
  // Whoever answers a no or withdraws may be sorry; nobody is sorry to write.
  const mayRegret = basis.kind === "graceful_no" || basis.kind === "withdraw";
  const texts = written.map((sentence) =>
    sentence.replaceAll(noHurry, " ").replaceAll(mayRegret ? letDown : never, " "),
  );
  return [
    ...rules.flatMap(({ rule, pattern, says }) => whereFound(texts, pattern(basis.language), rule, says)),
    ...(mayRegret
      ? []
      : whereFound(written, regret(basis.language), "apology", "Do not apologise for writing.")),
  ];
}

import type { Assessment, Kind } from "../../domain/assessment.ts";
import type { Weighed } from "./learned.ts";

/** The kind that the words prove, before facts are read. `doubts` is what else they could mean, in words. */
export type Verdict = Pick<Assessment, "kind" | "confidence" | "by" | "evidence"> & {
  readonly doubts: readonly string[];
};

/** A hand-written phrase of this weight decides, unless what was learnt is so much surer of something else. */
const strongPhrase = 0.85;
const muchSurer = 0.9;
/** Below this nothing was learnt about such a mail: a phrase decides, or nothing does. */
const knowsNothing = 0.45;
/** A no that no strong phrase says must be as likely as this, and likelier where no sentence says it; from `tone` on it is at least a tone (DESIGN section 5). */
const likelyNo = 0.75;
const likelyUnsaidNo = 0.85;
const tone = 0.6;
/** Without a sentence that says it, a no is at most this sure, which makes a question of it and closes nothing. */
const unsaid = 0.8;
/** From this probability on a no that lost to another kind is worth a question. */
const perhapsANo = 0.25;

/**
 * Weighs what was learnt against what the hand-written phrases say. Learnt weights see the whole mail and are calibrated; phrases are exact
 * where they match.
 */
export function verdictOf(phrase: Verdict, weighed: Weighed): Verdict {
  const learned = weighed.ranking.find(({ kind }) => kind !== "rejection" || !weighed.deniesNo) ?? {
    kind: "unrelated",
    probability: 0,
  };
  const isStrong = phrase.confidence >= strongPhrase;
  if (isStrong && phrase.kind === learned.kind)
    return { ...phrase, confidence: rounded(agreed(phrase.kind, learned.probability, weighed.saysNo)) };
  if (isStrong && learned.probability < muchSurer) {
    const doubted = Math.max(0.6, weighed.probabilityOf(phrase.kind));
    return { ...phrase, confidence: rounded(Math.min(phrase.confidence, doubted)) };
  }
  // A no that belongs to only one of two matters, or to nobody: the phrases saw both sides.
  if (phrase.doubts.length > 0 && learned.probability < muchSurer) return phrase;
  const needed = weighed.saysNo ? likelyNo : likelyUnsaidNo;
  const least = learned.kind === "rejection" ? tone : knowsNothing;
  if (learned.kind === "rejection" && learned.probability >= tone && learned.probability < needed)
    return onlyTone(weighed);
  if (learned.probability < least)
    return { ...phrase, confidence: rounded(Math.min(phrase.confidence, 0.5)) };
  const { probability } = learned;
  const isUnsaid = learned.kind === "rejection" && !weighed.saysNo;
  return {
    kind: learned.kind,
    confidence: rounded(isUnsaid ? Math.min(probability, unsaid) : probability),
    by: "rules",
    evidence: weighed.evidenceFor(learned.kind),
    doubts:
      waiting.has(learned.kind) && weighed.probabilityOf("rejection") >= perhapsANo ? [noOf(weighed)] : [],
  };
}

/** Only the tone says no: nothing closes, the person is asked. */
const onlyTone = (weighed: Weighed): Verdict => ({
  kind: "holding",
  confidence: 0.45,
  by: "rules",
  evidence: weighed.evidenceFor("rejection"),
  doubts: [noOf(weighed)],
});

const noOf = (weighed: Weighed): string => `may be a no: "${weighed.evidenceFor("rejection")[0] ?? ""}"`;

/** Two witnesses are sure, where the likeliest kind is also what an exact phrase says; a no must besides be said by its concepts. */
const agreed = (kind: Kind, probability: number, saysNo: boolean): number =>
  kind === "rejection" && !saysNo ? probability : Math.max(0.9, 1 - (1 - probability) / 2);

const waiting: ReadonlySet<Kind> = new Set<Kind>(["holding", "application_received", "unrelated"]);
const rounded = (confidence: number): number => Math.round(Math.min(confidence, 0.99) * 100) / 100;

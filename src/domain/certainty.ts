import type { Assessment, Kind } from "./assessment.ts";

/** Closing, offers and withdrawals need more than opening (DESIGN section 5): below this the person is asked and nothing changes. */
const sureEnough: Partial<Record<Kind, number>> = {
  rejection: 0.9,
  no_for_now: 0.85,
  offer: 0.9,
  offer_withdrawn: 0.9,
};
/** A mail that may be a no, but not surely enough to act, is asked about from this confidence on. */
const worthAsking = 0.5;

/** What an assessment may do by itself: `acts` moves the candidacy, `asks` puts a question into the digest, `nothing` is only written down. */
export function certaintyOf({
  kind,
  confidence,
  facts,
}: Pick<Assessment, "kind" | "confidence" | "facts">): "acts" | "asks" | "nothing" {
  if (mayBeANo({ kind, facts })) return "asks";
  const needed = sureEnough[kind];
  if (needed === undefined || confidence >= needed) return "acts";
  return confidence >= worthAsking ? "asks" : "nothing";
}

/** Only the tone says no: the person is asked, nothing changes (DESIGN section 5). */
const mayBeANo = ({ kind, facts }: Pick<Assessment, "kind" | "facts">): boolean =>
  kind !== "rejection" && facts.ambiguous.some((doubt) => doubt.startsWith("may be a no"));

const closing: ReadonlySet<Kind> = new Set<Kind>(["rejection", "offer_withdrawn"]);

/** True when the mail closes its candidacy without a question. */
export const closesAlone = (assessment: Pick<Assessment, "kind" | "confidence" | "facts">): boolean =>
  closing.has(assessment.kind) && certaintyOf(assessment) === "acts";

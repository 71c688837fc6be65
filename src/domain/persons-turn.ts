import type { Kind } from "./assessment.ts";
import type { CandidacyFacts, Word } from "./follow-up.ts";
import { isBefore } from "./planning.ts";

/** Mails that wait for something from the person by their very kind. */
const requests: ReadonlySet<Kind> = new Set<Kind>(["info_request", "assessment", "offer"]);

/**
 * True while the employer waits for the person (POLICY 3.9): they asked something, or invited without a date that stands in the calendar, and
 * nothing by hand has followed and no talk. In the same second the answer follows the question.
 */
export function isPersonsTurn(facts: CandidacyFacts): boolean {
  const asked = facts.words.filter(
    (word) => word.from === "employer" && word.human && isRequest(facts, word),
  );
  return asked.some((word) => !isAnswered(facts, word));
}

const isRequest = (
  { candidacy, interviews }: CandidacyFacts,
  { kind = null, asks = null }: Word,
): boolean => {
  if (kind !== null && requests.has(kind)) return asks !== null || kind === "assessment";
  const waitsForDate = candidacy.state === "interviewing" && interviews.length === 0;
  return waitsForDate && (kind === null || kind === "interview_invitation");
};

/** Their own later mail, which asks nothing any more, ends it as well. */
const isAnswered = ({ words, interviews }: CandidacyFacts, word: Word): boolean =>
  words.some(
    (other) =>
      (other.from === "hand" && !isBefore(other.at, word.at)) ||
      (other.from === "employer" && other.human && isBefore(word.at, other.at)),
  ) || interviews.some(({ cancelled, end }) => !cancelled && isBefore(word.at, end.toInstant()));

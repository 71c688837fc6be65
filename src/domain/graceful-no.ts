import { Temporal } from "temporal-polyfill";
import type { CandidacyFacts, FollowUp, Word } from "./follow-up.ts";
import { isOver } from "./interview.ts";
import { courtesy, isBefore, type Planning, staleAfter } from "./planning.ts";
import { answerTo, chaseRecipient } from "./recipient.ts";

/** Gives the answer to a no, or null (POLICY 1 graceful_no, 6.7): after an interview, or to a "not now"; once, to whoever wrote it, unless the person has answered by hand. */
export function gracefulNo(at: Planning): FollowUp | null {
  const { facts } = at;
  const no = newestNo(facts);
  if (no === null || !deservesAnswer(facts, no) || isAnsweredByHand(facts, no)) return null;
  return courtesy(at, {
    key: `graceful-no:${no.at}`,
    kind: "graceful_no",
    from: no.at,
    staleAt: staleAfter(at, no.at, at.preferences.courtesyStale),
    to: answerTo(facts, no) ?? chaseRecipient(facts),
    reason: no.kind === "no_for_now" ? "They said not now." : "They said no after an interview.",
    rule: "POLICY 1 graceful_no",
  });
}

/** The newest no of theirs, whatever they wrote since. */
export const newestNo = ({ words }: Pick<CandidacyFacts, "words">): Word | null =>
  words
    .filter(({ from, kind }) => from === "employer" && (kind === "rejection" || kind === "no_for_now"))
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))[0] ?? null;

const deservesAnswer = ({ interviews }: CandidacyFacts, no: Word): boolean =>
  no.kind === "no_for_now" || interviews.some((interview) => isOver(interview, no.at));

const isAnsweredByHand = ({ words }: CandidacyFacts, no: Word): boolean =>
  words.some((word) => word.from === "hand" && !isBefore(word.at, no.at));

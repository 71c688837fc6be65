import { Temporal } from "temporal-polyfill";
import type { CandidacyFacts, FollowUp, Word } from "./follow-up.ts";
import { courtesy, earliest, isBefore, type Planning, staleAfter } from "./planning.ts";
import { answerTo, chaseRecipient } from "./recipient.ts";

/**
 * Gives the question how many stages there are, or null (POLICY 1 stage_question, 6.5): once per candidacy, ever, to whoever invited first, before the
 * interview; not when a mail or a note tells the stages already, and not when the person has answered the invitation by hand.
 */
export function stageQuestion(at: Planning): FollowUp | null {
  const { facts } = at;
  const invitation = firstInvitation(facts);
  if (invitation === null || areStagesKnown(facts) || isAnsweredByHand(facts, invitation)) return null;
  const interview = facts.interviews
    .filter(({ cancelled }) => !cancelled)
    .map(({ start }) => start.toInstant())
    .filter((start) => !isBefore(start, invitation.at))
    .toSorted(Temporal.Instant.compare)[0];
  const stale = staleAfter(at, invitation.at, at.preferences.courtesyStale);
  return courtesy(at, {
    key: "stage-question",
    kind: "stage_question",
    from: invitation.at,
    staleAt: interview === undefined ? stale : earliest(interview, stale),
    to: answerTo(facts, invitation) ?? chaseRecipient(facts),
    reason: "They invited you, and nobody has said yet how many stages there are.",
    rule: "POLICY 1 stage_question",
  });
}

function firstInvitation({ words }: CandidacyFacts): Word | null {
  const theirs = words
    .filter((word) => word.from === "employer")
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  return (
    theirs.find(({ kind }) => kind === "interview_invitation") ??
    theirs.find(({ kind }) => kind === "interview_confirmed") ??
    null
  );
}

const areStagesKnown = ({ words, wishes }: CandidacyFacts): boolean =>
  wishes.stagesTold || words.some((word) => word.tellsStages === true);

const isAnsweredByHand = ({ words }: CandidacyFacts, invitation: Word): boolean =>
  words.some((word) => word.from === "hand" && !isBefore(word.at, invitation.at));

import type { Temporal } from "temporal-polyfill";
import type { FollowUp } from "./follow-up.ts";
import { courtesy, isBefore, latest, type Planning, staleAfter } from "./planning.ts";
import { chaseRecipient } from "./recipient.ts";

/** Gives the thanks and withdrawal once the person has signed elsewhere, or null (POLICY 1 withdraw): where nobody ever wrote there is nobody to thank. */
export function withdrawal(at: Planning): FollowUp | null {
  const { facts } = at;
  const { signed } = facts.elsewhere;
  if (signed === null || isToldByHand(at)) return null;
  const to = chaseRecipient(facts);
  if (to === null && facts.candidacy.state === "applied") return null;
  return courtesy(at, {
    key: `withdraw:${signed.candidacyId}`,
    kind: "withdraw",
    from: signed.at,
    // Who writes for the first time weeks after the signature has not been told either.
    staleAt: staleAfter(at, lastWord(at, signed.at), at.preferences.chaseStale),
    to,
    reason: `You signed with ${signed.employer}.`,
    rule: "POLICY 1 withdraw",
  });
}

const lastWord = ({ facts }: Planning, signed: Temporal.Instant): Temporal.Instant =>
  facts.words
    .filter(({ from, human }) => from === "employer" && human)
    .reduce((at, word) => latest(at, word.at), signed);

/** What the person wrote to them after signing has told them. */
export const isToldByHand = ({ facts }: Planning): boolean => {
  const { signed } = facts.elsewhere;
  return signed !== null && facts.words.some((word) => word.from === "hand" && !isBefore(word.at, signed.at));
};

import type { Candidacy } from "./candidacy.ts";
import { type FollowUpKind, mannerOf } from "./follow-up.ts";
import { same } from "./recipient.ts";
import { isSameEmployer } from "./same-employer.ts";

/** A mail that could stand in today's digest, with what the caps count it by. */
type Proposal = {
  readonly kind: FollowUpKind;
  readonly to: { readonly address: string } | null;
  readonly candidacy: Pick<Candidacy, "employer" | "employerDomain" | "size">;
};

/**
 * Gives those of today's offers that keep to the caps together, in their order (POLICY 1 keep_in_touch, 3.6, 6.3): one chase to a recipient a
 * day, `perEmployer` chases to an employer, one keep_in_touch. The others wait for the next day. Courtesies are never held back.
 */
export function withinDayCaps<T extends Proposal>(offers: readonly T[], perEmployer: number): readonly T[] {
  const kept: T[] = [];
  for (const offer of offers) {
    const chases = kept.filter(({ kind }) => mannerOf[kind] === "chase");
    const isFull =
      chases.some(({ to }) => to !== null && offer.to !== null && same(to.address, offer.to.address)) ||
      chases.filter(({ candidacy }) => isSameEmployer(candidacy, offer.candidacy)).length >= perEmployer ||
      (offer.kind === "keep_in_touch" && chases.some(({ kind }) => kind === "keep_in_touch"));
    if (mannerOf[offer.kind] === "courtesy" || !isFull) kept.push(offer);
  }
  return kept;
}

import type { QuestionPart } from "../domain/digest.ts";
import type { CandidacyId, FollowUpId } from "../domain/ids.ts";
import type { CandidacyRow, FollowUpRow } from "../ports/store.ts";

/** So often an occasion is asked for; then the weeks pass once more. */
const askedAtMost = 3;

type Asked = {
  readonly followUpId: FollowUpId;
  readonly candidacyId: CandidacyId;
  readonly part: QuestionPart;
};

/** Asks for an occasion where it is time to keep in touch and nothing is known to write about; filler is never written (POLICY 1). */
export const occasionsWanted = (
  offers: readonly FollowUpRow[],
  candidacies: ReadonlyMap<CandidacyId, CandidacyRow>,
): readonly Asked[] =>
  offers
    .filter(({ needsOccasion, timesOffered }) => needsOccasion && timesOffered < askedAtMost)
    .flatMap(({ id, candidacyId, to }) => {
      const candidacy = candidacies.get(candidacyId);
      if (!candidacy) return [];
      const whom = to ? ` to ${to.name || to.address}` : "";
      const question = `Keeping in touch with ${candidacy.employer}: is there an occasion for a short mail${whom}, such as news of theirs or of yours? Without one, a comment on something that they published is worth as much.`;
      return [{ followUpId: id, candidacyId, part: { asks: "occasion" as const, question, evidence: null } }];
    });

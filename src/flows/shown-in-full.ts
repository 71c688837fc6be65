import { withOwn } from "../domain/preferences.ts";
import type { CandidacyRow, Person } from "../ports/store.ts";

/**
 * Gives whether a digest shows that draft with its text, or as one line only because it was shown often enough before (POLICY 6.1). A version that no
 * digest has shown yet stands in full, however often older ones were offered: what is approved was seen (SAFETY R12, R47).
 * @param before how many digests before that one have offered its mail, and have shown this very version
 */
export const isShownInFull = (
  { preferences }: Pick<Person, "preferences">,
  candidacy: Pick<CandidacyRow, "preferences">,
  before: { readonly offered: number; readonly shown: number },
): boolean => before.shown === 0 || before.offered < withOwn(preferences, candidacy.preferences).shownInFull;

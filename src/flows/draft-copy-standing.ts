import type { Temporal } from "temporal-polyfill";
import type { Draft } from "../domain/draft.ts";
import type { CopyStanding } from "../domain/drafts-folder.ts";
import { mayBeWrittenIn } from "../domain/follow-up.ts";
import { isPaused } from "../domain/pause.ts";
import { isBefore } from "../domain/planning.ts";
import type { Person, Tx } from "../ports/store.ts";

/**
 * Gives whether that version may still be sent from Drafts by the person: offered, with nobody having written since, as an approval of it would be
 * accepted (`approve`). Where its mail is approved in any version it counts as approved: then a copy that goes missing may mean that it was sent twice.
 */
export async function standingOf(
  tx: Tx,
  person: Person,
  draft: Draft,
  now: Temporal.Instant,
): Promise<CopyStanding> {
  const candidacy = await tx.candidacies.lock(draft.candidacyId);
  const followUp = await tx.followUps.get(draft.followUpId);
  if (followUp.status === "approved") return "approved";
  const newest = await tx.drafts.newest(draft.followUpId);
  const isOffered =
    person.preferences.draftsFolder &&
    !isPaused(person.pausedUntil, now) &&
    followUp.status === "offered" &&
    isBefore(now, followUp.staleAt) &&
    newest?.id === draft.id &&
    draft.wish === null &&
    draft.wordCount === candidacy.wordCount &&
    !candidacy.noMore &&
    mayBeWrittenIn(candidacy.state, followUp.kind);
  return isOffered ? "offered" : "over";
}

import type { Temporal } from "temporal-polyfill";
import type { Draft } from "../domain/draft.ts";
import type { CopyStanding } from "../domain/drafts-folder.ts";
import type { Person, Tx } from "../ports/store.ts";
import { approvable } from "./approvable.ts";

/**
 * Gives whether that version may still be sent from Drafts by the person: offered, with nobody having written since, as an approval of it would be
 * accepted (`approve`). Where its mail is approved in any version it counts as approved: then a copy that goes missing may mean that it was sent twice.
 * It is over only when its mail was sent, was left out or is not due any more: until then a text of the person's own in Drafts holds every approval.
 */
export async function standingOf(
  tx: Tx,
  person: Person,
  draft: Draft,
  now: Temporal.Instant,
): Promise<CopyStanding> {
  await tx.candidacies.lock(draft.candidacyId);
  const { status } = await tx.followUps.get(draft.followUpId);
  if (status === "approved") return "approved";
  if (status === "sent" || status === "skipped" || status === "dropped") return "over";
  const isOffered = person.preferences.draftsFolder && status === "offered";
  return isOffered && (await approvable(tx, person, draft, now)).ok ? "offered" : "outdated";
}

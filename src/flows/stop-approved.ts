import type { CandidacyId } from "../domain/ids.ts";
import type { Deciding } from "./decide.ts";
import { stop } from "./stop.ts";

/**
 * What was approved before its candidacy was put right is asked again (SAFETY R14), for it may rest on the mistake. A mail of which a byte
 * may have left is not touched; true when one is on its way at this moment.
 */
export async function stopApproved(
  { app, tx, person }: Deciding,
  id: CandidacyId,
  why = "you put something right since you approved it; what is due now is asked again.",
): Promise<boolean> {
  let isOnItsWay = false;
  for (const followUp of await tx.followUps.ofCandidacy(id)) {
    if (followUp.status !== "approved") continue;
    const draft = await tx.drafts.newest(followUp.id);
    const row = draft ? await tx.outbox.ofDraft(draft.id) : null;
    if (!row) continue;
    if (row.state === "transmitting") isOnItsWay = true;
    if (row.state !== "queued" && row.state !== "claimed") continue;
    const stopped = await stop(app, tx, followUp);
    if (!stopped.ok) {
      isOnItsWay = true;
      continue;
    }
    await tx.followUps.setStatus(followUp.id, ["approved"], "planned");
    await tx.journal.append({
      personId: person.id,
      candidacyId: id,
      at: app.clock.now(),
      type: "held",
      by: "program",
      says: `Not sent to ${row.envelopeTo}: ${why}`,
      data: { outbox: row.id, draft: row.draftId, wrote: false },
    });
  }
  return isOnItsWay;
}

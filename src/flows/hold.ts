import type { OutboxRow, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { replan } from "./plan-follow-ups.ts";

/** True while nobody has written in the candidacy since the approved text was made (SAFETY R14). Mails to the person have no thread to change. */
export async function stillAsApproved(tx: Tx, row: OutboxRow): Promise<boolean> {
  if (row.purpose === "self" || !row.draftId) return true;
  const draft = await tx.drafts.get(row.draftId);
  if (!draft || draft.hash !== row.draftHash) return false;
  return (await tx.candidacies.lock(draft.candidacyId)).wordCount === draft.wordCount;
}

/** The approval is spent: the mail is held, and what is due now is planned and shown anew as "they wrote since" (POLICY 3.8, 6.13). */
export async function hold(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "holidays">,
  row: OutboxRow,
  attempt: string | undefined,
): Promise<void> {
  const held = await tx.outbox.move(row.id, "hold", attempt === undefined ? {} : { attempt });
  const draft = row.draftId ? await tx.drafts.get(row.draftId) : null;
  if (!held || !draft) return;
  await tx.followUps.setStatus(draft.followUpId, ["approved"], "planned");
  await tx.journal.append({
    personId: row.personId,
    candidacyId: draft.candidacyId,
    at: app.clock.now(),
    type: "held",
    by: "program",
    says: `Not sent to ${row.envelopeTo}: they wrote since you approved it, or you did.`,
    data: { outbox: row.id, draft: draft.id },
  });
  await replan(tx, app, await tx.people.get(row.personId), draft.candidacyId);
}

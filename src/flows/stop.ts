import type { FollowUpId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { FollowUpRow, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { offerAgain } from "./hold.ts";

/** The candidacy is locked before anything that belongs to it, as everywhere: two orders would wait for each other. */
export async function lockFollowUp(tx: Tx, id: FollowUpId): Promise<FollowUpRow> {
  await tx.candidacies.lock((await tx.followUps.get(id)).candidacyId);
  return tx.followUps.get(id);
}

/** Takes an approved mail out of the outbox. Refused, and plainly said, once its first byte may have left (SAFETY R13). */
export async function stop(
  app: Pick<App, "clock" | "ids">,
  tx: Tx,
  followUp: FollowUpRow,
): Promise<Result<void, string>> {
  const draft = followUp.status === "approved" ? await tx.drafts.newest(followUp.id) : null;
  const row = draft ? await tx.outbox.ofDraft(draft.id) : null;
  if (!draft || !row) return ok(undefined);
  const leftNothing = row.state === "failed" || (await tx.outbox.move(row.id, "cancel", {})) !== null;
  if (!leftNothing) return refuse(row.state === "sent" ? tooLate.sent : tooLate.onItsWay);
  await offerAgain(tx, app, draft);
  return ok(undefined);
}

export const tooLate = {
  sent: "Too late: that mail was sent.",
  onItsWay: "Too late: that mail is on its way.",
};

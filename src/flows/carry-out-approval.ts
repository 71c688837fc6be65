import { approvedLine, changedDraftBlock, changedLater, mailInWords } from "../domain/confirmation-words.ts";
import type { Draft } from "../domain/draft.ts";
import { ok, type Result } from "../domain/result.ts";
import { approvable } from "./approvable.ts";
import type { Done } from "./carry-out.ts";
import { approve, type Deciding } from "./decide.ts";
import { leavingInWords } from "./told.ts";

/** Approves a draft as it was shown, and tells when it leaves and how it is stopped until then. */
export async function carryOutApproval(
  deciding: Deciding,
  n: number,
  draft: Draft,
): Promise<Result<Done, string>> {
  const { app, tx, person } = deciding;
  const done = await approve(deciding, draft.id, draft.hash);
  if (!done.ok) return (await shownAnew(deciding, n, draft)) ?? done;
  const { outboxId, leavesAt } = done.value;
  const { kind } = await tx.followUps.get(draft.followUpId);
  const when = leavingInWords(leavesAt, person, app.clock.now());
  return ok({
    candidacies: [draft.candidacyId],
    outbox: { id: outboxId, at: leavesAt },
    told: { done: [approvedLine(n, mailInWords(kind, draft.to), when)] },
  });
}

/** A draft that was approved in other words than it has now is shown again as it is, where it could be approved so (POLICY 7.6); else null. */
async function shownAnew(
  { app, tx, person }: Deciding,
  n: number,
  was: Draft,
): Promise<Result<Done, string> | null> {
  const draft = await tx.drafts.newest(was.followUpId);
  if (!draft || draft.hash === was.hash) return null;
  if (!(await approvable(tx, person, draft, app.clock.now())).ok) return null;
  return ok({
    candidacies: [],
    told: {
      blocks: [changedDraftBlock(n, draft)],
      late: [changedLater(draft)],
      shown: [{ n, draftId: draft.id, asks: true }],
    },
  });
}

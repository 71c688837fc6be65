import type { Decision } from "../domain/approval.ts";
import type { Draft } from "../domain/draft.ts";
import type { FollowUpId } from "../domain/ids.ts";
import { ok, type Result } from "../domain/result.ts";
import type { DigestItemRow, Tx } from "../ports/store.ts";
import { type Deciding, undo } from "./decide.ts";
import type { Repaired } from "./repair.ts";
import { undoLatest } from "./undo-repair.ts";
import { isWishNewest } from "./undo-wishes.ts";

/** `undo 4`: takes back what was decided about the mail that the line offers or asks about; where nothing was, what was last put right or moved there. */
export async function undoLine(
  deciding: Deciding,
  item: DigestItemRow,
  draft: Draft | null,
): Promise<Result<Repaired, string>> {
  const decided = await decidedOn(deciding.tx, item, draft);
  if (decided === null) return undoLatest(deciding, item.messageId, item.candidacyId);
  const done = await undo(deciding, decided);
  return done.ok ? ok([done.value]) : done;
}

/** True where `undo` of the line would take back just that decision, which was carried out a moment ago. */
export async function isUndoneBy(tx: Tx, { type }: Decision, item: DigestItemRow): Promise<boolean> {
  const isOccasion = type === "answer" && item.asks === "occasion";
  const isAboutMail = type === "skip" || type === "later" || isOccasion;
  if (!isAboutMail && !putRight.has(type)) return false;
  const draft = item.draftId ? await tx.drafts.get(item.draftId) : null;
  return isAboutMail === ((await decidedOn(tx, item, draft)) !== null);
}

const putRight: ReadonlySet<Decision["type"]> = new Set<Decision["type"]>([
  "answer",
  "reopen",
  "close",
  "is",
  "at",
  "move",
  "merge",
  "split",
  "every",
  "as_usual",
  "no_more",
  "size",
]);

/** The mail of a line about which something is decided; null where nothing is, or a wish for the candidacy was said after it. */
async function decidedOn(tx: Tx, item: DigestItemRow, draft: Draft | null): Promise<FollowUpId | null> {
  if (draft) {
    const { status, notBefore } = await tx.followUps.get(draft.followUpId);
    // Whatever was said since: "undo" stops what is about to leave.
    if (status === "approved") return draft.followUpId;
    const isDecided = status === "sent" || status === "skipped" || notBefore !== null;
    return isDecided && !(await isWishNewest(tx, draft.candidacyId)) ? draft.followUpId : null;
  }
  if (item.asks !== "occasion" || !item.candidacyId || (await isWishNewest(tx, item.candidacyId)))
    return null;
  const skipped = (await tx.journal.ofCandidacy(item.candidacyId)).findLast(({ type }) => type === "skipped");
  const asked = (await tx.followUps.ofCandidacy(item.candidacyId)).find(
    ({ key, needsOccasion, status }) => needsOccasion && status === "skipped" && key === skipped?.data?.key,
  );
  return asked?.id ?? null;
}

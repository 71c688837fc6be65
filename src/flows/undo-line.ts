import { Temporal } from "temporal-polyfill";
import type { Decision } from "../domain/approval.ts";
import type { Draft } from "../domain/draft.ts";
import type { CandidacyId, FollowUpId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { DigestItemRow, JournalRow, Tx } from "../ports/store.ts";
import { type Deciding, undo } from "./decide.ts";
import type { Repaired } from "./repair.ts";
import { undoLatest } from "./undo-repair.ts";
import { isWishNewest } from "./undo-wishes.ts";

/**
 * `undo 4`: takes back what was decided about the mail that the line offers or asks about; where nothing was, what was last put right or moved there.
 * On a line of a mail that is only what the person said since its digest: what happened to the candidacy before is told on other lines.
 */
export async function undoLine(
  deciding: Deciding,
  item: DigestItemRow,
  { draft, madeAt }: { readonly draft: Draft | null; readonly madeAt: Temporal.Instant },
): Promise<Result<Repaired, string>> {
  const decided = await decidedOn(deciding.tx, item, draft);
  if (decided !== null) {
    const done = await undo(deciding, decided);
    return done.ok ? ok([done.value]) : done;
  }
  if (!draft && item.asks !== "occasion")
    return undoLatest(
      deciding,
      item.messageId,
      item.candidacyId,
      item.type === "question" ? await ofQuestion(deciding, item) : undefined,
    );
  const isSaid = ({ by, at, data }: JournalRow): boolean =>
    by === "person" && data?.event !== "undone" && Temporal.Instant.compare(at, madeAt) >= 0;
  const done = await undoLatest(deciding, null, item.candidacyId, isSaid);
  return done.ok ? done : refuse(`There is nothing more to take back for ${item.n} of that digest.`);
}

/**
 * What `undo` of a question may take back. Where something was put right about its mail: that, or what the person said of the candidacy since;
 * never an answer about another mail. Where nothing was: what was last put right or moved there, but never what the program did by itself.
 */
async function ofQuestion(
  { tx, person }: Deciding,
  { messageId }: DigestItemRow,
): Promise<(row: JournalRow) => boolean> {
  const repairs = await tx.journal.repairs(person.id);
  const isAnswered =
    messageId !== null &&
    repairs.some(({ type, data }) => type === "repaired" && data?.message === messageId);
  if (!isAnswered) return ({ by }) => by !== "program";
  return ({ by, data }) =>
    by === "person" && (typeof data?.message !== "string" || data.message === messageId);
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
    const { status, notBefore, key } = await tx.followUps.get(draft.followUpId);
    // Whatever was said since: "undo" stops what is about to leave.
    if (status === "approved") return draft.followUpId;
    const isPutOff = notBefore !== null && !(await isTakenBack(tx, draft.candidacyId, key));
    const isDecided = status === "sent" || status === "skipped" || isPutOff;
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

/** True where the latest that was said about such a mail is that a decision on it was taken back. */
const isTakenBack = async (tx: Tx, id: CandidacyId, key: string): Promise<boolean> =>
  (await tx.journal.ofCandidacy(id)).findLast(({ data }) => data?.key === key)?.type === "undone";

import type { Draft } from "../domain/draft.ts";
import type { CandidacyId, DraftId } from "../domain/ids.ts";
import type { CandidacyRow, FollowUpRow, JournalRow, Person, Tx } from "../ports/store.ts";
import type { Change } from "./digest-news.ts";

/** Gives why a draft is shown, and, where a copy of it lies in Drafts or is put there after this digest, what that means. */
export async function reasonWithCopy(
  tx: Tx,
  { preferences }: Pick<Person, "preferences">,
  { id, reason, timesOffered }: FollowUpRow,
  draft: Draft,
): Promise<string> {
  if (!preferences.draftsFolder || timesOffered >= preferences.shownInFull) return reason;
  const copy = (await tx.draftCopies.ofFollowUp(id)).find((one) => one.draft.id === draft.id);
  const state = copy?.state ?? "putting";
  if (state === "edited")
    return `${reason} You changed its copy in your Drafts folder: send that one from there.`;
  return state === "putting" || state === "lies" || state === "removed"
    ? `${reason} It lies in your Drafts folder as well: sending it from there approves it, deleting it there skips it.`
    : reason;
}

/** Drafts that count as skipped because the person deleted them from Drafts, each with a line in which that can be taken back. */
export async function leftOutInDrafts(
  tx: Tx,
  candidacies: ReadonlyMap<CandidacyId, CandidacyRow>,
  news: readonly JournalRow[],
): Promise<Change[]> {
  const lines: Change[] = [];
  for (const { type, candidacyId, data, says } of news) {
    const candidacy = candidacyId ? candidacies.get(candidacyId) : undefined;
    if (type !== "skipped" || data?.folder !== "drafts" || !candidacy) continue;
    // The journal was written by this program: its ids are ids.
    const draft = await tx.drafts.get(String(data.draft) as DraftId);
    if (!draft || (await tx.followUps.get(draft.followUpId)).status !== "skipped") continue;
    const { id, employer, role } = candidacy;
    lines.push({
      id,
      messageId: null,
      draftId: draft.id,
      part: { employer, role, change: "left out", why: says, evidence: null },
    });
  }
  return lines;
}

/** What the person has to know of copies in Drafts, one sentence each. */
export const toldOfDrafts = (news: readonly JournalRow[]): readonly string[] =>
  news.filter(({ type, data }) => type === "drafts_folder" && data?.tells === true).map(({ says }) => says);

import type { Draft } from "../domain/draft.ts";
import type { CandidacyId, DraftId } from "../domain/ids.ts";
import type { CandidacyRow, JournalRow, Person, Tx } from "../ports/store.ts";
import type { Change } from "./digest-news.ts";
import type { Offer } from "./offers-today.ts";

/**
 * Gives why a draft is shown, and what the person has to know of it in Drafts before they approve it: that it was held because of a copy there, in
 * whichever version; that a text of their own lies there; or that a copy of it lies there, or is put there after this digest, and what that means.
 */
export async function reasonWithCopy(
  tx: Tx,
  person: Pick<Person, "preferences">,
  { id, reason, candidacy }: Offer,
  draft: Draft,
  isFull: boolean,
): Promise<string> {
  const copies = await tx.draftCopies.ofFollowUp(id);
  if (copies.some(({ state }) => state === "edited"))
    return `${reason} You changed its copy in your Drafts folder, or began one of your own there: send that one from there, or delete it there and approve this one.`;
  const held = await lastHeld(tx, candidacy.id, [draft, ...copies.map((copy) => copy.draft)]);
  if (held !== null) return `${reason} ${held}`;
  const isCopied = person.preferences.draftsFolder && isFull;
  const state = copies.find((copy) => copy.draft.id === draft.id)?.state ?? "putting";
  return isCopied && (state === "putting" || state === "lies" || state === "removed")
    ? `${reason} It lies in your Drafts folder as well: sending it from there approves it, deleting it there skips it.`
    : reason;
}

/** What was said when one of those versions was approved and held for a reason of its own; null where none was. */
async function lastHeld(tx: Tx, id: CandidacyId, versions: readonly Draft[]): Promise<string | null> {
  const story = await tx.journal.ofCandidacy(id);
  const held = story.findLast(
    ({ type, data }) =>
      type === "held" && data?.tells === true && versions.some((version) => version.id === data.draft),
  );
  return held?.says ?? null;
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

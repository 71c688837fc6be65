import type { Temporal } from "temporal-polyfill";
import type { CandidacyId, DraftId } from "../domain/ids.ts";
import { cleanLine } from "../domain/plain-text.ts";
import { momentInWords } from "../domain/spoken.ts";
import type { CandidacyRow, JournalRow, Person, Tx } from "../ports/store.ts";
import type { Change } from "./digest-news.ts";
import { leavesFrom } from "./leaves-from.ts";
import { isByLink } from "./tell-of-link.ts";
import { leavesAfterReading } from "./told-by-digest.ts";

/**
 * Mails that a link approved and that have not begun to leave, each with a line in which it is stopped; in full where no short mail could tell of it
 * (SAFETY R36).
 */
export async function goingOut(
  tx: Tx,
  person: Person,
  day: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
  candidacies: ReadonlyMap<CandidacyId, CandidacyRow>,
  news: readonly JournalRow[],
): Promise<Change[]> {
  const lines: Change[] = [];
  for (const { data } of news.filter(isApprovedByLink)) {
    // The journal was written by this program: its ids are ids.
    const draft = await tx.drafts.get(String(data?.draft) as DraftId);
    const row = draft && (await tx.outbox.ofDraft(draft.id));
    const candidacy = draft ? candidacies.get(draft.candidacyId) : undefined;
    if (!draft || !candidacy || row?.state !== "queued") continue;
    const isUntold = news.some((entry) => entry.data?.tellsFirst === true && entry.data.draft === draft.id);
    const at = isUntold ? leavesAfterReading(row, day.now) : row.notBefore;
    const several = isUntold && (await leavesFrom(tx, person, candidacy.id)) !== null;
    const whom = cleanLine(draft.to.name) || draft.to.address;
    lines.push({
      id: candidacy.id,
      messageId: null,
      draftId: draft.id,
      part: {
        employer: candidacy.employer,
        role: candidacy.role,
        change: "approved",
        why: `Somebody with the link of your digest, most likely you, approved the mail to ${whom}. It goes out ${momentInWords(at, person.zone, day.today)}, and can be stopped until then.`,
        evidence: null,
        letter: isUntold ? { ...draft, ...(several && { from: row.envelopeFrom }) } : null,
      },
    });
  }
  return lines;
}

/** What was decided by a link, one sentence each, without what has a line of its own. */
export const toldOfLinks = (news: readonly JournalRow[], lines: readonly Change[]): readonly string[] =>
  news
    .filter(isByLink)
    .filter(
      (entry) => !isApprovedByLink(entry) || !lines.some(({ draftId }) => draftId === entry.data?.draft),
    )
    .map(({ says }) => says);

const isApprovedByLink = (entry: JournalRow): boolean => entry.type === "approved" && isByLink(entry);

import type { Temporal } from "temporal-polyfill";
import type { Candidacy } from "../domain/candidacy.ts";
import type { Draft } from "../domain/draft.ts";
import { type FollowUpKind, mayBeWrittenIn } from "../domain/follow-up.ts";
import { isPaused } from "../domain/pause.ts";
import type { DraftCopyRow, MailboxRow, OutboxRow, Person, Tx } from "../ports/store.ts";

/** What an approved mail rests on, as it stands while its candidacy is locked. */
export type Standing = {
  readonly draft: Draft;
  readonly candidacy: Candidacy;
  readonly kind: FollowUpKind;
  readonly person: Person;
  readonly mailbox: MailboxRow;
  /** Of its draft in the folder of drafts, and of earlier versions. */
  readonly copies: readonly DraftCopyRow[];
};

/** Locks the candidacy of an approved mail, so that what is read here stays so until the transaction ends. Null: its draft is gone. */
export async function standingOf(tx: Tx, row: OutboxRow): Promise<Standing | null> {
  const [draft, locked] = await Promise.all([
    row.draftId ? tx.drafts.get(row.draftId) : null,
    row.candidacyId ? tx.candidacies.lock(row.candidacyId) : null,
  ]);
  if (!draft) return null;
  // Its candidacy may have been merged into another one since.
  const candidacy = locked?.id === draft.candidacyId ? locked : await tx.candidacies.lock(draft.candidacyId);
  const [{ kind }, person, mailbox, copies] = await Promise.all([
    tx.followUps.get(draft.followUpId),
    tx.people.get(row.personId),
    tx.mailboxes.get(row.mailboxId),
    tx.draftCopies.ofFollowUp(draft.followUpId),
  ]);
  return { draft, candidacy, kind, person, mailbox, copies };
}

/**
 * True while nobody has written in the candidacy since the approved text was made, it is not over, and there is no pause, of its mailbox neither
 * (SAFETY R14, POLICY 6.12).
 */
export function stillAsApproved(standing: Standing | null, row: OutboxRow, now: Temporal.Instant): boolean {
  if (!standing) return false;
  const { draft, candidacy, kind, person, mailbox } = standing;
  if (draft.hash !== row.draftHash || isPaused(person.pausedUntil, now)) return false;
  if (candidacy.noMore || mailbox.pausedAt !== null) return false;
  return candidacy.wordCount === draft.wordCount && mayBeWrittenIn(candidacy.state, kind);
}

import type { Temporal } from "temporal-polyfill";
import type { Candidacy } from "../domain/candidacy.ts";
import type { Draft } from "../domain/draft.ts";
import { mayBeWrittenIn } from "../domain/follow-up.ts";
import { isPaused } from "../domain/pause.ts";
import { mailboxPaused } from "../domain/paused-mailbox.ts";
import { recipient } from "../domain/plain-address.ts";
import { isBefore } from "../domain/planning.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { FollowUpRow, MailboxRow, Person, Tx } from "../ports/store.ts";

/** What an approval needs of what surrounds a draft. */
export type Approvable = {
  readonly candidacy: Candidacy;
  readonly followUp: FollowUpRow;
  readonly mailbox: MailboxRow;
};

export const hasChanged = "That draft has changed since it was shown; the new one stands in the next digest.";
export const notDue = "That mail is no longer due.";

/**
 * Gives whether that version could be approved at `now`, or in a sentence for the person why not (SAFETY R12, R14, R37; POLICY 6.12, 6.17). Nothing is
 * shown with an answer that approves it where this refuses. The candidacy stays locked.
 */
export async function approvable(
  tx: Tx,
  person: Person,
  draft: Draft,
  now: Temporal.Instant,
): Promise<Result<Approvable, string>> {
  const candidacy = await tx.candidacies.lock(draft.candidacyId);
  const newest = await tx.drafts.newest(draft.followUpId);
  if (newest?.id !== draft.id) return refuse(hasChanged);
  if (newest.wish !== null)
    return refuse("You want that draft changed; the new version stands in the next digest.");
  if (draft.wordCount !== candidacy.wordCount)
    return refuse("The thread has changed since that draft was written: they wrote since, or you did.");
  if (candidacy.noMore) return refuse(`You want no more mails to ${candidacy.employer}.`);
  const done = await tx.outbox.ofDraft(draft.id);
  if (done)
    return refuse(done.state === "sent" ? "That mail was sent already." : "That draft is approved already.");
  const mailbox = await tx.mailboxes.ofCandidacy(candidacy.id);
  if (!mailbox) return refuse("No mailbox is connected, so nothing can be sent.");
  if (mailbox.pausedAt !== null) return refuse(mailboxPaused(mailbox.address));
  if (isPaused(person.pausedUntil, now))
    return refuse('You paused, so nothing is approved now; it is shown again afterwards, or say "resume".');
  const leavesTo = recipient(draft.to);
  if (!leavesTo.ok) return refuse(`That mail cannot leave: ${leavesTo.error}.`);
  const followUp = await tx.followUps.get(draft.followUpId);
  const isOpen = followUp.status === "planned" || followUp.status === "offered";
  const isDue = isBefore(now, followUp.staleAt) && mayBeWrittenIn(candidacy.state, followUp.kind);
  return isOpen && isDue ? ok({ candidacy, followUp, mailbox }) : refuse(notDue);
}

import type { Temporal } from "temporal-polyfill";
import { kindNames } from "../domain/kind-names.ts";
import { carriesMark, readsLike } from "../domain/sent-copy.ts";
import { editLessons } from "../drafting/voice/edit-lessons.ts";
import type { DraftCopyRow, FollowUpRow, OutboxRow, Tx } from "../ports/store.ts";
import { matterOf } from "./matter.ts";
import { moveCandidacy, sayOf } from "./move-candidacy.ts";
import { closingOfLetter } from "./own-text.ts";
import type { Received } from "./receive-message.ts";

type CopyOfDraft = Omit<DraftCopyRow, "rfc822">;

/** Gives the copy in Drafts of which a mail in Sent was made, or null: then it is a mail of the person's own. */
export async function copyThatWasSent({
  tx,
  person,
  message,
  newText,
  isHistory,
}: Received): Promise<CopyOfDraft | null> {
  if (isHistory) return null;
  const copies = await tx.draftCopies.unsent(person.id);
  const mail = { ...message, words: newText };
  const marked = copies.find((copy) => carriesMark(copy, mail));
  if (marked) return marked;
  const alike = copies.find((copy) => readsLike(copy, mail));
  return alike && !(await mayBeOurs(tx, alike)) ? alike : null;
}

/** A mail that we have handed over, and that the server has given another Message-ID, reads like the draft too (SAFETY R6). */
async function mayBeOurs(tx: Tx, { draft }: CopyOfDraft): Promise<boolean> {
  const row = await approvedRow(tx, await tx.followUps.get(draft.followUpId));
  return row !== null && row.state !== "queued" && row.state !== "claimed";
}

async function approvedRow(tx: Tx, { id, status }: FollowUpRow): Promise<OutboxRow | null> {
  const newest = status === "approved" ? await tx.drafts.newest(id) : null;
  return newest && tx.outbox.ofDraft(newest.id);
}

/**
 * Sending a draft from Drafts approves and sends it (docs/decisions/0011): its follow-up is done, what they changed is learnt from, and an approval by
 * mail that has not left yet is taken out of the outbox. To be called with the candidacy locked since the copy was read. Gives what the journal says
 * of it; `tells`: the next digest has to, because our mail may have left as well.
 */
export async function countAsSent(
  { app, tx, person, message, newText, now }: Received,
  copy: CopyOfDraft,
): Promise<{ readonly says: string; readonly tells: boolean }> {
  const { draft } = copy;
  const followUp = await tx.followUps.get(draft.followUpId);
  if (!(await tx.draftCopies.move(draft.id, copy.state, { state: "sent", goneSince: null })))
    throw new Error(`the copy of draft ${draft.id} moved while its candidacy was locked`);
  const ours = await approvedRow(tx, followUp);
  const mayHaveLeftTwice = ours !== null && !(await takeBack(tx, ours, now));
  if (followUp.to) {
    const { facts } = await matterOf(tx, app, person, followUp);
    const words = [newText, closingOfLetter(message, person)].filter((part) => part !== "").join("\n\n");
    await tx.voices.learn(person.id, editLessons(draft.text, words, facts.language), now);
  }
  await tx.followUps.setStatus(followUp.id, ["planned", "offered", "approved", "skipped"], "sent", {
    sentAt: message.date,
  });
  // POLICY 6.8.
  if (followUp.kind === "withdraw") {
    const candidacy = await tx.candidacies.lock(draft.candidacyId);
    await moveCandidacy(tx, candidacy, "withdrawn", now, {
      says: sayOf.withdrawn(candidacy),
      evidence: [draft.subject],
      by: "person",
      reason: "withdrawn",
    });
  }
  const says = `You sent the ${nameOf(followUp)} to ${draft.to.address} from Drafts; it counts as approved and sent.`;
  return mayHaveLeftTwice
    ? {
        says: `${says} The one that you approved may have left too, so it may have reached them twice: look in Sent.`,
        tells: true,
      }
    : { says, tells: false };
}

/** False where it is too late: bytes of ours may have left, or have (SAFETY R13). */
async function takeBack(tx: Tx, row: OutboxRow, now: Temporal.Instant): Promise<boolean> {
  if (await tx.outbox.move(row.id, "cancel", {})) {
    await tx.journal.append({
      personId: row.personId,
      candidacyId: row.candidacyId,
      at: now,
      type: "held",
      by: "person",
      says: `Not sent to ${row.envelopeTo}: you sent it from Drafts before the one that you approved had left.`,
      data: { outbox: row.id, wrote: false },
    });
    return true;
  }
  return row.state === "failed" || row.state === "held" || row.state === "cancelled";
}

const nameOf = ({ kind }: FollowUpRow): string => kindNames[kind].noun;

import { Temporal } from "temporal-polyfill";
import type { OutboxRow, Person, Tx } from "../ports/store.ts";
import { digestDueAt } from "./digest-time.ts";

/** What could not be told at once leaves so long after the digest that tells of it, at the earliest: time to read it and to stop the mail (SAFETY R36). */
const readingTime = { hours: 1 };

/** Gives the earliest moment at which a mail may leave of which the next digest has to tell first; null while no digest is due. */
export async function afterNextDigest(
  tx: Tx,
  person: Person,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const due = await digestDueAt(tx, person, now);
  if (due === null) return null;
  return (Temporal.Instant.compare(due, now) > 0 ? due : now).add(readingTime);
}

/** Notes that the next digest has to tell of an approved mail before it leaves: until then `isUntold` holds it. */
export const tellByDigest = (tx: Tx, row: OutboxRow, now: Temporal.Instant): Promise<void> =>
  tx.journal.append({
    personId: row.personId,
    candidacyId: row.candidacyId,
    at: now,
    type: "deferred",
    by: "program",
    says: `Two short mails have reached you that day, so the mail to ${row.envelopeTo} waits for an hour after the digest that tells of it.`,
    data: { outbox: row.id, draft: row.draftId, tellsFirst: true },
  });

/** True until an hour after a digest has told of a mail that `tellByDigest` noted; a digest that has not left has told nobody. */
export async function isUntold(tx: Tx, row: OutboxRow, now: Temporal.Instant): Promise<boolean> {
  const noted = row.candidacyId ? await tx.journal.tellsFirst(row.candidacyId, row.id) : null;
  if (!noted) return false;
  const digest = await tx.digests.lastArrived(row.personId);
  const mail = digest && (await tx.outbox.byMessageId(row.personId, digest.messageId));
  if (!digest || mail?.state !== "sent") return true;
  if ((await tx.journal.unseen(row.personId, digest.seen)).some(({ id }) => id === noted.id)) return true;
  return Temporal.Instant.compare(now, digest.madeAt.add(readingTime)) < 0;
}

/** When a mail leaves that this digest tells of, however late the digest is. */
export const leavesAfterReading = (row: OutboxRow, now: Temporal.Instant): Temporal.Instant => {
  const read = now.add(readingTime);
  return Temporal.Instant.compare(row.notBefore, read) > 0 ? row.notBefore : read;
};

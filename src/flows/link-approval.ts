import type { Temporal } from "temporal-polyfill";
import type { Person, Tx } from "../ports/store.ts";
import { hasRoomFor } from "./short-mails.ts";
import { afterNextDigest } from "./told-by-digest.ts";

/** Whoever holds a link may have approved: the mail waits so long that its owner, who is told at once, can stop it (SAFETY R13, R36). */
const cancelWindow = { minutes: 30 };

/**
 * When a mail that a link approves now may leave at the earliest, and whether a short mail tells its owner at once. Where none may go out any more
 * that day, the next digest tells them, and the mail waits for it (SAFETY R36).
 */
export async function approvalByLink(
  tx: Tx,
  person: Person,
  now: Temporal.Instant,
): Promise<{ readonly notBefore: Temporal.Instant; readonly isToldAtOnce: boolean }> {
  const isToldAtOnce = await hasRoomFor(tx, person, now, "answers");
  const afterDigest = isToldAtOnce ? null : await afterNextDigest(tx, person, now);
  return { notBefore: afterDigest ?? now.add(cancelWindow), isToldAtOnce };
}

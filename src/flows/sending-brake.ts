import type { Temporal } from "temporal-polyfill";
import { programCall } from "../domain/program-call.ts";
import type { MailboxRow, OutboxRow, Tx } from "../ports/store.ts";
import { isUntold } from "./told-by-digest.ts";

/** SAFETY R13: whatever the person sets. */
const neverOver = 20;
const doubtsInARow = 3;

/** Why a mail must wait, in a sentence and told how, and for how long until it is looked at again. */
export type Brake = { readonly type: Waits["type"]; readonly why: string; readonly minutes: number };

/** As many connections of one mailbox as the strictest providers take (SAFETY R13), however many processes send; what has to wait is still due. */
const atOnce = 3;

/**
 * What holds this mail back, or null: a refused login (SAFETY R15), an approval by a link that the person was not told of yet (R36), three sendings
 * in a row that nobody could confirm, the daily cap (R13), or as many mails as may leave at once. It holds the mailbox's sending until the transaction
 * ends, so that two senders count one after the other. What goes to the person is held by a refused login only: it is how they learn of the rest.
 */
export async function brake(tx: Tx, row: OutboxRow, now: Temporal.Instant): Promise<Brake | "busy" | null> {
  const mailbox = await tx.mailboxes.lock(row.mailboxId);
  const { address } = mailbox;
  if (mailbox.sendingPaused) return { type: "waits", why: loginRefused(mailbox), minutes: 10 };
  if (row.purpose === "self") return null;
  const [untold, today, inDoubt, underWay, { preferences }] = await Promise.all([
    isUntold(tx, row, now),
    tx.outbox.sentSince(row.mailboxId, now.subtract({ hours: 24 })),
    tx.outbox.inDoubt(row.mailboxId, doubtsInARow),
    tx.outbox.underWay(row.mailboxId),
    tx.people.get(row.personId),
  ]);
  if (untold)
    return {
      // The digest has a line for it.
      type: "deferred",
      why: `The mail to ${row.envelopeTo} was approved where no short mail could tell you: it leaves an hour after the digest that does.`,
      minutes: 5,
    };
  if (inDoubt)
    return {
      type: "waits",
      why: `It could not be confirmed whether the last ${doubtsInARow} mails from ${address} were sent. No other mail leaves until you have answered for one of them.`,
      minutes: 30,
    };
  const mailsADay = Math.min(preferences.mailsADay, neverOver);
  if (today >= mailsADay)
    return {
      type: "waits",
      why: `${mailsADay} ${mailsADay === 1 ? "mail has" : "mails have"} left ${address} within a day. The next ones wait until tomorrow.`,
      minutes: 30,
    };
  return underWay >= atOnce ? "busy" : null;
}

export const loginRefused = ({ address, signIn }: Pick<MailboxRow, "address" | "signIn">): string =>
  signIn === null
    ? `The outgoing server of ${address} refused the login. No mail leaves until you connect the mailbox again with a new password.`
    : `${signIn.isOver ? `The sign-in of ${address} has ended.` : `The outgoing server of ${address} refused the sign-in.`} No mail leaves until "${programCall} reconnect ${address}" signs in again.`;

/** Why a mail waits, in a sentence: `waits` is told in the next digest, `deferred` stands in its story only. */
export type Waits = { readonly type: "waits" | "deferred"; readonly says: string };

/** Writes why mails wait: once a day, however many wait for the same reason and however often they are tried. */
export async function tellOnce(tx: Tx, row: OutboxRow, now: Temporal.Instant, waits: Waits): Promise<void> {
  const candidacyId = waits.type === "waits" ? null : row.candidacyId;
  const recent = await tx.journal.since(row.personId, now.subtract({ hours: 24 }));
  const known = recent.some(
    (entry) => entry.type === waits.type && entry.says === waits.says && entry.candidacyId === candidacyId,
  );
  if (known) return;
  await tx.journal.append({
    personId: row.personId,
    candidacyId,
    at: now,
    by: "program",
    data: { outbox: row.id },
    ...waits,
  });
}

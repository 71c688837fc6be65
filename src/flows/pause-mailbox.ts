import type { Proof } from "../domain/approval.ts";
import type { MailboxId, PersonId } from "../domain/ids.ts";
import { mailboxPaused, whileMailboxPaused } from "../domain/paused-mailbox.ts";
import { ok, refuse } from "../domain/result.ts";
import type { Tx } from "../ports/store.ts";
import type { Commanded, Commanding } from "./command.ts";
import { remindPlans } from "./remind-plans.ts";
import { replanMany } from "./replan-many.ts";
import { stopApproved } from "./stop-approved.ts";

/**
 * Pauses one mailbox until it is resumed: it is neither watched nor sent from, and drafts of conversations there are not offered. What was approved
 * there and has not left is stopped, and asked again afterwards. Mail that comes meanwhile is read afterwards: its place in the reading is kept.
 */
export async function pauseMailbox(app: Commanding, id: MailboxId, proof: Proof): Promise<Commanded> {
  const done = await app.store.transaction(async (tx) => {
    const { personId, address } = await tx.mailboxes.get(id);
    // Before the mailbox, as whoever sends does: then a mail is either on its way, or sees the pause.
    const all = await tx.candidacies.lockAll(personId);
    const now = app.clock.now();
    if (!(await tx.mailboxes.pause(id, now))) return refuse(mailboxPaused(address));
    const person = await tx.people.get(personId);
    const why = whileMailboxPaused(address);
    const waiting = (await waitingIn(tx, id)).length;
    let isOnItsWay = false;
    for (const candidacy of all)
      if ((await tx.mailboxes.ofCandidacy(candidacy))?.id === id)
        isOnItsWay = (await stopApproved({ app, tx, person, proof }, candidacy, why)) || isOnItsWay;
    const stopped = waiting - (await waitingIn(tx, id)).length;
    await tell(tx, app, personId, `You paused ${address}.`, proof);
    const plans = await replanMany(tx, app, person, all);
    return ok({ says: pausedWords(address, stopped, isOnItsWay), plans });
  });
  if (!done.ok) return done;
  await remindPlans(
    app,
    [...done.value.plans].map(([candidacy, at]) => ({ id: candidacy, at })),
  );
  return ok(done.value.says);
}

/** Ends the pause of one mailbox: what came meanwhile is read, and what is due is offered again. */
export async function resumeMailbox(app: Commanding, id: MailboxId, proof: Proof): Promise<Commanded> {
  const done = await app.store.transaction(async (tx) => {
    const { personId, address } = await tx.mailboxes.get(id);
    if (!(await tx.mailboxes.pause(id, null))) return refuse(`${address} is not paused.`);
    await tell(tx, app, personId, `You resumed ${address}.`, proof);
    return ok(`${address} is watched again; what came meanwhile is read first.`);
  });
  if (done.ok) await app.queue.remind({ queue: "watch", id }, app.clock.now());
  return done;
}

const waitingIn = async (tx: Tx, id: MailboxId) =>
  (await tx.outbox.live()).filter(
    ({ mailboxId, purpose, state }) =>
      mailboxId === id && purpose === "draft" && (state === "queued" || state === "claimed"),
  );

const tell = (
  tx: Tx,
  { clock }: Pick<Commanding, "clock">,
  personId: PersonId,
  says: string,
  proof: Proof,
): Promise<void> =>
  tx.journal.append({
    personId,
    candidacyId: null,
    at: clock.now(),
    type: "mailbox",
    by: "person",
    says,
    data: { proof },
  });

const pausedWords = (address: string, stopped: number, isOnItsWay: boolean): string =>
  [
    mailboxPaused(address),
    ...(stopped > 0
      ? [
          `${stopped === 1 ? "A mail that you had approved was stopped; it is" : `${stopped} mails that you had approved were stopped; they are`} shown again afterwards.`,
        ]
      : []),
    ...(isOnItsWay ? ["A mail that is on its way at this moment cannot be stopped."] : []),
  ].join(" ");

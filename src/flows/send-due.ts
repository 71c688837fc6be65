import type { Temporal } from "temporal-polyfill";
import { leavesWithinCaps } from "../domain/caps.ts";
import type { OutboxId } from "../domain/ids.ts";
import { plan } from "../domain/plan.ts";
import { isBefore } from "../domain/planning.ts";
import type { OutboxRow, Tx } from "../ports/store.ts";
import type { Account } from "../ports.ts";
import type { App } from "./app.ts";
import { clearDrafts, isGoneFromDrafts } from "./clear-drafts.ts";
import { hold } from "./hold.ts";
import { plannings } from "./planning-of.ts";
import { readMailbox } from "./read-mailbox.ts";
import { type Brake, brake, tellOnce } from "./sending-brake.ts";
import { recordOutcome, remindAfter } from "./sending-outcome.ts";
import { standingOf, stillAsApproved } from "./standing.ts";

export type Sending = Pick<
  App,
  "store" | "clock" | "ids" | "holidays" | "queue" | "mailboxes" | "courier" | "mime" | "secondReader"
>;

/** How long an attempt belongs to its sender: half as long again as the courier's longest one (SAFETY section 1, step 5; R8). */
export const leaseSeconds = ({ longestAttempt }: Pick<App["courier"], "longestAttempt">): number =>
  (longestAttempt / 1_000) * 1.5;

/** Sends one outbox row if it is due: claim, gate inside the body stream, numeric outcome (SAFETY section 1, steps 2 to 4). Safe to call at any time, by anybody, twice at once. */
export async function sendDue(app: Sending, id: OutboxId): Promise<void> {
  const found = await app.store.transaction((tx) => lookAt(tx, app, id));
  if (!found) return;
  const { row, account, opens } = found;
  if (opens && isBefore(app.clock.now(), opens)) return putOff(app, row, opens);
  if (row.purpose === "draft" && !(await hasRead(app, row, account))) return;

  const attempt = app.ids.uuid();
  if (!(await claim(app, row, attempt))) return;
  const gate = () => app.store.transaction((tx) => passGate(tx, app, row, attempt));
  const mail = { from: row.envelopeFrom, to: row.envelopeTo, rfc822: row.rfc822 };
  const outcome = await app.courier.send(account, mail, gate);
  await app.store.transaction((tx) => recordOutcome(tx, app, row, attempt, outcome));
  await remindAfter(app, row, outcome);
}

type Found = { readonly row: OutboxRow; readonly account: Account; readonly opens: Temporal.Instant | null };

/** Gives a mail that is due, and when its hours open; null where there is nothing to send. One of a paused mailbox is held. */
async function lookAt(tx: Tx, app: Sending, id: OutboxId): Promise<Found | null> {
  const row = await tx.outbox.get(id);
  if (row?.state !== "queued" || isBefore(app.clock.now(), row.notBefore)) return null;
  const [{ pausedAt }, account, opens] = await Promise.all([
    tx.mailboxes.get(row.mailboxId),
    tx.mailboxes.account(row.mailboxId),
    row.purpose === "draft" ? opensAt(tx, app, row) : null,
  ]);
  if (pausedAt === null) return { row, account, opens };
  await hold(tx, app, row, undefined);
  return null;
}

/** The mailbox is read before a mail leaves it, so that an answer that is already there stops the mail (SAFETY R14). */
async function hasRead(app: Sending, row: OutboxRow, account: Account): Promise<boolean> {
  const read = await readMailbox(app, account);
  if (read.ok) return true;
  const says = `The mail to ${row.envelopeTo} waits: the mailbox must be read first. ${read.error.says}`;
  await putOff(app, row, app.clock.now().add({ minutes: 5 }), { type: "deferred", says });
  return false;
}

/** Not while its copy may be sent from Drafts as well. */
async function leavesAlone(app: Sending, row: OutboxRow): Promise<boolean> {
  const drafts = await clearDrafts(app, row);
  if (drafts.type === "wait") await putOff(app, row, drafts.until, drafts.told);
  return drafts.type === "clear";
}

/** The next moment in the recipient's hours on a working day on which no cap is full, now or later: late mails keep to them as well (POLICY 3.6, 6.1). */
async function opensAt(tx: Tx, app: Sending, row: OutboxRow): Promise<Temporal.Instant | null> {
  const draft = row.draftId ? await tx.drafts.get(row.draftId) : null;
  if (!draft) return null;
  const [person, approved] = await Promise.all([
    tx.people.get(row.personId),
    tx.followUps.get(draft.followUpId),
  ]);
  const known = await tx.candidacies.facts(draft.candidacyId, person);
  const chases = known.elsewhere.chases.filter(({ hasLeft }) => hasLeft);
  const planning = plannings(app, person)({ ...known, elsewhere: { ...known.elsewhere, chases } });
  const { facts, preferences, calendar, now } = planning;
  // An out-of-office that came after the approval moves it as well (POLICY 3.3).
  const planned = plan(facts, preferences, calendar, now).followUps.find(({ key }) => key === approved.key);
  const dueAt = planned && isBefore(approved.dueAt, planned.dueAt) ? planned.dueAt : approved.dueAt;
  return leavesWithinCaps(planning, { ...approved, dueAt });
}

/**
 * Looks once more whether the mail may leave, and takes it. False: it is held, its copy in Drafts comes first, a brake holds it, its mailbox is busy
 * enough, or somebody else has it. All in one transaction: what was looked at stays so until it is claimed, and the cap holds for two senders at once.
 */
async function claim(app: Sending, row: OutboxRow, attempt: string): Promise<boolean> {
  const now = app.clock.now();
  const found = await app.store.transaction(async (tx): Promise<"claimed" | "left" | "in drafts" | Brake> => {
    // Mails to the person have no draft, and no thread to change.
    if (row.draftId !== null) {
      const standing = await standingOf(tx, row);
      if (!stillAsApproved(standing, row, now)) {
        await hold(tx, app, row, undefined);
        return "left";
      }
      if (standing && !isGoneFromDrafts(standing.copies, now)) return "in drafts";
    }
    const braked = await brake(tx, row, now);
    if (braked !== null) return braked === "busy" ? "left" : braked;
    const lease = { newAttempt: attempt, leaseSeconds: leaseSeconds(app.courier) };
    return (await tx.outbox.move(row.id, "claim", lease)) ? "claimed" : "left";
  });
  if (found === "in drafts") return (await leavesAlone(app, row)) && claim(app, row, attempt);
  if (typeof found === "object")
    await putOff(app, row, now.add({ minutes: found.minutes }), { type: found.type, says: found.why });
  return found === "claimed";
}

/** The last look before the first byte, in one committed transaction (SAFETY R2, R14). False: nothing is sent. */
async function passGate(tx: Tx, app: Sending, row: OutboxRow, attempt: string): Promise<boolean> {
  const now = app.clock.now();
  if (row.draftId !== null && !stillAsApproved(await standingOf(tx, row), row, now)) return false;
  const lease = { attempt, leaseSeconds: leaseSeconds(app.courier) };
  if (!(await tx.outbox.move(row.id, "transmit", lease))) return false;
  await tx.journal.append({
    personId: row.personId,
    candidacyId: row.candidacyId,
    at: now,
    type: "attempt",
    by: "program",
    says: `Handing the mail for ${row.envelopeTo} to the server.`,
    data: { outbox: row.id },
  });
  return true;
}

async function putOff(
  app: Sending,
  row: OutboxRow,
  until: Temporal.Instant,
  told: Parameters<typeof tellOnce>[3] | null = null,
): Promise<void> {
  await app.store.transaction(async (tx) => {
    const waits = await tx.outbox.postpone(row.id, until);
    if (waits && told) await tellOnce(tx, row, app.clock.now(), told);
  });
  await app.queue.remind({ queue: "outbox", id: row.id }, until);
}

import { Temporal } from "temporal-polyfill";
import type { MessageRowId, OutboxId } from "../domain/ids.ts";
import { backOff, type SmtpOutcome } from "../domain/outbox.ts";
import type { OutboxRow, Tx } from "../ports/store.ts";
import type { Account } from "../ports.ts";
import type { App } from "./app.ts";
import { hold, stillAsApproved } from "./hold.ts";
import { replan } from "./plan-follow-ups.ts";
import { readMailbox } from "./read-mailbox.ts";

type Sending = Pick<App, "store" | "clock" | "ids" | "holidays" | "queue" | "mailboxes" | "courier" | "mime">;

/** Longer than every time-out of an SMTP dialogue, ten minutes after the final dot included (SAFETY section 1, R8). */
const leaseSeconds = 15 * 60;
/** SAFETY R13. */
const mailsADay = 20;

/** Sends one outbox row if it is due: claim, gate inside the body stream, numeric outcome (SAFETY section 1, steps 2 to 4). Safe to call at any time, by anybody, twice at once. */
export async function sendDue(app: Sending, id: OutboxId): Promise<void> {
  const row = await app.store.transaction((tx) => tx.outbox.get(id));
  if (row?.state !== "queued" || isBefore(app.clock.now(), row.notBefore)) return;
  const braked = await brake(app, row);
  if (braked) return putOff(app, row, { minutes: 30 }, braked);
  const account = await app.store.transaction((tx) => tx.mailboxes.account(row.mailboxId));
  if (row.purpose === "draft" && !(await mayLeaveNow(app, row, account))) return;

  const attempt = app.ids.uuid();
  const claimed = await app.store.transaction((tx) =>
    tx.outbox.move(id, "claim", { newAttempt: attempt, leaseSeconds }),
  );
  if (!claimed) return;
  const gate = () => app.store.transaction((tx) => passGate(tx, row, attempt, app.clock.now()));
  const outcome = await app.courier.send(
    account,
    { from: row.envelopeFrom, to: row.envelopeTo, rfc822: row.rfc822 },
    gate,
  );
  await app.store.transaction((tx) => record(tx, app, row, attempt, outcome));
  await remindAfter(app, row, outcome);
}

/** Reads the mailbox first, so that an answer that is already there stops the mail (SAFETY R14). */
async function mayLeaveNow(app: Sending, row: OutboxRow, account: Account): Promise<boolean> {
  const read = await readMailbox(app, account);
  if (!read.ok) {
    await putOff(app, row, { minutes: 5 }, `The mailbox could not be read first: ${read.error.says}`);
    return false;
  }
  return app.store.transaction(async (tx) => {
    if (await stillAsApproved(tx, row)) return true;
    await hold(tx, app, row, undefined);
    return false;
  });
}

/** Why no mail may leave this mailbox now, or null: a refused login (SAFETY R15) or the daily cap (R13). */
const brake = (app: Sending, row: OutboxRow): Promise<string | null> =>
  app.store.transaction(async (tx) => {
    if ((await tx.mailboxes.get(row.mailboxId)).sendingPaused)
      return "The outgoing server refused the login.";
    if (row.purpose === "self") return null;
    const today = await tx.outbox.sentSince(row.mailboxId, app.clock.now().subtract({ hours: 24 }));
    return today >= mailsADay ? `${mailsADay} mails have left this mailbox within a day.` : null;
  });

/** The last look before the first byte, in one committed transaction (SAFETY R2, R14). False: nothing is sent. */
async function passGate(tx: Tx, row: OutboxRow, attempt: string, now: Temporal.Instant): Promise<boolean> {
  if (!(await stillAsApproved(tx, row))) return false;
  const state = await tx.outbox.move(row.id, "transmit", { attempt, leaseSeconds });
  if (!state) return false;
  await journal(tx, row, now, "attempt", `Handing the mail for ${row.envelopeTo} to the server.`);
  return true;
}

async function record(
  tx: Tx,
  app: Sending,
  row: OutboxRow,
  attempt: string,
  outcome: SmtpOutcome,
): Promise<void> {
  const now = app.clock.now();
  switch (outcome.type) {
    case "accepted": {
      const state = await tx.outbox.move(row.id, "accepted", {
        attempt,
        reply: outcome.reply,
        providerMessageId: outcome.providerMessageId,
        sentAt: now,
      });
      if (state) await wasSent(tx, app, row, outcome.reply);
      return;
    }
    case "later": {
      const next = now.add({ milliseconds: backOff(row.attempts + 1) });
      const before = await tx.outbox.move(row.id, "release", {
        attempt,
        reply: outcome.reply,
        notBefore: next,
      });
      if (!before)
        await tx.outbox.move(row.id, "deferred", { attempt, reply: outcome.reply, notBefore: next });
      return journal(tx, row, now, "deferred", `The server asked to try again later: ${outcome.reply}`);
    }
    case "rejected":
      if (await tx.outbox.move(row.id, "rejected", { attempt, reply: outcome.reply }))
        await journal(
          tx,
          row,
          now,
          "failed",
          `The server refused the mail to ${row.envelopeTo}: ${outcome.reply}`,
        );
      return;
    case "login_refused":
      await tx.outbox.move(row.id, "release", {
        attempt,
        reply: outcome.reply,
        notBefore: now.add({ minutes: 10 }),
      });
      await tx.mailboxes.setTrouble(
        row.mailboxId,
        `The outgoing server refused the login (${outcome.reply}). Connect the mailbox again with a new password.`,
        { sendingPaused: true },
      );
      return;
    case "gate_closed":
      if (!(await stillAsApproved(tx, row))) await hold(tx, app, row, attempt);
      else await tx.outbox.move(row.id, "release", { attempt });
      return;
    case "unknown":
      if (await tx.outbox.move(row.id, "lost", { attempt, reply: outcome.reply, unknownSince: now }))
        await journal(
          tx,
          row,
          now,
          "unknown",
          `No answer came after the mail to ${row.envelopeTo} was handed over; looking for it in Sent.`,
        );
      return;
  }
}

/** State, follow-up, the mail itself and the journal in one transaction; then the next follow-up is planned from it. */
export async function wasSent(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "holidays">,
  row: OutboxRow,
  reply: string,
): Promise<void> {
  const now = app.clock.now();
  await journal(
    tx,
    row,
    now,
    "sent",
    row.purpose === "draft" ? `Sent to ${row.envelopeTo}.` : `Mailed to you.`,
    { reply },
  );
  if (!row.draftId || !row.candidacyId) return;
  const draft = await tx.drafts.get(row.draftId);
  if (!draft) return;
  const person = await tx.people.get(row.personId);
  await tx.candidacies.lock(row.candidacyId);
  await tx.followUps.setStatus(draft.followUpId, ["approved", "planned", "offered", "dropped"], "sent", {
    sentAt: now,
  });
  await tx.messages.insert({
    id: app.ids.uuid() as MessageRowId,
    personId: row.personId,
    mailboxId: row.mailboxId,
    identity: `outbox:${row.id}`,
    messageId: row.messageId,
    thread: draft.references,
    direction: "afterword",
    candidacyId: row.candidacyId,
    from: { name: person.name, address: row.envelopeFrom },
    recipients: [draft.to],
    subject: draft.subject,
    text: draft.text,
    at: now,
    receivedAt: now,
    human: true,
    provenDomain: null,
    assessment: null,
    outOfOfficeUntil: null,
    asks: null,
  });
  await replan(tx, app, person, row.candidacyId);
}

async function putOff(app: Sending, row: OutboxRow, by: { minutes: number }, why: string): Promise<void> {
  const next = app.clock.now().add(by);
  await app.store.transaction(async (tx) => {
    if (await tx.outbox.postpone(row.id, next))
      await journal(tx, row, app.clock.now(), "deferred", `${why} The mail waits.`);
  });
  await app.queue.remind({ queue: "outbox", id: row.id }, next);
}

async function remindAfter(app: Sending, row: OutboxRow, outcome: SmtpOutcome): Promise<void> {
  const now = app.clock.now();
  if (outcome.type === "accepted" && row.purpose === "draft")
    await app.queue.remind({ queue: "file", id: row.id }, now);
  if (outcome.type === "unknown")
    await app.queue.remind({ queue: "reconcile", id: row.id }, now.add({ seconds: 30 }));
  if (outcome.type === "later")
    await app.queue.remind(
      { queue: "outbox", id: row.id },
      now.add({ milliseconds: backOff(row.attempts + 1) }),
    );
}

const journal = (
  tx: Tx,
  row: OutboxRow,
  at: Temporal.Instant,
  type: "attempt" | "sent" | "deferred" | "failed" | "unknown",
  says: string,
  data: { reply?: string } = {},
) =>
  tx.journal.append({
    personId: row.personId,
    candidacyId: row.candidacyId,
    at,
    type,
    by: "program",
    says,
    data: { outbox: row.id, ...data },
  });

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0;

import { backOff, type SmtpOutcome } from "../domain/outbox.ts";
import { programCall } from "../domain/program-call.ts";
import type { OutboxRow, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { hold } from "./hold.ts";
import { noteLateAnswer } from "./late-answer.ts";
import { loginRefused, tellOnce } from "./sending-brake.ts";
import { standingOf, stillAsApproved } from "./standing.ts";
import { wasSent } from "./was-sent.ts";

/**
 * Writes down what an attempt came to (SAFETY section 1, step 4). `attempt` fences it: what another attempt has taken over, or another proof has settled,
 * is left as it is, and the answer stands in the journal (R59).
 */
export async function recordOutcome(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "holidays">,
  row: OutboxRow,
  attempt: string,
  outcome: SmtpOutcome,
): Promise<void> {
  // Always the candidacy before the outbox row, as every decision locks them: two orders would wait for each other.
  if (row.candidacyId) await tx.candidacies.lock(row.candidacyId);
  if (!(await settles(tx, app, row, attempt, outcome))) await noteLateAnswer(tx, app, row, outcome);
}

/** False: the row has moved on without this answer. */
async function settles(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "holidays">,
  row: OutboxRow,
  attempt: string,
  outcome: SmtpOutcome,
): Promise<boolean> {
  const now = app.clock.now();
  switch (outcome.type) {
    case "accepted": {
      const { reply, providerMessageId } = outcome;
      const change = { attempt, reply, providerMessageId, sentAt: now };
      // A sender that slept past its lease still heard the yes: the best evidence there is.
      const sent =
        (await tx.outbox.move(row.id, "accepted", change)) ?? (await tx.outbox.move(row.id, "found", change));
      if (sent) await wasSent(tx, app, row, reply);
      return sent !== null;
    }
    case "later": {
      const change = { attempt, reply: outcome.reply, notBefore: nextTry(app, row) };
      const queued =
        (await tx.outbox.move(row.id, "release", change)) ??
        (await tx.outbox.move(row.id, "deferred", change));
      if (queued && row.purpose === "draft" && row.attempts >= oftenPutOff)
        await tellOnce(tx, row, now, { type: "waits", says: keepsPuttingOff(row) });
      if (queued)
        await journal(tx, app, row, "deferred", `The server asked to try again later: ${outcome.reply}`);
      return queued !== null;
    }
    case "rejected": {
      const failed = await tx.outbox.move(row.id, "rejected", { attempt, reply: outcome.reply });
      const says = `The server refused the mail to ${row.envelopeTo}: ${outcome.reply}`;
      if (failed) await journal(tx, app, row, "failed", says);
      return failed !== null;
    }
    case "login_refused": {
      const change = { attempt, reply: outcome.reply, notBefore: nextTry(app, row) };
      const released = await tx.outbox.move(row.id, "release", change);
      const says = loginRefused(await tx.mailboxes.get(row.mailboxId));
      await tx.mailboxes.setTrouble(row.mailboxId, says, { sendingPaused: true });
      await tellOnce(tx, row, now, { type: "waits", says });
      return released !== null;
    }
    case "gate_closed":
      if (row.draftId !== null && !stillAsApproved(await standingOf(tx, row), row, now))
        await hold(tx, app, row, attempt);
      else await tx.outbox.move(row.id, "release", { attempt });
      return true;
    case "unknown": {
      const change = { attempt, reply: outcome.reply, unknownSince: now };
      const lost = await tx.outbox.move(row.id, "lost", change);
      const says = `No answer came after the mail to ${row.envelopeTo} was handed over; looking for it in Sent.`;
      if (lost) await journal(tx, app, row, "unknown", says);
      return lost !== null;
    }
  }
}

/** After so many attempts, some four hours, the person is told; the mail is tried on every hour. */
const oftenPutOff = 9;

const keepsPuttingOff = ({ envelopeTo }: OutboxRow): string =>
  `The outgoing server keeps putting off the mail to ${envelopeTo}. It is tried again every hour; "${programCall} explain" tells what the server says.`;

/** Reminders for what comes next; a lost one is made good by the sweep. */
export async function remindAfter(
  app: Pick<App, "clock" | "queue">,
  row: OutboxRow,
  outcome: SmtpOutcome,
): Promise<void> {
  const now = app.clock.now();
  if (outcome.type === "accepted" && row.purpose === "draft")
    await app.queue.remind({ queue: "file", id: row.id }, now);
  if (outcome.type === "unknown")
    await app.queue.remind({ queue: "reconcile", id: row.id }, now.add({ seconds: 30 }));
  if (outcome.type === "later" || outcome.type === "login_refused")
    await app.queue.remind({ queue: "outbox", id: row.id }, nextTry(app, row));
}

/** `row` is as it was before the attempt, which is its first when none went before. */
const nextTry = (app: Pick<App, "clock">, row: OutboxRow) =>
  app.clock.now().add({ milliseconds: backOff(row.attempts + 1) });

const journal = (
  tx: Tx,
  app: Pick<App, "clock">,
  row: OutboxRow,
  type: "deferred" | "failed" | "unknown",
  says: string,
) =>
  tx.journal.append({
    personId: row.personId,
    candidacyId: row.candidacyId,
    at: app.clock.now(),
    type,
    by: "program",
    says,
    data: { outbox: row.id },
  });

import type { MailboxId, OutboxId } from "../domain/ids.ts";
import type { App } from "./app.ts";
import { leaseSeconds, type Sending, sendDue } from "./send-due.ts";

/** Mailboxes whose mails this process sends now: since when, in milliseconds of this process, the mail at hand is tried, and whether another call came meanwhile. */
const underWay = new Map<MailboxId, { since: number; again: boolean }>();

/**
 * Sends that mail and whatever else is due in its mailbox, one after the other and each tried once: one mailbox never has more than one connection
 * of a process to its servers (SAFETY R13, R21), and however slow these are, they hold up nobody else. While a turn runs, another call for that
 * mailbox leaves its mail to it, unless the turn hangs for longer than a lease. What goes to the person takes no turn. Ends after the mail at hand
 * when `signal` is aborted (R16). Throws what the first mail threw that failed, after the others.
 */
export async function sendTurn(app: Sending, id: OutboxId, signal: AbortSignal): Promise<void> {
  const row = await app.store.transaction((tx) => tx.outbox.get(id));
  if (row?.purpose !== "draft") return sendDue(app, id);
  const { mailboxId } = row;
  const running = underWay.get(mailboxId);
  if (running && performance.now() - running.since < leaseSeconds(app.courier) * 1_000) {
    running.again = true;
    return;
  }
  const turn = { since: performance.now(), again: false };
  underWay.set(mailboxId, turn);
  const failures: unknown[] = [];
  try {
    const tried = new Set<OutboxId>();
    for (;;) {
      if (turn.again) tried.clear();
      turn.again = false;
      const next = signal.aborted ? undefined : (await dueIn(app, mailboxId)).find((one) => !tried.has(one));
      if (next === undefined && (signal.aborted || !turn.again)) break;
      if (next === undefined) continue;
      tried.add(next);
      turn.since = performance.now();
      await sendDue(app, next).catch((error: unknown) => failures.push(error));
    }
  } finally {
    if (underWay.get(mailboxId) === turn) underWay.delete(mailboxId);
  }
  if (failures.length > 0) throw failures[0];
}

const dueIn = (app: Pick<App, "store" | "clock">, id: MailboxId): Promise<OutboxId[]> =>
  app.store.transaction((tx) => tx.outbox.dueIn(id, app.clock.now()));

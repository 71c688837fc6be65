import type { MailboxId } from "../domain/ids.ts";
import { ok } from "../domain/result.ts";
import { readFirst } from "./first-reading.ts";
import { noteTrouble, type Reading, sinkOf } from "./read-mailbox.ts";

/**
 * Watches until `signal`, until the mailbox is paused, or until the server refuses the login; every other trouble is waited out by the watcher itself. A first reading that was
 * not finished comes before it, because an answer must not be read before what it answers; where it cannot be finished now, the sweep has it
 * tried again.
 */
export async function watchMailbox(app: Reading, id: MailboxId, signal: AbortSignal): Promise<void> {
  const isPaused = () => app.store.transaction(async (tx) => (await tx.mailboxes.get(id)).pausedAt !== null);
  if (await isPaused()) return;
  const { account, firstReading } = await app.store.transaction(async (tx) => ({
    account: await tx.mailboxes.account(id),
    firstReading: await tx.mailboxes.firstReading(id),
  }));
  const read = firstReading ? await readFirst(app, account, { signal }) : ok(null);
  if (!read.ok) return noteTrouble(app, id, read.error);
  if (signal.aborted) return;
  const paused = new AbortController();
  const sink = sinkOf(app, account);
  // Said after every look, every few minutes at the latest; what came since the pause was not taken (`advance`).
  const healthy = async (): Promise<void> => ((await isPaused()) ? paused.abort() : sink.healthy(id));
  const ended = await app.mailboxes.watch(
    account,
    { ...sink, healthy },
    AbortSignal.any([signal, paused.signal]),
  );
  if (!ended.ok) await noteTrouble(app, id, ended.error);
}

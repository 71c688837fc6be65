import type { MailboxId } from "../domain/ids.ts";
import type { Account } from "../ports.ts";
import { readFirst } from "./first-reading.ts";
import { noteTrouble, type Reading, sinkOf } from "./read-mailbox.ts";

/** Between two tries of a first reading that trouble ended, in milliseconds. */
const pauses = [1_000, 10_000, 60_000, 300_000];

/**
 * Watches until `signal` or until the server refuses the login; every other trouble is waited out. A first reading that was not finished comes
 * before it: an answer must not be read before what it answers.
 */
export async function watchMailbox(app: Reading, id: MailboxId, signal: AbortSignal): Promise<void> {
  const account = await app.store.transaction((tx) => tx.mailboxes.account(id));
  if (!(await finishFirstReading(app, account, signal)) || signal.aborted) return;
  const ended = await app.mailboxes.watch(account, sinkOf(app, account), signal);
  if (!ended.ok) await noteTrouble(app, id, ended.error);
}

/** False when the server refuses the login: only the person can help. */
async function finishFirstReading(app: Reading, account: Account, signal: AbortSignal): Promise<boolean> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    const read = await readFirst(app, account, { signal });
    if (read.ok) return true;
    await noteTrouble(app, account.mailboxId, read.error);
    if (read.error.kind === "login" || read.error.kind === "certificate") return false;
    await pause(pauses[Math.min(failures, pauses.length - 1)] ?? 0, signal);
  }
  return true;
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });

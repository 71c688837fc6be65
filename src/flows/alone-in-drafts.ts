import type { MailboxId } from "../domain/ids.ts";
import type { App } from "./app.ts";

/** Longer than a visit of the folder may take, which the connection ends before (`keepDrafts`). */
const visitSeconds = 10 * 60;

/** Gives what `work` gives, done while nobody else works in that mailbox's Drafts folder; null where somebody does, and then nothing is done. */
export async function aloneInDrafts<T>(
  { store, ids }: Pick<App, "store" | "ids">,
  id: MailboxId,
  work: () => Promise<T>,
): Promise<T | null> {
  const holder = ids.uuid();
  if (!(await store.transaction((tx) => tx.draftCopies.lease(id, holder, visitSeconds)))) return null;
  try {
    return await work();
  } finally {
    await store.transaction((tx) => tx.draftCopies.endLease(id, holder));
  }
}

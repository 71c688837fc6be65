import type { MailboxId } from "../domain/ids.ts";
import type { Tx } from "../ports/store.ts";
import { type DraftsKeeping, lookAtDrafts } from "./look-at-drafts.ts";
import { writeDraftCopies } from "./write-draft-copies.ts";

/** Longer than a visit of the folder may take. */
export const visitSeconds = 10 * 60;

/**
 * Keeps the copies of offered drafts in a mailbox's Drafts folder in step with the store: looks at those that are there, takes out untouched ones that
 * are no longer wanted, and puts those there that are missing. Every step may be repeated or cut off anywhere (docs/decisions/0011). A mailbox that
 * cannot be reached is no trouble of its own: whoever reads it tells.
 */
export async function keepDraftsFolder(app: DraftsKeeping, id: MailboxId): Promise<void> {
  if (!(await app.store.transaction((tx) => tx.draftCopies.lease(id, visitSeconds)))) return;
  try {
    if ((await visit(app, id)) && (await app.store.transaction((tx) => writeDown(tx, app, id))) > 0)
      await visit(app, id);
  } finally {
    await app.store.transaction((tx) => tx.draftCopies.endLease(id));
  }
}

/** False where the folder could not be looked at. */
async function visit(app: DraftsKeeping, id: MailboxId): Promise<boolean> {
  const { person, copies } = await app.store.transaction(async (tx) => ({
    person: await tx.people.get((await tx.mailboxes.get(id)).personId),
    copies: await tx.draftCopies.followed(id),
  }));
  if (copies.length === 0) return true;
  return (await lookAtDrafts(app, person, id, copies)).ok;
}

const writeDown = async (tx: Tx, app: DraftsKeeping, id: MailboxId): Promise<number> => {
  const person = await tx.people.get((await tx.mailboxes.get(id)).personId);
  return person.preferences.draftsFolder ? writeDraftCopies(tx, app, person, id) : 0;
};

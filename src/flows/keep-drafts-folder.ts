import { Temporal } from "temporal-polyfill";
import { isPressing, lookMinutes } from "../domain/drafts-folder.ts";
import type { MailboxId } from "../domain/ids.ts";
import type { Person, Tx } from "../ports/store.ts";
import { aloneInDrafts } from "./alone-in-drafts.ts";
import { standingOf } from "./draft-copy-standing.ts";
import { type DraftsKeeping, lookAtDrafts } from "./look-at-drafts.ts";
import { writeDraftCopies } from "./write-draft-copies.ts";

/**
 * Keeps the copies of offered drafts in a mailbox's Drafts folder in step with the store: writes down those that are to be put there, and visits the
 * folder where something is to change in it, else every five minutes at most (SAFETY R21). Every step may be repeated or cut off anywhere
 * (docs/decisions/0011). A mailbox that cannot be reached is no trouble of its own: whoever reads it tells.
 */
export async function keepDraftsFolder(app: DraftsKeeping, id: MailboxId): Promise<void> {
  const person = await app.store.transaction(async (tx) => {
    const person = await tx.people.get((await tx.mailboxes.get(id)).personId);
    if (person.preferences.draftsFolder) await writeDraftCopies(tx, app, person, id);
    return (await wantsVisit(tx, app, person, id)) ? person : null;
  });
  if (person === null) return;
  await aloneInDrafts(app, id, async () => {
    const copies = await app.store.transaction((tx) => tx.draftCopies.followed(id));
    if (copies.length > 0) await lookAtDrafts(app, person, id, copies);
  });
}

async function wantsVisit(tx: Tx, app: DraftsKeeping, person: Person, id: MailboxId): Promise<boolean> {
  const now = app.clock.now();
  const copies = await tx.draftCopies.followed(id);
  const { at } = await tx.draftCopies.lastLook(id);
  if (at === null || Temporal.Instant.compare(at.add({ minutes: lookMinutes }), now) <= 0)
    return copies.length > 0;
  for (const { state, draft } of copies)
    if (isPressing(state, await standingOf(tx, person, draft, now))) return true;
  return false;
}

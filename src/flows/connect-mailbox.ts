import type { MailboxId, PersonId } from "../domain/ids.ts";
import type { NewMailbox, NewPerson } from "../ports/store.ts";
import type { App } from "./app.ts";
import { readMailbox } from "./read-mailbox.ts";

/**
 * Connects a mailbox that was tried before, or connects it anew with other servers or another password; its place in the reading is kept.
 * Reading begins with the mail that arrives from now on; of a new mailbox the last `historyDays` are to be read first (0: none), which `readFirst` does.
 */
export async function connectMailbox(
  app: Pick<App, "store" | "clock" | "ids" | "holidays" | "mime" | "queue" | "mailboxes" | "secondReader">,
  owner: Omit<NewPerson, "id">,
  account: Omit<NewMailbox, "id" | "personId" | "connectedAt">,
  historyDays: number,
): Promise<{ mailboxId: MailboxId; again: boolean }> {
  const now = app.clock.now();
  const connected = await app.store.transaction(async (tx) => {
    const known = await tx.people.byAddress(owner.address);
    const personId = known?.id ?? (app.ids.uuid() as PersonId);
    if (known) await tx.people.update({ ...owner, id: personId });
    else await tx.people.insert({ ...owner, id: personId }, now);
    const again = (await tx.mailboxes.ofPerson(personId)).some(({ address }) => address === account.address);
    const mailboxId = await tx.mailboxes.save({
      ...account,
      id: app.ids.uuid() as MailboxId,
      personId,
      connectedAt: now,
    });
    const isNew = (await tx.mailboxes.cursor(mailboxId, "inbox")) === null;
    if (isNew && historyDays > 0)
      await tx.mailboxes.beginFirstReading(mailboxId, now.subtract({ hours: 24 * historyDays }));
    await tx.journal.append({
      personId,
      candidacyId: null,
      at: now,
      type: "mailbox",
      by: "person",
      says: `${account.address} is connected.`,
    });
    return { mailboxId, again };
  });
  // The place where reading begins is written down now: a mail that arrives before the watching starts is not missed.
  await readMailbox(app, await app.store.transaction((tx) => tx.mailboxes.account(connected.mailboxId)));
  await app.queue.remind({ queue: "watch", id: connected.mailboxId }, now);
  return connected;
}

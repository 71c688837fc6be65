import { Temporal } from "temporal-polyfill";
import type { OutboxId } from "../domain/ids.ts";
import type { App } from "./app.ts";
import { readMailbox } from "./read-mailbox.ts";
import { wasSent } from "./send-due.ts";

/** How long Sent is searched before the person is asked: a guess, see "What is not known yet" in SAFETY. */
const patience = { minutes: 15 };
const between = { minutes: 2 };

/**
 * Looks for a mail of which no answer came (SAFETY section 1, steps 6 and 7). A positive hit means sent; anything else never sends again, it asks.
 * A mail to the person themselves is the one exception: proven absent from their own inbox, it is mailed again under the same Message-ID.
 */
export async function reconcileSent(
  app: Pick<App, "store" | "clock" | "ids" | "holidays" | "queue" | "mailboxes" | "mime">,
  id: OutboxId,
): Promise<void> {
  const row = await app.store.transaction((tx) => tx.outbox.get(id));
  if (row?.state !== "unknown") return;
  const { account, sentBefore } = await app.store.transaction(async (tx) => ({
    account: await tx.mailboxes.account(row.mailboxId),
    sentBefore: await tx.messages.knownInSent(row.mailboxId, 3),
  }));
  // A digest of ours that arrived is recognised on the way in, as any other mail is.
  await readMailbox(app, account);
  const sighting = await app.mailboxes.find(account, row.purpose === "self" ? "inbox" : "sent", {
    messageId: row.messageId,
    providerMessageId: row.providerMessageId,
    outboxId: row.id,
    sentBefore,
  });
  const now = app.clock.now();
  const waited = row.unknownSince && Temporal.Instant.compare(now, row.unknownSince.add(patience)) >= 0;
  const again = await app.store.transaction(async (tx) => {
    if (sighting.type === "found") {
      if (await tx.outbox.move(id, "found", { sentAt: now, reply: sighting.where }))
        await wasSent(tx, app, row, sighting.where);
      return null;
    }
    if (!waited) return "look" as const;
    if (!(await tx.outbox.move(id, "notFound", {}))) return null;
    if (row.purpose === "self") {
      await tx.outbox.move(id, "sendAgain", { notBefore: now });
      return "send" as const;
    }
    await tx.journal.append({
      personId: row.personId,
      candidacyId: row.candidacyId,
      at: now,
      type: "asked",
      by: "program",
      says: `I could not confirm that the mail to ${row.envelopeTo} was sent. Look in Sent, then answer "send again" or "was sent".`,
      data: { outbox: row.id, searched: sighting.type === "absent" ? "not in Sent" : sighting.why },
    });
    return null;
  });
  if (again === "look") await app.queue.remind({ queue: "reconcile", id }, now.add(between));
  if (again === "send") await app.queue.remind({ queue: "outbox", id }, now);
}

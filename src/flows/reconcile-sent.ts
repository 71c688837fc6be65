import { Temporal } from "temporal-polyfill";
import type { OutboxId } from "../domain/ids.ts";
import { lookedForMinutes } from "../domain/outbox.ts";
import type { OutboxRow, Tx } from "../ports/store.ts";
import type { Account, Sighting } from "../ports.ts";
import type { App } from "./app.ts";
import { readMailbox } from "./read-mailbox.ts";
import { wasSent } from "./was-sent.ts";

type Reconciling = Pick<
  App,
  "store" | "clock" | "ids" | "holidays" | "queue" | "mailboxes" | "mime" | "secondReader"
>;

const patience = { minutes: lookedForMinutes };
/** For so long a mail to the person may still turn out to be missing; then the next day's has taken its place. */
const patienceForOwn = { hours: 24 };
const between = { minutes: 2 };

/**
 * Looks for a mail of which no answer came (SAFETY section 1, steps 6 and 7). A positive hit means sent; anything else never sends again, it asks.
 * A mail to the person themselves is the one exception: once it is proven absent from their own inbox, it is mailed again under the same
 * Message-ID. While that is not proven it is not (R5); the sweep has it looked for on, after a pause of the mailbox too.
 */
export async function reconcileSent(app: Reconciling, id: OutboxId): Promise<void> {
  const row = await app.store.transaction((tx) => tx.outbox.get(id));
  if (!row || !isLookedFor(row, app.clock.now())) return;
  const { pausedAt, account } = await app.store.transaction(async (tx) => ({
    pausedAt: (await tx.mailboxes.get(row.mailboxId)).pausedAt,
    account: await tx.mailboxes.account(row.mailboxId),
  }));
  if (pausedAt !== null) return;
  // What has arrived since is recognised on the way in, as any other mail is.
  await readMailbox(app, account);
  const sighting = await look(app, row, account);
  const next = await app.store.transaction((tx) => conclude(tx, app, row, sighting));
  if (next) await app.queue.remind({ queue: next.queue, id }, next.at);
}

const isLookedFor = (row: OutboxRow, now: Temporal.Instant): boolean =>
  row.state === "unknown" ||
  (row.state === "asked" && row.purpose === "self" && !isOver(row, patienceForOwn, now));

async function look(app: Reconciling, row: OutboxRow, account: Account): Promise<Sighting> {
  // Only the inbox of that very address could prove that a mail to it is missing.
  if (row.purpose === "self" && row.envelopeTo !== account.address.toLowerCase())
    return { type: "unsure", why: `${row.envelopeTo} is not the mailbox that can be read` };
  const sentBefore = await app.store.transaction((tx) =>
    row.purpose === "self" ? knownInInbox(tx, row) : tx.messages.knownInSent(row.mailboxId, 3),
  );
  return app.mailboxes.find(account, row.purpose === "self" ? "inbox" : "sent", {
    messageId: row.messageId,
    providerMessageId: row.providerMessageId,
    outboxId: row.id,
    sentBefore,
  });
}

/** The newest mails of employers, for the control search of SAFETY R5: where they are not found either, nothing is proven. */
async function knownInInbox(tx: Tx, row: OutboxRow): Promise<string[]> {
  const mails = [];
  for (const { id } of await tx.candidacies.all(row.personId))
    mails.push(...(await tx.messages.ofCandidacy(id)));
  return mails
    .filter((mail) => mail.direction === "in" && mail.mailboxId === row.mailboxId)
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
    .flatMap((mail) => mail.messageId ?? [])
    .slice(0, 3);
}

type Next = { readonly queue: "reconcile" | "outbox"; readonly at: Temporal.Instant };

async function conclude(tx: Tx, app: Reconciling, row: OutboxRow, sighting: Sighting): Promise<Next | null> {
  const now = app.clock.now();
  if (row.candidacyId) await tx.candidacies.lock(row.candidacyId);
  if (sighting.type === "found") {
    const found = await tx.outbox.move(row.id, "found", { sentAt: now, reply: sighting.where });
    if (found) await wasSent(tx, app, row, sighting.where);
    return null;
  }
  if (!isOver(row, patience, now)) return { queue: "reconcile", at: now.add(between) };
  const asks = (await tx.outbox.move(row.id, "notFound", {})) !== null;
  if (row.purpose === "self" && sighting.type === "absent") {
    const again = await tx.outbox.move(row.id, "sendAgain", { notBefore: now });
    return again ? { queue: "outbox", at: now } : null;
  }
  if (!asks) return null;
  await tx.journal.append({
    personId: row.personId,
    candidacyId: row.candidacyId,
    at: now,
    type: "asked",
    by: "program",
    says:
      row.purpose === "self"
        ? "I could not confirm that a mail to you was sent. It is sent again only if it proves to be missing from your inbox; the next one says what is still open."
        : `I could not confirm that the mail to ${row.envelopeTo} was sent. Look in Sent, then answer "send again" or "was sent".`,
    data: { outbox: row.id, searched: sighting.type === "absent" ? "not found" : sighting.why },
  });
  return null;
}

const isOver = (row: OutboxRow, wait: Temporal.DurationLike, now: Temporal.Instant): boolean =>
  row.unknownSince !== null && Temporal.Instant.compare(now, row.unknownSince.add(wait)) >= 0;

import { Temporal } from "temporal-polyfill";
import type { MailboxId } from "../domain/ids.ts";
import { isBefore } from "../domain/planning.ts";
import type { Result } from "../domain/result.ts";
import type { MailboxRow, Tx } from "../ports/store.ts";
import type { Account, MailSink, Trouble } from "../ports.ts";
import type { App } from "./app.ts";
import { receiveMessage } from "./receive-message.ts";
import { loginRefused } from "./sending-brake.ts";

export type Reading = Pick<
  App,
  "store" | "clock" | "ids" | "holidays" | "mime" | "queue" | "mailboxes" | "secondReader"
>;

/** Reads what has arrived since the cursor, once. A refusal is written down as the mailbox's trouble and given back. */
export async function readMailbox(app: Reading, account: Account): Promise<Result<void, Trouble>> {
  const read = await app.mailboxes.catchUp(account, sinkOf(app, account));
  if (!read.ok) await noteTrouble(app, account.mailboxId, read.error);
  return read;
}

/** What a reader of this mailbox needs from the program. */
export function sinkOf(app: Reading, account: Account): MailSink {
  let written: { readonly at: Temporal.Instant; readonly concernsDrafts: boolean } | null = null;
  return {
    cursor: (id, folder) => app.store.transaction((tx) => tx.mailboxes.cursor(id, folder)),
    startAt: (id, folder, cursor) => app.store.transaction((tx) => tx.mailboxes.startAt(id, folder, cursor)),
    take: (_id, mail) => receiveMessage(app, account, mail),
    healthy: async (id) => {
      const now = app.clock.now();
      if (written !== null && !written.concernsDrafts && isBefore(now, written.at.add(writtenEvery))) return;
      const concernsDrafts = await app.store.transaction(async (tx) => {
        const [mailbox, concerned] = await Promise.all([tx.mailboxes.get(id), tx.draftCopies.concern(id)]);
        if (concerned || !isKnownToBeWell(mailbox, now)) await noteHealth(tx, mailbox, now);
        return concerned;
      });
      written = { at: now, concernsDrafts };
      // Whether Drafts is to be visited is asked whenever Sent was read: together they tell whether a draft was sent or deleted there.
      if (concernsDrafts) await app.queue.remind({ queue: "drafts-folder", id }, now);
    },
    troubled: async (id, trouble) => {
      written = null;
      const { healthyAt, connectedAt } = await app.store.transaction((tx) => tx.mailboxes.get(id));
      const readUntil = (healthyAt ?? connectedAt).add(silently);
      if (Temporal.Instant.compare(app.clock.now(), readUntil) >= 0) await noteTrouble(app, id, trouble);
    },
  };
}

/** Every look proves that the mailbox can be read. It is written down only so often, because thousands of mailboxes are looked at every minute. */
const writtenEvery = { minutes: 5 };

const isKnownToBeWell = ({ healthyAt, trouble, refusals }: MailboxRow, now: Temporal.Instant): boolean =>
  healthyAt !== null && isBefore(now, healthyAt.add(writtenEvery)) && trouble === null && refusals === 0;

async function noteHealth(tx: Tx, mailbox: MailboxRow, now: Temporal.Instant): Promise<void> {
  await tx.mailboxes.healthy(mailbox.id, now);
  // That it can be read says nothing about the server that refused to send (SAFETY R15).
  if (mailbox.sendingPaused) await tx.mailboxes.setTrouble(mailbox.id, loginRefused(mailbox));
}

/** A network that comes and goes is nothing to tell; an employer's answer that nobody has read for longer is. */
const silently = { minutes: 30 };

/** A refused login is a wrong password only when it is refused again so much later (SAFETY R22). */
const betweenKnocks = { minutes: 10 };

/** Told once, when it begins: the digest repeats it for as long as it stands (SAFETY R15, R22). */
export async function noteTrouble(app: Reading, id: MailboxId, trouble: Trouble): Promise<void> {
  await app.store.transaction(async (tx) => {
    const mailbox = await tx.mailboxes.get(id);
    const now = app.clock.now();
    if (trouble.kind === "login") {
      if (mailbox.knockAfter && Temporal.Instant.compare(now, mailbox.knockAfter) < 0) return;
      const refusals = mailbox.refusals + 1;
      await tx.mailboxes.setTrouble(id, mailbox.trouble, { refusals, knockAfter: now.add(betweenKnocks) });
      if (refusals < 2) return;
    }
    // Nothing but the person mends that, who is told at once (SAFETY R27); until then nobody knocks often.
    const change = trouble.kind === "signed_out" ? { knockAfter: now.add(betweenKnocks) } : {};
    if (mailbox.trouble === trouble.says) return tx.mailboxes.setTrouble(id, trouble.says, change);
    await tx.mailboxes.setTrouble(id, trouble.says, change);
    await tx.journal.append({
      personId: mailbox.personId,
      candidacyId: null,
      at: now,
      type: "mailbox",
      by: "program",
      says: `${mailbox.address} cannot be read: ${trouble.says}`,
      data: { kind: trouble.kind },
    });
  });
}

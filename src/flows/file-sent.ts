import type { Temporal } from "temporal-polyfill";
import type { OutboxId } from "../domain/ids.ts";
import { filerOf, waitForOwnCopy } from "../domain/sent-filing.ts";
import type { OutboxRow, Tx } from "../ports/store.ts";
import type { Account } from "../ports.ts";
import type { App } from "./app.ts";

/**
 * Puts the copy of a sent mail into Sent, once, and marks what it answers (SAFETY R7). Its failure never touches the state of the sending; the sweep
 * tries again, also where it is too early to know whether the provider files the mail by itself, or the mailbox is paused.
 */
export async function fileSent(app: Pick<App, "store" | "clock" | "mailboxes">, id: OutboxId): Promise<void> {
  const found = await app.store.transaction(async (tx) => {
    const row = await tx.outbox.get(id);
    if (row?.state !== "sent" || row.filed || !row.draftId) return null;
    if ((await tx.mailboxes.get(row.mailboxId)).pausedAt !== null) return null;
    const draft = await tx.drafts.get(row.draftId);
    const account = await tx.mailboxes.account(row.mailboxId);
    if (await isTooEarly(tx, row, account, app.clock.now())) return null;
    return { row, answers: draft?.inReplyTo ?? null, account };
  });
  if (!found) return;
  const { row, account, answers } = found;
  // Also where the provider files it: the mail that is answered still gets its mark.
  const filed = await app.mailboxes.file(account, {
    messageId: row.messageId,
    providerMessageId: row.providerMessageId,
    outboxId: row.id,
    rfc822: row.rfc822,
    answers,
  });
  if (!filed.ok) return;
  await app.store.transaction(async (tx) => {
    await tx.outbox.markFiled(id);
    await tx.journal.append({
      personId: row.personId,
      candidacyId: row.candidacyId,
      at: app.clock.now(),
      type: "filed",
      by: "program",
      says: "A copy lies in Sent.",
      data: { outbox: id },
    });
  });
}

/** A copy of ours beside one that the provider is about to make would be a second one. */
async function isTooEarly(tx: Tx, row: OutboxRow, account: Account, now: Temporal.Instant): Promise<boolean> {
  if (account.filesSentItself || filerOf(account.smtp.host) !== "unknown" || !row.candidacyId) return false;
  const journal = await tx.journal.ofCandidacy(row.candidacyId);
  const sent = journal.findLast(({ type, data }) => type === "sent" && data?.outbox === row.id);
  return sent !== undefined && now.epochMilliseconds < sent.at.add(waitForOwnCopy).epochMilliseconds;
}

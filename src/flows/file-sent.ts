import type { OutboxId } from "../domain/ids.ts";
import type { App } from "./app.ts";

/** Puts the copy of a sent mail into Sent, once, and marks what it answers (SAFETY R7). Its failure never touches the state of the sending; the sweep tries again. */
export async function fileSent(app: Pick<App, "store" | "clock" | "mailboxes">, id: OutboxId): Promise<void> {
  const found = await app.store.transaction(async (tx) => {
    const row = await tx.outbox.get(id);
    if (row?.state !== "sent" || row.filed || !row.draftId) return null;
    const draft = await tx.drafts.get(row.draftId);
    return { row, answers: draft?.inReplyTo ?? null, account: await tx.mailboxes.account(row.mailboxId) };
  });
  if (!found) return;
  const { row, account, answers } = found;
  // Also where the provider files it: the mail that is answered still gets its mark.
  const filed = await app.mailboxes.file(account, {
    messageId: row.messageId,
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

import { draftMark, orderFor } from "../domain/drafts-folder.ts";
import type { MailboxId } from "../domain/ids.ts";
import { mailboxPaused } from "../domain/paused-mailbox.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { DraftCopyRow, Person } from "../ports/store.ts";
import type { Trouble } from "../ports.ts";
import type { App } from "./app.ts";
import { noteSeen } from "./draft-copy-seen.ts";
import { standingOf } from "./draft-copy-standing.ts";
import { remindPlans } from "./remind-plans.ts";

export type DraftsKeeping = Pick<
  App,
  "store" | "clock" | "ids" | "holidays" | "mime" | "queue" | "mailboxes"
>;

/**
 * Does in the Drafts folder what each of those copies wants, in one visit, and writes down what was seen of each, a transaction a copy. A
 * refusal means that nothing was written down; the next visit looks again.
 */
export async function lookAtDrafts(
  app: DraftsKeeping,
  person: Person,
  mailboxId: MailboxId,
  copies: readonly DraftCopyRow[],
): Promise<Result<void, Trouble>> {
  const { pausedAt, account, folder, orders } = await app.store.transaction(async (tx) => {
    const orders = [];
    for (const copy of copies)
      orders.push({
        order: orderFor(copy.state, await standingOf(tx, person, copy.draft, app.clock.now())),
        copy: asCopy(copy),
      });
    return {
      pausedAt: (await tx.mailboxes.get(mailboxId)).pausedAt,
      account: await tx.mailboxes.account(mailboxId),
      folder: (await tx.draftCopies.lastLook(mailboxId)).folder,
      orders,
    };
  });
  if (pausedAt !== null) return refuse({ kind: "unreachable", says: mailboxPaused(account.address) });
  const kept = await app.mailboxes.keepDrafts(account, folder, orders);
  if (!kept.ok) return kept;
  const { folder: used, seen } = kept.value;
  await app.store.transaction((tx) => tx.draftCopies.looked(mailboxId, used, app.clock.now()));
  for (const [n, copy] of copies.entries()) {
    const one = seen[n];
    const at = one ? await app.store.transaction((tx) => noteSeen(tx, app, copy, one)) : null;
    await remindPlans(app, [{ id: copy.draft.candidacyId, at }]);
  }
  return ok(undefined);
}

const asCopy = ({ draft, messageId, rfc822, place }: DraftCopyRow) => ({
  messageId,
  mark: draftMark(draft),
  rfc822,
  place,
  answers: draft.inReplyTo,
  to: draft.to.address,
  subject: draft.subject,
});

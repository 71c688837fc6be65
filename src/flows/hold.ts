import type { Draft } from "../domain/draft.ts";
import type { DraftId } from "../domain/ids.ts";
import { isPaused } from "../domain/pause.ts";
import { whileMailboxPaused } from "../domain/paused-mailbox.ts";
import type { OutboxRow, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { replan } from "./plan-follow-ups.ts";

/**
 * The approval is spent: the mail is held, and what is due now is planned and shown anew as "they wrote since" (POLICY 3.8, 6.13).
 * `reason`: why, at the end of a sentence, where more is to be said than that they wrote, or a pause; the next digest tells it. Gives false where the mail
 * was not waiting any more.
 */
export async function hold(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "holidays">,
  row: OutboxRow,
  attempt: string | undefined,
  reason?: string,
): Promise<boolean> {
  const draft = row.draftId ? await tx.drafts.get(row.draftId) : null;
  if (!draft) return false;
  const { wordCount } = await tx.candidacies.lock(draft.candidacyId);
  if (!(await tx.outbox.move(row.id, "hold", attempt === undefined ? {} : { attempt }))) return false;
  await tx.followUps.setStatus(draft.followUpId, ["approved"], "planned");
  const person = await tx.people.get(row.personId);
  const wrote = wordCount !== draft.wordCount;
  const { address, pausedAt } = await tx.mailboxes.get(row.mailboxId);
  const why =
    reason ??
    (wrote
      ? "they wrote since you approved it, or you did."
      : isPaused(person.pausedUntil, app.clock.now())
        ? "you paused; it is shown again afterwards."
        : pausedAt !== null
          ? whileMailboxPaused(address)
          : "the candidacy was closed since you approved it.");
  await tx.journal.append({
    personId: row.personId,
    candidacyId: draft.candidacyId,
    at: app.clock.now(),
    type: "held",
    by: "program",
    says: `Not sent to ${row.envelopeTo}: ${why}`,
    data: {
      outbox: row.id,
      draft: draft.id,
      wrote,
      tells: reason !== undefined,
    },
  });
  if (!wrote) await offerAgain(tx, app, draft);
  await replan(tx, app, person, draft.candidacyId);
  return true;
}

/** An outbox row belongs to one draft for ever, so the same text comes back as a new version. */
export const offerAgain = (tx: Tx, app: Pick<App, "clock" | "ids">, draft: Draft): Promise<void> =>
  tx.drafts.insert({ ...draft, id: app.ids.uuid() as DraftId, version: draft.version + 1 }, app.clock.now());

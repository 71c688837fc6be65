import type { SmtpOutcome } from "../domain/outbox.ts";
import { quotedReply } from "../domain/unconfirmed-words.ts";
import type { OutboxRow, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";

/**
 * Writes down an answer of the server that changes nothing any more: a report, a look at Sent or another attempt settled it first (SAFETY R59). A yes
 * where the mail was handed over twice is told, for it may have arrived twice. `row` is as it was before the attempt.
 */
export async function noteLateAnswer(
  tx: Tx,
  app: Pick<App, "clock">,
  row: OutboxRow,
  outcome: SmtpOutcome,
): Promise<void> {
  if (outcome.type === "gate_closed") return;
  const moves = await tx.outbox.moves(row.id);
  const handedOver = moves.filter(({ event }) => event === "transmit").length;
  const mayBeTwice = outcome.type === "accepted" && handedOver > 1;
  const attempt = row.attempts + 1;
  const answer = `The answer to attempt ${attempt} of the mail to ${row.envelopeTo} came when something else had settled it: ${quotedReply(outcome.reply)}.`;
  await tx.journal.append({
    personId: row.personId,
    candidacyId: row.candidacyId,
    at: app.clock.now(),
    type: "late_answer",
    by: "program",
    says: mayBeTwice ? `${answer} They may have the mail twice.` : answer,
    data: { outbox: row.id, attempt, answer: outcome.type, reply: outcome.reply, tells: mayBeTwice },
  });
}

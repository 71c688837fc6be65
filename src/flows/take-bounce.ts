import { noFacts } from "../domain/assessment.ts";
import type { OutboxState } from "../domain/outbox.ts";
import { type Afterwards, keep, nothingMore, type Received } from "./receive-message.ts";
import { replanMany } from "./replan-many.ts";

const mayHaveLeft: ReadonlySet<OutboxState> = new Set(["transmitting", "sent", "unknown", "asked"]);

/** A bounce counts only if it names a mail of ours and its recipient (SAFETY R41); then nothing more goes to that address (POLICY 3.4). */
export async function takeBounce(received: Received): Promise<Afterwards> {
  const { app, tx, person, message, now } = received;
  const { report } = message;
  if (report?.action !== "failed" || !report.originalMessageId) return nothingMore;
  const row = await tx.outbox.byMessageId(person.id, report.originalMessageId);
  if (!row?.candidacyId || row.envelopeTo !== report.recipient.toLowerCase()) return nothingMore;
  // What has not left cannot come back.
  if (!mayHaveLeft.has(row.state)) return nothingMore;
  await tx.candidacies.lock(row.candidacyId);
  const id = await keep(received, {
    direction: "in",
    candidacyId: row.candidacyId,
    human: false,
    assessment: {
      kind: "bounce",
      confidence: 1,
      by: "rules",
      evidence: [`Status: ${report.status}`],
      facts: noFacts,
    },
  });
  if (!id) return nothingMore;
  const ended = await tx.candidacies.endContact(person.id, row.envelopeTo, "bounced");
  await tx.journal.append({
    personId: person.id,
    candidacyId: row.candidacyId,
    at: now,
    type: "bounce",
    by: "program",
    says: `Your mail to ${row.envelopeTo} came back (${report.status}). Nothing more is written there; do you know another address?`,
    evidence: [message.subject, `Status: ${report.status}`],
  });
  const plans = await replanMany(tx, app, person, [...new Set([row.candidacyId, ...ended])]);
  return { plans: [...plans].map(([id, at]) => ({ id, at })), outbox: [], drafts: [] };
}

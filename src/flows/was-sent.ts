import type { MessageRowId } from "../domain/ids.ts";
import type { OutboxRow, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { moveCandidacy, sayOf } from "./move-candidacy.ts";
import { replan } from "./plan-follow-ups.ts";

/**
 * What follows from a mail that left, whoever proved it: the mail itself, its follow-up and the journal in the transaction of the move to
 * "sent", then the next follow-up is planned from it. Written once, however many prove it.
 */
export async function wasSent(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "holidays">,
  row: OutboxRow,
  reply: string,
): Promise<void> {
  const now = app.clock.now();
  const sent = {
    personId: row.personId,
    candidacyId: row.candidacyId,
    at: now,
    type: "sent" as const,
    by: "program" as const,
    data: { outbox: row.id, reply },
  };
  if (!row.draftId || !row.candidacyId) return tx.journal.append({ ...sent, says: "Mailed to you." });
  const [draft, candidacy, person] = await Promise.all([
    tx.drafts.get(row.draftId),
    tx.candidacies.lock(row.candidacyId),
    tx.people.get(row.personId),
  ]);
  if (!draft) return tx.journal.append({ ...sent, says: `Sent to ${row.envelopeTo}.` });
  const isNew = await tx.messages.insert({
    id: app.ids.uuid() as MessageRowId,
    personId: row.personId,
    mailboxId: row.mailboxId,
    identity: `outbox:${row.id}`,
    messageId: row.messageId,
    thread: draft.references,
    direction: "afterword",
    candidacyId: row.candidacyId,
    from: { name: person.name, address: row.envelopeFrom },
    recipients: [draft.to],
    subject: draft.subject,
    text: draft.text,
    at: now,
    receivedAt: now,
    human: true,
    assessment: null,
    outOfOfficeUntil: null,
    asks: null,
  });
  if (!isNew) return;
  const [{ kind }] = await Promise.all([
    tx.followUps.get(draft.followUpId),
    tx.followUps.setStatus(draft.followUpId, ["approved", "planned", "offered", "dropped"], "sent", {
      sentAt: now,
    }),
    tx.journal.append({ ...sent, says: `Sent to ${row.envelopeTo}.` }),
  ]);
  // POLICY 6.8.
  if (kind === "withdraw")
    await moveCandidacy(tx, candidacy, "withdrawn", now, {
      says: sayOf.withdrawn(candidacy),
      evidence: [draft.subject],
      by: "person",
      reason: "withdrawn",
    });
  await replan(tx, app, person, row.candidacyId);
}

import type { CandidacyId, OutboxId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Deciding } from "./decide.ts";
import { wasSent } from "./was-sent.ts";

/** The person's answer to "I could not confirm": the only thing that makes a new attempt, with the same Message-ID (SAFETY section 1, step 7; R4). */
export async function confirmSending(
  { app, tx, person, proof }: Deciding,
  id: OutboxId,
  says: "send_again" | "was_sent",
): Promise<Result<{ candidacyId: CandidacyId | null }, string>> {
  const row = await tx.outbox.get(id);
  if (!row || row.personId !== person.id) return refuse("That mail does not exist.");
  const now = app.clock.now();
  if (row.candidacyId) await tx.candidacies.lock(row.candidacyId);
  const state = await tx.outbox.move(
    id,
    says === "send_again" ? "sendAgain" : "wasSent",
    says === "send_again" ? { notBefore: now } : { sentAt: now },
  );
  if (!state)
    return refuse(row.state === "sent" ? "That mail was sent." : "That question is settled already.");
  await tx.journal.append({
    personId: person.id,
    candidacyId: row.candidacyId,
    at: now,
    type: says === "send_again" ? "approved" : "found",
    by: "person",
    says:
      says === "send_again"
        ? `You asked to send the mail to ${row.envelopeTo} again.`
        : `You said that the mail to ${row.envelopeTo} was sent.`,
    data: { outbox: id, proof },
  });
  if (says === "was_sent") await wasSent(tx, app, row, "the person said so");
  return ok({ candidacyId: row.candidacyId });
}

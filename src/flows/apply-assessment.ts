import type { Assessment } from "../domain/assessment.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import { certaintyOf } from "../domain/certainty.ts";
import type { MessageRowId } from "../domain/ids.ts";
import { canBeWrittenTo } from "../domain/recipient.ts";
import { spokenDate } from "../domain/spoken.ts";
import { registrable } from "../understanding/domains.ts";
import { applyInterview } from "./apply-interview.ts";
import { questionOf, sentenceOf } from "./kind-in-words.ts";
import { eventOf, moveCandidacy, sayOf, stoodLate } from "./move-candidacy.ts";
import type { Received } from "./receive-message.ts";

/** Draws what follows from a mail that belongs to the candidacy: contacts, promise, interview, state, each with its journal row. */
export async function applyAssessment(
  received: Received,
  assessment: Assessment,
  candidacy: Candidacy,
  messageId: MessageRowId,
): Promise<void> {
  const { tx, person, message, now } = received;
  const { facts, kind } = assessment;
  await tx.journal.append({
    personId: person.id,
    candidacyId: candidacy.id,
    at: now,
    type: "message",
    by: "employer",
    says: `${message.from?.name || message.from?.address || "Someone"} wrote: ${sentenceOf[kind]}.`,
    evidence: assessment.evidence,
    data: {
      message: messageId,
      kind,
      confidence: assessment.confidence,
      by: assessment.by,
      proof: message.proof.evidence,
    },
  });
  await rememberContacts(received, assessment, candidacy);
  if (kind === "auto_reply" && facts.leftCompany && message.from) {
    await tx.candidacies.endContact(candidacy.id, message.from.address, "left_company");
  }
  if (facts.promise && kind !== "auto_reply") await rememberPromise(received, facts.promise, candidacy);
  await applyInterview(received, assessment, candidacy);
  await applyState(received, assessment, candidacy, messageId);
  if (!candidacy.role && facts.role) await tx.candidacies.update(candidacy.id, { role: facts.role });
}

async function applyState(
  received: Received,
  assessment: Assessment,
  before: Candidacy,
  messageId: MessageRowId,
): Promise<void> {
  const { tx, now } = received;
  const certainty = certaintyOf(assessment);
  if (certainty === "asks") return askWhether(received, assessment, before, messageId);
  if (certainty === "nothing") return;
  const event = eventOf(
    assessment.kind,
    before,
    await stoodLate(tx, before, now, assessment.facts.finalStage),
  );
  if (!event) return;
  await moveCandidacy(tx, before, event, now, {
    says: sayOf[event](before),
    evidence: assessment.evidence,
    by: "employer",
    reason: assessment.facts.roleCancelled ? "role_cancelled" : "rejected",
  });
}

async function askWhether(
  { tx, person, message, now }: Received,
  assessment: Assessment,
  candidacy: Candidacy,
  messageId: MessageRowId,
): Promise<void> {
  await tx.messages.setQuestion(messageId, true);
  await tx.journal.append({
    personId: person.id,
    candidacyId: candidacy.id,
    at: now,
    type: "asked",
    by: "program",
    says: `I am not sure what ${message.from?.address ?? "this mail"} means: ${sentenceOf[questionOf(assessment.kind)]}?`,
    evidence: assessment.evidence,
    data: { kind: assessment.kind, confidence: assessment.confidence },
  });
}

/** Who may be written to: everyone in an authenticated mail of this candidacy at the sender's own registrable domain (POLICY 6.6, SAFETY R38). */
async function rememberContacts(
  { tx, person, message }: Received,
  assessment: Assessment,
  candidacy: Candidacy,
): Promise<void> {
  const domain = message.proof.domain;
  if (!domain || assessment.kind === "auto_reply" || assessment.kind === "bounce") return;
  const named = assessment.facts.people.flatMap(({ name, address }) => (address ? [{ name, address }] : []));
  const all = [...(message.from ? [message.from] : []), ...message.to, ...message.cc, ...named];
  for (const { name, address } of all) {
    if (address === person.address || registrable(address) !== domain) continue;
    if (!canBeWrittenTo(address)) continue;
    await tx.candidacies.addContact({ candidacyId: candidacy.id, name, address });
  }
}

async function rememberPromise(
  { tx, person, message, now }: Received,
  promise: NonNullable<Assessment["facts"]["promise"]>,
  candidacy: Candidacy,
): Promise<void> {
  await tx.candidacies.addPromise(candidacy.id, { madeAt: message.date, ...promise });
  await tx.journal.append({
    personId: person.id,
    candidacyId: candidacy.id,
    at: now,
    type: "promise",
    by: "employer",
    says: `They promised word by ${spokenDate(promise.due, message.date.toZonedDateTimeISO(person.zone).toPlainDate())}.`,
    evidence: [promise.quote],
  });
}

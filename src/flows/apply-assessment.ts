import { type Assessment, type Kind, notHuman, type PromiseFact } from "../domain/assessment.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import { certaintyOf } from "../domain/certainty.ts";
import type { MessageRowId } from "../domain/ids.ts";
import { kindWords, questionOf } from "../domain/kind-words.ts";
import { spokenDate } from "../domain/spoken.ts";
import { applyInterview } from "./apply-interview.ts";
import type { Applying } from "./applying.ts";
import { contactLeft } from "./contact-left.ts";
import { flagNonNegotiables } from "./flag-non-negotiables.ts";
import { eventOf, moveCandidacy, sayOf, stoodLate } from "./move-candidacy.ts";
import { noteEmployer } from "./note-employer.ts";
import { rememberContacts } from "./remember-contacts.ts";

/** Writes down what a mail of the candidacy means, and draws what follows from it, each with its journal row. */
export async function applyAssessment(
  applying: Applying,
  assessment: Assessment,
  candidacy: Candidacy,
  messageId: MessageRowId,
): Promise<void> {
  const { tx, person, message, now } = applying;
  await tx.journal.append({
    personId: person.id,
    candidacyId: candidacy.id,
    at: now,
    type: "message",
    by: "employer",
    says: `${message.from?.name || message.from?.address || "Someone"} wrote: ${kindWords[assessment.kind].tells}.`,
    evidence: assessment.evidence,
    data: {
      message: messageId,
      kind: assessment.kind,
      confidence: assessment.confidence,
      by: assessment.by,
      proof: message.proof.evidence,
    },
  });
  await drawEffects(applying, assessment, candidacy, messageId);
}

/** What follows from a mail that belongs to the candidacy: contacts, promise, interview, state, what it shows of the employer. `repair`: the person's correction that it is a part of. */
export async function drawEffects(
  applying: Applying,
  assessment: Assessment,
  candidacy: Candidacy,
  messageId: MessageRowId,
  repair?: string,
): Promise<void> {
  const { tx } = applying;
  const { facts, kind } = assessment;
  await rememberContacts(applying, assessment, candidacy);
  if (kind === "auto_reply" && facts.leftCompany) await contactLeft(applying, candidacy, messageId);
  if (facts.promise && promising(kind)) await rememberPromise(applying, facts.promise, candidacy, messageId);
  // Where the person says that it is something else, a time in it is no interview's.
  if (assessment.by !== "person" || kind.startsWith("interview_"))
    await applyInterview(applying, assessment, candidacy, messageId);
  await applyState(applying, assessment, candidacy, messageId, repair);
  if (!candidacy.role && facts.role) await tx.candidacies.update(candidacy.id, { role: facts.role });
  await noteEmployer(applying, kind, candidacy, messageId);
  await flagNonNegotiables(applying, kind, candidacy, messageId);
}

/** What no human of theirs said binds nobody, and nobody is waited for after a no. */
const promising = (kind: Kind): boolean =>
  kind === "application_received" ||
  !(notHuman.has(kind) || kind === "rejection" || kind === "offer_withdrawn");

async function applyState(
  applying: Applying,
  assessment: Assessment,
  before: Candidacy,
  messageId: MessageRowId,
  repair: string | undefined,
): Promise<void> {
  const { tx, now, proof } = applying;
  const isPersons = assessment.by === "person";
  const certainty = isPersons ? "acts" : certaintyOf(assessment);
  if (certainty === "asks") return askWhether(applying, assessment, before, messageId);
  if (certainty === "nothing") return;
  const event = eventOf(
    assessment.kind,
    before,
    await stoodLate(tx, before, now, assessment.facts.finalStage),
  );
  if (!event) return;
  if (event === "offered") await keepDeadline(applying, assessment, before);
  await moveCandidacy(tx, before, event, now, {
    says: sayOf[event](before),
    evidence: assessment.evidence,
    by: isPersons ? "person" : "employer",
    reason: assessment.facts.roleCancelled ? "role_cancelled" : "rejected",
    message: messageId,
    repair,
    proof: isPersons ? proof : undefined,
  });
}

/** The last day on which their offer can be accepted; a second mail about the same offer may leave it out (POLICY 1 decision_request). */
async function keepDeadline(
  { tx }: Applying,
  { facts }: Assessment,
  { id, state }: Candidacy,
): Promise<void> {
  const isNew = state !== "offered" && state !== "accepted";
  if (isNew || facts.offerDeadline) await tx.candidacies.update(id, { offerDeadline: facts.offerDeadline });
}

async function askWhether(
  { tx, person, message, now }: Applying,
  assessment: Assessment,
  candidacy: Candidacy,
  messageId: MessageRowId,
): Promise<void> {
  await tx.messages.ask(messageId, "kind", candidacy.id);
  await tx.journal.append({
    personId: person.id,
    candidacyId: candidacy.id,
    at: now,
    type: "asked",
    by: "program",
    says: `I am not sure what ${message.from?.address ?? "this mail"} means: ${kindWords[questionOf(assessment.kind)].tells}?`,
    evidence: assessment.evidence,
    data: { kind: assessment.kind, confidence: assessment.confidence },
  });
}

async function rememberPromise(
  { tx, person, message, now }: Applying,
  promise: PromiseFact,
  candidacy: Candidacy,
  messageId: MessageRowId,
): Promise<void> {
  await tx.candidacies.addPromise(candidacy.id, { madeAt: message.date, messageId, ...promise });
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

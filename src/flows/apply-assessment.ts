import type { Temporal } from "temporal-polyfill";
import type { Assessment, Kind } from "../domain/assessment.ts";
import {
  type Candidacy,
  type CandidacyEventType,
  type CloseReason,
  isLateStage,
  move,
} from "../domain/candidacy.ts";
import type { MessageRowId } from "../domain/ids.ts";
import { isOver } from "../domain/interview.ts";
import { canBeWrittenTo } from "../domain/recipient.ts";
import type { Tx } from "../ports/store.ts";
import { registrable } from "../understanding/domains.ts";
import { applyInterview } from "./apply-interview.ts";
import type { Received } from "./receive-message.ts";

/** Closing, offers and withdrawals need more than opening (DESIGN section 5): below this the person is asked and nothing changes. */
const sureEnough: Partial<Record<Kind, number>> = {
  rejection: 0.85,
  no_for_now: 0.85,
  offer: 0.9,
  offer_withdrawn: 0.9,
};
/** A mail that may be a no, but not surely enough to act, is asked about from this confidence on. */
const worthAsking = 0.5;

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

export const sentenceOf: Readonly<Record<Kind, string>> = {
  application_received: "the application has arrived",
  interview_invitation: "an invitation to an interview",
  interview_confirmed: "the interview is confirmed",
  interview_rescheduled: "the interview moves",
  interview_cancelled: "the interview is cancelled",
  info_request: "they ask something of you",
  assessment: "they ask for a task or test",
  holding: "no news yet",
  rejection: "a no",
  no_for_now: "not now, perhaps later",
  offer: "an offer",
  offer_withdrawn: "the offer is withdrawn",
  auto_reply: "an automatic reply",
  bounce: "a mail came back",
  recruiter_outreach: "a recruiter's first approach",
  newsletter_job_alert: "a newsletter",
  unrelated: "something else",
};

async function applyState(
  received: Received,
  assessment: Assessment,
  before: Candidacy,
  messageId: MessageRowId,
): Promise<void> {
  const { tx, now } = received;
  if (mayBeANo(assessment)) return askWhether(received, assessment, before, messageId);
  const needed = sureEnough[assessment.kind];
  if (needed !== undefined && assessment.confidence < needed) {
    if (assessment.confidence >= worthAsking) await askWhether(received, assessment, before, messageId);
    return;
  }
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

/** Only the tone says no: the person is asked, nothing changes (DESIGN section 5). */
const mayBeANo = ({ kind, facts }: Assessment): boolean =>
  kind === "holding" && facts.ambiguous.includes("may be a no");

/** What the question of an unsure mail is about. */
export const questionOf = (kind: Kind): Kind => (kind === "holding" ? "rejection" : kind);

export async function stoodLate(
  tx: Tx,
  candidacy: Candidacy,
  now: Temporal.Instant,
  finalStage = false,
): Promise<boolean> {
  const held = (await tx.candidacies.interviews(candidacy.id)).filter((interview) => isOver(interview, now));
  return isLateStage(held.length, finalStage || held.some((interview) => interview.finalStage));
}

/** What a kind of mail does to a candidacy in its present state; null: nothing. `late` is whether it stood at a late stage (POLICY 6.7). */
export function eventOf(kind: Kind, candidacy: Candidacy, late: boolean): CandidacyEventType | null {
  switch (kind) {
    case "interview_invitation":
    case "interview_confirmed":
    case "interview_rescheduled":
      return "invited";
    case "rejection":
      return candidacy.state === "closed" ? null : late ? "not_now" : "rejected";
    case "no_for_now":
      return candidacy.state === "closed" ? null : "not_now";
    case "offer":
      return "offered";
    case "offer_withdrawn":
      return "offer_withdrawn";
    case "info_request":
    case "assessment":
    case "holding":
      return candidacy.state === "closed" ? "employer_wrote" : null;
    default:
      return null;
  }
}

export const sayOf: Readonly<Record<CandidacyEventType, (candidacy: Candidacy) => string>> = {
  invited: (c) =>
    c.state === "closed" || c.state === "keeping_in_touch"
      ? `${c.employer}: reopened by a new invitation.`
      : `${c.employer}: an interview is coming.`,
  interviews_over: (c) => `${c.employer}: the interviews are over.`,
  rejected: (c) => `${c.employer}: closed, they said no.`,
  not_now: (c) => `${c.employer}: a no that leaves the door open; keeping in touch.`,
  offered: (c) =>
    c.state === "closed" ? `${c.employer}: reopened by an offer.` : `${c.employer}: an offer.`,
  offer_withdrawn: (c) => `${c.employer}: closed, the offer was withdrawn.`,
  accepted: (c) => `${c.employer}: accepted.`,
  signed: (c) => `${c.employer}: signed.`,
  no_reply: (c) => `${c.employer}: closed, no reply.`,
  withdrawn: (c) => `${c.employer}: closed, you withdrew.`,
  closed_by_person: (c) => `${c.employer}: closed by you.`,
  employer_wrote: (c) => `${c.employer}: reopened, they wrote again.`,
};

/** Moves a candidacy along its table, with its journal row. A move that the table refuses, or that leads nowhere new, changes nothing. */
export async function moveCandidacy(
  tx: Tx,
  candidacy: Candidacy,
  event: CandidacyEventType,
  now: Temporal.Instant,
  told: { says: string; evidence: readonly string[]; by: "employer" | "person"; reason: CloseReason },
): Promise<boolean> {
  const state = move(candidacy, event);
  if (!state || state === candidacy.state) return false;
  const closes = state === "closed";
  await tx.candidacies.update(candidacy.id, {
    state,
    closeReason: closes ? told.reason : null,
    ...(closes || state === "keeping_in_touch" ? { stateBefore: candidacy.state } : {}),
  });
  await tx.journal.append({
    personId: candidacy.personId,
    candidacyId: candidacy.id,
    at: now,
    type: "moved",
    by: told.by,
    says: told.says,
    evidence: told.evidence,
    data: { from: candidacy.state, to: state, event, reasonBefore: candidacy.closeReason },
  });
  return true;
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
    says: `They promised word by ${promise.due.toString()}.`,
    evidence: [promise.quote],
  });
}

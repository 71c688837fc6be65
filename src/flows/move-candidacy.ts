import type { Temporal } from "temporal-polyfill";
import type { Proof } from "../domain/approval.ts";
import type { Kind } from "../domain/assessment.ts";
import {
  type Candidacy,
  type CandidacyEventType,
  type CloseReason,
  isLateStage,
  move,
} from "../domain/candidacy.ts";
import type { MessageRowId } from "../domain/ids.ts";
import { isOver } from "../domain/interview.ts";
import type { Tx } from "../ports/store.ts";

/** Whether it has come so far that a no leaves the door open (POLICY 6.7). */
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
  not_now: (c) => `${c.employer}: keeping in touch, for they said no and left the door open.`,
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

/** Where it stood before it was closed is kept when it goes from there to keeping in touch, and back. */
const isParked = ({ state }: Candidacy): boolean => state === "closed" || state === "keeping_in_touch";

/** Moves a candidacy along its table, with its journal row. A move that the table refuses, or that leads nowhere new, changes nothing. */
export async function moveCandidacy(
  tx: Tx,
  candidacy: Candidacy,
  event: CandidacyEventType,
  now: Temporal.Instant,
  told: {
    says: string;
    evidence: readonly string[];
    by: "employer" | "person" | "clock";
    /** Why it closes; null for an event that closes nothing. */
    reason: CloseReason | null;
    /** How a decision of the person was proven to be theirs. */
    proof?: Proof | undefined;
    /** The mail that caused it. */
    message?: MessageRowId;
    /** The repair that it is a part of, and is taken back with. */
    repair?: string | undefined;
  },
): Promise<boolean> {
  const state = move(candidacy, event);
  if (!state || state === candidacy.state) return false;
  const closes = state === "closed";
  await tx.candidacies.update(candidacy.id, {
    state,
    closeReason: closes ? told.reason : null,
    ...((closes || state === "keeping_in_touch") && !isParked(candidacy)
      ? { stateBefore: candidacy.state }
      : {}),
  });
  await tx.journal.append({
    personId: candidacy.personId,
    candidacyId: candidacy.id,
    at: now,
    type: "moved",
    by: told.by,
    says: told.says,
    evidence: told.evidence,
    data: {
      from: candidacy.state,
      to: state,
      event,
      reason: closes ? told.reason : null,
      reasonBefore: candidacy.closeReason,
      message: told.message,
      repair: told.repair,
      proof: told.proof,
    },
  });
  return true;
}

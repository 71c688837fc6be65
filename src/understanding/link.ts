import type { Assessment, Kind } from "../domain/assessment.ts";
import type { CandidacyId } from "../domain/ids.ts";
import type { Message } from "../domain/message.ts";
import type { LinkCandidate } from "../domain/thread.ts";
import { answersOurs, belongs, claims } from "./belonging.ts";
import { calendarUids } from "./calendar/calendar.ts";
import { rolesContradict } from "./who/roles.ts";

/** Where a mail belongs; `why` is a sentence for the journal. */
export type Link =
  | { readonly type: "joins"; readonly id: CandidacyId; readonly why: string }
  | { readonly type: "opens"; readonly why: string }
  | { readonly type: "possibly_related"; readonly id: CandidacyId | null; readonly why: string }
  | { readonly type: "nothing" };

const opening: ReadonlySet<Kind> = new Set<Kind>([
  "application_received",
  "interview_invitation",
  "interview_confirmed",
  "interview_rescheduled",
  "info_request",
  "assessment",
  "offer",
]);
/** Below this the person is asked whether a candidacy begins. */
const sureToOpen = 0.6;
const outside: ReadonlySet<Kind> = new Set<Kind>(["unrelated", "newsletter_job_alert", "recruiter_outreach"]);

/**
 * Joins a mail to a candidacy (POLICY 6.14, SAFETY R39): by thread or interview, or by employer and role; always only from a sender who
 * belongs. A stranger with a forged In-Reply-To is possibly related, which changes nothing.
 */
export function link(message: Message, assessment: Assessment, candidates: readonly LinkCandidate[]): Link {
  const answered = new Set([...message.inReplyTo, ...message.references]);
  const uids = new Set(calendarUids(message));
  const threaded = candidates.filter(
    (each) =>
      each.threadIds.some((id) => answered.has(id)) ||
      each.weWrote.some((id) => answered.has(id)) ||
      each.interviewUids.some((uid) => uids.has(uid)),
  );
  const near = threaded.length > 1 ? narrowed(threaded, assessment, answered, uids) : threaded;
  const [one] = near;
  if (one !== undefined)
    return near.length === 1
      ? joinsThread(message, assessment, one, answered)
      : { type: "possibly_related", id: null, why: "Its thread belongs to several candidacies." };
  return byEmployer(message, assessment, candidates);
}

function joinsThread(
  message: Message,
  assessment: Assessment,
  candidate: LinkCandidate,
  answered: ReadonlySet<string>,
): Link {
  const belonging = belongs(message, assessment, candidate, answered);
  const address = message.from?.address ?? "an unknown sender";
  return belonging === null
    ? {
        type: "possibly_related",
        id: candidate.id,
        why: `It stands in the thread with ${candidate.employer}, but ${address} was not proven to belong there.`,
      }
    : {
        type: "joins",
        id: candidate.id,
        why: `It stands in the thread with ${candidate.employer}, and ${belonging}.`,
      };
}

/** Several candidacies share the thread: what the person wrote, the interview or the role tells which one. */
function narrowed(
  threaded: readonly LinkCandidate[],
  assessment: Assessment,
  answered: ReadonlySet<string>,
  uids: ReadonlySet<string>,
): readonly LinkCandidate[] {
  const byEvent = threaded.filter((each) => each.interviewUids.some((uid) => uids.has(uid)));
  if (byEvent.length === 1) return byEvent;
  const byRole = threaded.filter(
    (each) =>
      each.role !== null &&
      assessment.facts.role !== null &&
      !rolesContradict(each.role, assessment.facts.role),
  );
  if (byRole.length === 1) return byRole;
  const byOurs = threaded.filter((each) => answersOurs(each, answered));
  return byOurs.length === 1 ? byOurs : threaded;
}

/** Without a thread: a proven sender, the employer by domain or name, and a role that does not contradict. Two roles at one employer stay apart. */
function byEmployer(message: Message, assessment: Assessment, candidates: readonly LinkCandidate[]): Link {
  const none = new Set<string>();
  const claimed = candidates.filter((each) => claims(message, assessment, each));
  const proven = claimed.filter((each) => belongs(message, assessment, each, none) !== null);
  const fitting = proven.filter((each) => !rolesContradict(each.role, assessment.facts.role));
  if (outside.has(assessment.kind)) return human(message, fitting);
  const exact = fitting.filter((each) => each.role !== null && assessment.facts.role !== null);
  const open = fitting.filter((each) => each.state !== "closed");
  const chosen = [exact, fitting, open].find((group) => group.length === 1)?.[0];
  if (chosen !== undefined) {
    const why = belongs(message, assessment, chosen, none) ?? "";
    return {
      type: "joins",
      id: chosen.id,
      why: `Employer${assessment.facts.role === null ? "" : " and role"} fit ${chosen.employer}, and ${why}.`,
    };
  }
  if (fitting.length > 1)
    return { type: "possibly_related", id: null, why: "Several candidacies at this employer fit it." };
  const rival = claimed[0];
  if (rival !== undefined && proven.length === 0)
    return {
      type: "possibly_related",
      id: claimed.length === 1 ? rival.id : null,
      why: `It claims to come from ${rival.employer}, but the sender was not proven (${message.proof.evidence}).`,
    };
  if (!opening.has(assessment.kind))
    return proven.length > 0
      ? { type: "possibly_related", id: null, why: "The employer is known, the role is not." }
      : { type: "nothing" };
  if (!message.proof.aligned)
    return {
      type: "possibly_related",
      id: null,
      why: `It would open a candidacy, but the sender was not proven (${message.proof.evidence}).`,
    };
  if (assessment.facts.employer === null)
    return { type: "possibly_related", id: null, why: "It would open a candidacy, but names no employer." };
  if (assessment.confidence < sureToOpen)
    return {
      type: "possibly_related",
      id: null,
      why: "It may open a candidacy, but what it means is not sure.",
    };
  return {
    type: "opens",
    why: `First word of ${assessment.facts.employer}${assessment.facts.role === null ? "" : ` about ${assessment.facts.role}`} (${message.proof.evidence}).`,
  };
}

/** A known contact's words that no rule understands are theirs all the same; other mail of the domain is not. */
function human(message: Message, fitting: readonly LinkCandidate[]): Link {
  const [one, ...more] = fitting.filter(
    (each) => message.from !== null && each.addresses.includes(message.from.address),
  );
  return one === undefined || more.length > 0
    ? { type: "nothing" }
    : {
        type: "possibly_related",
        id: one.id,
        why: `${message.from?.address ?? ""} is a known contact, and what this means was not understood.`,
      };
}

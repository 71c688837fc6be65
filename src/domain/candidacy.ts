import type { Temporal } from "temporal-polyfill";
import type { CandidacyId, PersonId } from "./ids.ts";
import type { OwnPreferences } from "./preferences.ts";

/**
 * Where a candidacy stands, and who moves it on:
 * `applied`: the employer, by inviting. `interviewing`: both, until the last known interview has ended.
 * `awaiting_decision`: the employer, by deciding. `offered`: the person, by answering. `accepted`: both, by signing.
 * `signed`: nobody; it is done. `closed`: only a new word of the employer, or the person. `keeping_in_touch`: either, when there is an occasion.
 */
export const candidacyStates = [
  "applied",
  "interviewing",
  "awaiting_decision",
  "offered",
  "accepted",
  "signed",
  "closed",
  "keeping_in_touch",
] as const;
export type CandidacyState = (typeof candidacyStates)[number];
export const closeReasons = ["rejected", "no_reply", "withdrawn", "role_cancelled"] as const;
export type CloseReason = (typeof closeReasons)[number];
export const employerSizes = ["small", "large", "public sector", "agency", "charity", "unknown"] as const;
export type EmployerSize = (typeof employerSizes)[number];

export const candidacyEvents = [
  "invited",
  "interviews_over",
  "rejected",
  "not_now",
  "offered",
  "offer_withdrawn",
  "accepted",
  "signed",
  "no_reply",
  "withdrawn",
  "closed_by_person",
  "employer_wrote",
] as const;
export type CandidacyEventType = (typeof candidacyEvents)[number];

/** Every move (DESIGN section 5). A missing state does not compile; an empty cell is a refusal. "back" means: where it stood before it was closed. */
const moves: Record<CandidacyState, Partial<Record<CandidacyEventType, CandidacyState | "back">>> = {
  applied: {
    invited: "interviewing",
    rejected: "closed",
    not_now: "keeping_in_touch",
    offered: "offered",
    withdrawn: "closed",
    closed_by_person: "closed",
  },
  interviewing: {
    invited: "interviewing",
    interviews_over: "awaiting_decision",
    rejected: "closed",
    not_now: "keeping_in_touch",
    offered: "offered",
    no_reply: "closed",
    withdrawn: "closed",
    closed_by_person: "closed",
  },
  awaiting_decision: {
    invited: "interviewing",
    rejected: "closed",
    not_now: "keeping_in_touch",
    offered: "offered",
    no_reply: "closed",
    withdrawn: "closed",
    closed_by_person: "closed",
  },
  offered: {
    invited: "offered",
    offered: "offered",
    accepted: "accepted",
    offer_withdrawn: "closed",
    rejected: "closed",
    withdrawn: "closed",
    closed_by_person: "closed",
  },
  accepted: {
    signed: "signed",
    offer_withdrawn: "closed",
    rejected: "closed",
    withdrawn: "closed",
    closed_by_person: "closed",
  },
  signed: { offer_withdrawn: "closed" },
  closed: { invited: "interviewing", offered: "offered", employer_wrote: "back" },
  keeping_in_touch: {
    invited: "interviewing",
    offered: "offered",
    rejected: "keeping_in_touch",
    not_now: "keeping_in_touch",
    withdrawn: "closed",
    closed_by_person: "closed",
  },
};

export type Candidacy = {
  readonly id: CandidacyId;
  readonly personId: PersonId;
  /** Small number a person can type, unique per person, never reused. */
  readonly number: number;
  readonly employer: string;
  readonly employerDomain: string | null;
  readonly role: string | null;
  readonly state: CandidacyState;
  readonly closeReason: CloseReason | null;
  /** State before the last close, for reopening "where it stood" (POLICY 6.8). */
  readonly stateBefore: CandidacyState | null;
  readonly size: EmployerSize;
  readonly sizeBy: "rules" | "person";
  /** ISO 3166-1 alpha-2, or 3166-2 where the region is known ("DE-BY"); null: the person's country counts (POLICY 6.16). */
  readonly country: string | null;
  /** IANA zone, or null: the person's zone counts. */
  readonly zone: string | null;
  /** Counts every mail of either side; a draft made at another count is stale (SAFETY R14). */
  readonly wordCount: number;
  readonly openedAt: Temporal.Instant;
  /** The last day on which their offer can be accepted, where it is known. */
  readonly offerDeadline: Temporal.PlainDate | null;
  /** What the plans of the person's other candidacies took it for when they were last made (see `weightOf`). */
  readonly weighs?: string | null;
  /** "2 no more": nothing leaves for it any more. */
  readonly noMore?: boolean;
  /** What the person wants otherwise here than everywhere. */
  readonly preferences: OwnPreferences;
  /** Whence size, country and zone are known, one sentence each (POLICY 4, 6.16). */
  readonly reading: Readonly<Record<string, string>>;
  /** The candidacy that this one turned out to be the same as: it stands closed and takes no more mail. */
  readonly mergedInto?: CandidacyId | null;
};

/** Gives the state after the event, or null when the table has no such move. */
export function move(
  candidacy: Pick<Candidacy, "state" | "stateBefore">,
  event: CandidacyEventType,
): CandidacyState | null {
  const next = moves[candidacy.state][event];
  if (next === undefined) return null;
  return next === "back" ? (candidacy.stateBefore ?? "awaiting_decision") : next;
}

/** A rejection after a late stage keeps the door open (DESIGN section 5, POLICY 6.7). Late stage: the second interview or later, or one called final. */
export const isLateStage = (heldInterviews: number, finalStage: boolean): boolean =>
  heldInterviews >= 2 || (finalStage && heldInterviews >= 1);

/** What the plans of the other candidacies take it for: an offer that waits until some day, one that is accepted, a contract; null: nothing. */
export function weightOf({
  state,
  offerDeadline,
}: Pick<Candidacy, "state" | "offerDeadline">): string | null {
  if (state === "offered") return `offered until ${offerDeadline?.toString() ?? "some day"}`;
  return state === "accepted" || state === "signed" ? state : null;
}

/** As it is named to the person: "Fairholm Bakery, Office Manager". */
export const candidacyInWords = ({ employer, role }: Pick<Candidacy, "employer" | "role">): string =>
  role ? `${employer}, ${role}` : employer;

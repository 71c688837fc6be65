import type { Temporal } from "temporal-polyfill";
import type { Kind } from "./assessment.ts";
import type { Candidacy, CandidacyState } from "./candidacy.ts";
import type { CandidacyId, InterviewId } from "./ids.ts";
import type { Contact, Interview } from "./interview.ts";
import type { Preferences } from "./preferences.ts";
import type { Manner, WorkingCalendar } from "./working-time.ts";

/** Kinds of mail that this program writes (POLICY section 1), each with its manner: courtesies and chases (POLICY 6, "Words"). */
export const mannerOf = {
  stage_question: "courtesy",
  thank_you: "courtesy",
  check_in: "chase",
  decision_request: "chase",
  breakup: "chase",
  graceful_no: "courtesy",
  keep_in_touch: "chase",
  direct_line: "chase",
  withdraw: "courtesy",
} as const satisfies Record<string, Manner>;
export type FollowUpKind = keyof typeof mannerOf;

/** A mail that should be written. */
export type FollowUp = {
  /** Stable name within its candidacy: the same reason planned anew keeps its key, another reason gets another. */
  readonly key: string;
  readonly kind: FollowUpKind;
  /** 1 or 2 for check-ins, 1 to 6 for keep_in_touch, else 1. */
  readonly ordinal: number;
  readonly interviewId: InterviewId | null;
  /** From then on it may stand in a digest. A Friday interview's thank-you is offered on Saturday and due on Monday (POLICY 6.2). */
  readonly offerFrom: Temporal.Instant;
  /** When it may leave at the earliest: inside the sending hours of the recipient on a working day. */
  readonly dueAt: Temporal.Instant;
  /** From then on it is no longer offered (POLICY 6.17). */
  readonly staleAt: Temporal.Instant;
  /** Null: "no one to write to" (POLICY 3.5). */
  readonly to: { readonly name: string; readonly address: string } | null;
  /** One sentence a person understands. */
  readonly reason: string;
  /** The row of POLICY that made it, for example "POLICY 1 check_in 1, promised date". */
  readonly rule: string;
  /** True for a keep_in_touch without anything to write about: the person is asked for an occasion, and nothing is drafted (POLICY 1). */
  readonly needsOccasion?: boolean;
};

/** How a follow-up ended or stands, from the store; keyed like FollowUp. */
export type FollowUpRecord = {
  readonly key: string;
  readonly kind: FollowUpKind;
  readonly status: "planned" | "offered" | "approved" | "sent" | "skipped" | "dropped";
  readonly to: string | null;
  /** Instant of the sending, for `sent`. */
  readonly sentAt: Temporal.Instant | null;
  /** Set by `later`: not offered before this local date of the person. */
  readonly notBefore: Temporal.PlainDate | null;
};

/** One mail of either side, as the policy sees it. */
export type Word = {
  readonly at: Temporal.Instant;
  /** `afterword`: sent by this program with the person's approval; `hand`: by the person themselves. */
  readonly from: "employer" | "hand" | "afterword";
  /** False for acknowledgements, auto-replies and the like; always true for the person. */
  readonly human: boolean;
  /** The other side's addresses: the sender of an employer's mail, the recipients of the person's. */
  readonly addresses: readonly string[];
  /** Where an employer's mail asks for answers (Reply-To); absent: nowhere else than its sender. */
  readonly answersTo?: readonly string[];
  /** The return date (first day back) when this is an out-of-office. */
  readonly outOfOfficeUntil: Temporal.PlainDate | "unknown" | null;
  /** What an employer's mail means; absent or null for the person's own. */
  readonly kind?: Kind | null;
  /** The sentence in which an employer's mail asks something of the person; absent or null: nothing is asked. */
  readonly asks?: string | null;
  /** True for an employer's mail that tells how many stages there are, or which come next. */
  readonly tellsStages?: boolean;
};

export type PromiseOnRecord = {
  readonly madeAt: Temporal.Instant;
  readonly due: Temporal.PlainDate;
  readonly quote: string;
  readonly silenceIsNo: boolean;
};

/** Something true to write about to an employer one keeps in touch with (POLICY 1, "An occasion"). */
export type Occasion = {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly says: string;
  readonly by: "person" | "mail";
  /** The role of a vacancy notice of theirs, which is worth a direct line; null for other news. */
  readonly vacancy: string | null;
};

/** What the person said about this candidacy that the policy must know. */
export type Wishes = {
  /** "2 no more": nothing is proposed for it any more. */
  readonly noMore: boolean;
  /** "3 every 10 days" in W: takes the place of every waiting time between two mails. */
  readonly every: number | null;
  /** "break up ABC", when it was said. */
  readonly breakupAskedAt: Temporal.Instant | null;
  /** A note of the person tells how many stages there are. */
  readonly stagesTold: boolean;
};

/** What the person's other candidacies mean for this one. */
export type Elsewhere = {
  /** Offers that stand elsewhere, with the last day on which they can be accepted where it is known. */
  readonly offers: readonly {
    readonly candidacyId: CandidacyId;
    readonly employer: string;
    readonly at: Temporal.Instant;
    readonly deadline: Temporal.PlainDate | null;
    /** Accepted is not signed: they are not asked any more, and not let go either. */
    readonly isAccepted: boolean;
  }[];
  /** Where the person has signed. */
  readonly signed: {
    readonly candidacyId: CandidacyId;
    readonly employer: string;
    readonly at: Temporal.Instant;
  } | null;
  /** Starts of interviews elsewhere that were not cancelled, in candidacies that have not ended. */
  readonly interviews: readonly Temporal.Instant[];
  /** Chases elsewhere that have left or are approved, for the caps (POLICY 3.6, 6.3). */
  readonly chases: readonly {
    readonly to: string;
    readonly at: Temporal.Instant;
    readonly sameEmployer: boolean;
    /** False while it is only approved. */
    readonly hasLeft: boolean;
  }[];
  /** When elder candidacies are to be kept in touch with, and when a mail that keeps in touch has left for any (POLICY 1: no two land on a day). */
  readonly keepInTouchAt: readonly Temporal.Instant[];
};

/** Everything that the policy may know of one candidacy. The order of the lists means nothing. */
export type CandidacyFacts = {
  readonly candidacy: Candidacy;
  /** IANA zone of the person: digests and `later` count in local dates there. */
  readonly personZone: string;
  /** The person's own addresses, of every mailbox and alias, lower case; never written to. Absent: none is known. */
  readonly own?: readonly string[];
  /** When the person last reopened it (`reopen 3`, `undo 1`): the waiting starts again from there. Absent: never. */
  readonly reopenedAt?: Temporal.Instant;
  /** `pause`: nothing is proposed before this instant. Absent or null: no pause. */
  readonly pausedUntil?: Temporal.Instant | null;
  readonly interviews: readonly Interview[];
  readonly promises: readonly PromiseOnRecord[];
  readonly words: readonly Word[];
  readonly contacts: readonly Contact[];
  readonly history: readonly FollowUpRecord[];
  readonly occasions: readonly Occasion[];
  readonly wishes: Wishes;
  readonly elsewhere: Elsewhere;
};

export const noWishes: Wishes = { noMore: false, every: null, breakupAskedAt: null, stagesTold: false };
export const nothingElsewhere: Elsewhere = {
  offers: [],
  signed: null,
  interviews: [],
  chases: [],
  keepInTouchAt: [],
};

/** What follows for one candidacy: mails to write, and when it closes by silence (POLICY 1 breakup, 8.3). */
export type Plan = {
  readonly followUps: readonly FollowUp[];
  /** When silence closes it as no_reply, else null. */
  readonly closesAt: { readonly at: Temporal.Instant; readonly reason: string } | null;
  /** The one sentence of `why`: what is awaited and until when. */
  readonly because: string;
  /** The next instant after `now` at which time alone changes this plan (an interview ends, something is offered, goes stale or closes); null: only a mail or the person can. */
  readonly nextAt: Temporal.Instant | null;
};

/** The signature that `plan.ts` implements: pure, time passed in, the calendar is the recipient's. */
export type PlanFunction = (
  facts: CandidacyFacts,
  preferences: Preferences,
  calendar: WorkingCalendar,
  now: Temporal.Instant,
) => Plan;

/** Nothing is written to an employer where it is over, whatever was approved before; only a no is still answered. */
export const mayBeWrittenIn = (state: CandidacyState, kind: FollowUpKind): boolean =>
  kind === "graceful_no" || (state !== "closed" && state !== "signed");

/** Gives how a follow-up stands by its key, or undefined when it is new. */
export const recordOf = (facts: Pick<CandidacyFacts, "history">, key: string): FollowUpRecord | undefined =>
  facts.history.find((record) => record.key === key);

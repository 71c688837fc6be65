import type { Temporal } from "temporal-polyfill";
import type { Candidacy } from "./candidacy.ts";
import type { InterviewId } from "./ids.ts";
import type { Contact, Interview } from "./interview.ts";
import type { WorkingCalendar } from "./working-time.ts";

/** Kinds of mail that this version writes (POLICY section 1). */
export type FollowUpKind = "thank_you" | "check_in" | "breakup";

/** A mail that should be written. */
export type FollowUp = {
  /** Stable name of this occasion within its candidacy: the same reason planned anew keeps its key, another reason gets another. */
  readonly key: string;
  readonly kind: FollowUpKind;
  /** 1 or 2 for check-ins, else 1. */
  readonly ordinal: number;
  readonly interviewId: InterviewId | null;
  /** From then on it may stand in a digest. A Friday interview's thank-you is offered on Saturday and due on Monday (POLICY 6.2). */
  readonly offerFrom: Temporal.Instant;
  /** When it may leave at the earliest: inside 09:00-17:00 of the recipient on a working day. */
  readonly dueAt: Temporal.Instant;
  /** From then on it is no longer offered (POLICY 6.17). */
  readonly staleAt: Temporal.Instant;
  /** Null: "no one to write to" (POLICY 3.5). */
  readonly to: { readonly name: string; readonly address: string } | null;
  /** One sentence a person understands. */
  readonly reason: string;
  /** The row of POLICY that made it, for example "POLICY 1 check_in 1, promised date". */
  readonly rule: string;
};

/** How one occasion ended or stands, from the store; keyed like FollowUp. */
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
  /** The return date (first day back) when this is an out-of-office. */
  readonly outOfOfficeUntil: Temporal.PlainDate | "unknown" | null;
};

export type PromiseOnRecord = {
  readonly madeAt: Temporal.Instant;
  readonly due: Temporal.PlainDate;
  readonly quote: string;
  readonly silenceIsNo: boolean;
};

/** Everything that the policy may know of one candidacy. The order of the lists means nothing. */
export type CandidacyFacts = {
  readonly candidacy: Candidacy;
  /** IANA zone of the person: digests and `later` count in local dates there. */
  readonly personZone: string;
  /** When the person last reopened it (`reopen 3`, `undo 1`): the waiting starts again from there. Absent: never. */
  readonly reopenedAt?: Temporal.Instant;
  readonly interviews: readonly Interview[];
  readonly promises: readonly PromiseOnRecord[];
  readonly words: readonly Word[];
  readonly contacts: readonly Contact[];
  readonly history: readonly FollowUpRecord[];
};

/** Waiting times in working days (W); every number of POLICY is a setting. */
export type Preferences = {
  readonly afterPromise: number;
  readonly noPromise: Readonly<Record<Candidacy["size"], number>>;
  readonly secondCheckIn: number;
  readonly breakup: number;
  readonly closeAfterBreakup: number;
  readonly thankYouStale: number;
  readonly chaseStale: number;
  readonly silenceIsNoAfter: number;
  readonly contactCap: number;
  readonly outOfOfficeAfterReturn: number;
  readonly outOfOfficeUnknown: number;
};

export const defaultPreferences: Preferences = {
  afterPromise: 2,
  noPromise: { small: 5, large: 8, "public sector": 10, agency: 5, charity: 8, unknown: 7 },
  secondCheckIn: 6,
  breakup: 6,
  closeAfterBreakup: 10,
  thankYouStale: 3,
  chaseStale: 10,
  silenceIsNoAfter: 2,
  contactCap: 4,
  outOfOfficeAfterReturn: 1,
  outOfOfficeUnknown: 7,
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

/** Gives how an occasion stands by its key, or undefined when it is new. */
export const recordOf = (facts: Pick<CandidacyFacts, "history">, key: string): FollowUpRecord | undefined =>
  facts.history.find((record) => record.key === key);

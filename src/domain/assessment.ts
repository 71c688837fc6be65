import type { Temporal } from "temporal-polyfill";

/** Every meaning that a mail from outside can have (DESIGN section 4). */
export const kinds = [
  "application_received",
  "interview_invitation",
  "interview_confirmed",
  "interview_rescheduled",
  "interview_cancelled",
  "info_request",
  "assessment",
  "holding",
  "rejection",
  "no_for_now",
  "offer",
  "offer_withdrawn",
  "auto_reply",
  "bounce",
  "recruiter_outreach",
  "newsletter_job_alert",
  "unrelated",
] as const;
export type Kind = (typeof kinds)[number];

/** What a mail means, how sure we are, and the quoted words that prove it. */
export type Assessment = {
  readonly kind: Kind;
  /** 0 to 1. */
  readonly confidence: number;
  readonly by: "calendar" | "rules" | "model" | "person";
  /** Words quoted from the mail (or "METHOD:CANCEL", a header line); never empty for a kind that acts. */
  readonly evidence: readonly string[];
  readonly facts: Facts;
};

export type Facts = {
  /** Name as a person would say it ("Northwind Traders"), without legal form where that is clear. */
  readonly employer: string | null;
  /** Registrable domain of the employer, when the mail proves one; never an applicant system's or a free-mail domain. */
  readonly employerDomain: string | null;
  readonly role: string | null;
  /** Interviewers and whoever signs; `address` is null when the mail only names them. */
  readonly people: readonly { readonly name: string; readonly address: string | null }[];
  /** Addresses of those among them who only write or organize: nothing says that they will be at the interview. */
  readonly arrangers: readonly string[];
  readonly interview: InterviewFact | null;
  readonly promise: PromiseFact | null;
  /** First day back, from an out-of-office (POLICY 6.10). */
  readonly returnDate: Temporal.PlainDate | null;
  readonly leftCompany: boolean;
  readonly roleCancelled: boolean;
  /** The interview was called the last or final one. */
  readonly finalStage: boolean;
  readonly offerDeadline: Temporal.PlainDate | null;
  /** A sentence that asks something of the person; null when nothing is asked. */
  readonly asks: string | null;
  /** The sentence that tells how many stages there are or which come next; null: nobody has said. */
  readonly stages: string | null;
  /** What could be read in two ways, in words; such a date is never used. */
  readonly ambiguous: readonly string[];
};

export type InterviewFact = {
  /** UID of the calendar event, or null for an invitation in words. */
  readonly uid: string | null;
  readonly sequence: number;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  /** False when the mail gave no end and one hour was assumed (POLICY 2). */
  readonly endKnown: boolean;
  readonly title: string;
  readonly place: string | null;
};

/** What the employer said would happen by when. `due` is the last day that still keeps the promise. */
export type PromiseFact = {
  readonly due: Temporal.PlainDate;
  readonly quote: string;
  /** "If you have not heard by then, it is a no" (POLICY 8.3). */
  readonly silenceIsNo: boolean;
};

export const noFacts: Facts = {
  employer: null,
  employerDomain: null,
  role: null,
  people: [],
  arrangers: [],
  interview: null,
  promise: null,
  returnDate: null,
  leftCompany: false,
  roleCancelled: false,
  finalStage: false,
  offerDeadline: null,
  asks: null,
  stages: null,
  ambiguous: [],
};

/** Kinds that no human wrote for this person: they neither cancel a follow-up nor count as the last word (POLICY 3.1). */
export const notHuman: ReadonlySet<Kind> = new Set<Kind>([
  "application_received",
  "auto_reply",
  "bounce",
  "newsletter_job_alert",
  "unrelated",
  "recruiter_outreach",
]);

/** True for what somebody wrote who belongs to a candidacy, understood or not: after it, what was shown or approved before is asked again (SAFETY R14). */
export const isWord = (kind: Kind): boolean =>
  !notHuman.has(kind) || kind === "unrelated" || kind === "recruiter_outreach";

import type { Temporal } from "temporal-polyfill";
import type { QuestionKind } from "./approval.ts";
import type { FollowUpKind } from "./follow-up.ts";
import type { Address } from "./message.ts";
import type { SignOfLife } from "./sign-of-life.ts";

/** What a digest tells, before its lines are numbered. Days and times are in words of the person's zone; every list stands in the order in which it is shown. */
export type DigestParts = {
  /** The person's own address: the digest comes from and goes to it (POLICY 7.8). */
  readonly address: string;
  readonly today: Temporal.PlainDate;
  readonly token: string;
  /** The day on which a pause ends, in words; absent or null: there is none. */
  readonly pausedUntil?: string | null;
  /** Addresses of mailboxes that are paused. */
  readonly pausedMailboxes?: readonly string[];
  readonly drafts: readonly DraftPart[];
  readonly questions: readonly QuestionPart[];
  readonly interviews: readonly InterviewPart[];
  /** "They are waiting for you" (POLICY 3.9). */
  readonly waitingForYou: readonly { readonly employer: string; readonly asks: string }[];
  /** What is new, closed, reopened or offered since the last digest. */
  readonly changes: readonly ChangePart[];
  /** What is awaited, and until when, as one sentence each. */
  readonly waiting: readonly {
    readonly employer: string;
    readonly role: string | null;
    readonly because: string;
  }[];
  /** Mails of which it is not known whether they left (SAFETY section 1, step 7). */
  readonly unconfirmed: readonly {
    readonly to: Address;
    readonly subject: string;
    readonly day: string;
    /** What happened, where it was looked for, and why that could not tell; sentences. */
    readonly because: string;
  }[];
  /** Other trouble, one sentence each that says what to do; "no one to write to" stands here. */
  readonly troubles: readonly string[];
  /** What was decided by a link since the last digest, one sentence each (SAFETY R36); absent: nothing. */
  readonly byLink?: readonly string[];
  /** What is told on a day without news when nothing has been mailed for a week; absent or null: it is not its turn. */
  readonly alive?: SignOfLife | null;
};

export type DraftPart = {
  readonly kind: FollowUpKind;
  readonly employer: string;
  readonly role: string | null;
  /** The person's address that it leaves from; absent: they have only one. */
  readonly from?: string;
  readonly to: Address;
  readonly subject: string;
  /** The whole text, as it will be sent. */
  readonly text: string;
  /** Below the text, the mail that it answers leaves as well; absent: it does not. */
  readonly quotes?: boolean;
  readonly reason: string;
  /** "they wrote since", or another word on why it is shown anew; null on the first day. */
  readonly remark: string | null;
  /** Shown three times already: one line only (POLICY 6.1). */
  readonly brief: boolean;
  /** Where it can be looked at and decided; absent or null: there are no links. */
  readonly link?: string | null;
};
/** A mail as it will leave. */
export type LetterPart = Pick<DraftPart, "from" | "to" | "subject" | "text">;
export type QuestionPart = {
  readonly asks: QuestionKind;
  readonly question: string;
  readonly evidence: string | null;
};
export type InterviewPart = {
  readonly when: "today" | "tomorrow";
  readonly time: string;
  readonly employer: string;
  readonly title: string;
  readonly place: string | null;
};
export type ChangePart = {
  readonly employer: string;
  readonly role: string | null;
  readonly change: "new" | "closed" | "reopened" | "keeping in touch" | "offer" | "left out" | "approved";
  readonly why: string;
  /** The sentence that proves it. */
  readonly evidence: string | null;
  /** The mail that it is about, shown as it will leave; absent or null: it was shown before. */
  readonly letter?: LetterPart | null;
};

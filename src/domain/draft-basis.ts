import type { Temporal } from "temporal-polyfill";
import type { FollowUpKind } from "./follow-up.ts";
import type { Language } from "./language.ts";
import type { Address } from "./message.ts";

/** What a draft may rest on (POLICY 5, 8.8): a name, a number, a day or a claim that none of this holds is invented. */
export type DraftBasis = {
  readonly kind: FollowUpKind;
  readonly language: Language;
  /** The person's own day: dates without a year are read from here. */
  readonly today: Temporal.PlainDate;
  readonly personName: string;
  readonly personAddress: string;
  /** `name` as the header has it; empty where only an address is known. */
  readonly recipient: Address;
  readonly employer: string;
  readonly role: string | null;
  /** Newest texts of the authenticated mails of this thread, in both directions. Written by others too, so no links come from here. */
  readonly thread: readonly string[];
  /** The person's own words: notes, debrief, lines of the profile, an occasion. */
  readonly own: readonly string[];
  /** Facts that code has computed, in words: spoken days, meeting, offer deadline, role, names. */
  readonly stated: readonly string[];
  /** True where an interview with another employer lies within a few working days (POLICY 1 check_in 2). */
  readonly interviewsElsewhere: boolean;
  /** Last day for the answer to another offer, in words; null where there is no such offer. */
  readonly offerDeadline: string | null;
  /** 1 or 2 for check-ins, 1 to 6 for keep_in_touch, else 1. */
  readonly ordinal: number;
  /** The person's own lines below their name, which may hold their number and page; looked for word for word at the end only. */
  readonly signature: readonly string[];
};

/** What a check can find fault with (SAFETY R44, R47). */
export const draftRules = [
  "hidden",
  "link",
  "address",
  "phone",
  "attachment",
  "number",
  "date",
  "time",
  "name",
  "promise",
  "outcome",
  "elsewhere",
  "claim",
  "length",
  "questions",
  "pressure",
  "praise",
  "apology",
  "filler",
  "language",
  "imitation",
  "markup",
  "placeholder",
  "leak",
  "token",
  "frame",
  "purpose",
] as const;
export type DraftRule = (typeof draftRules)[number];

/** One thing that is wrong with a draft. */
export type Finding = {
  readonly rule: DraftRule;
  /** The words at fault, at most 80 characters of them. */
  readonly words: string;
  /** One sentence that tells a model what to put right. */
  readonly says: string;
};

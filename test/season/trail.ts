import { Temporal } from "temporal-polyfill";
import type { CandidacyState, CloseReason } from "../../src/domain/candidacy.ts";
import type { FollowUpKind } from "../../src/domain/follow-up.ts";
import { mannerOf } from "../../src/domain/follow-up.ts";
import type { WorkingCalendar } from "../../src/domain/working-time.ts";

/** What happened in a candidacy, as an onlooker writes it down. Every `at` is in epoch milliseconds. */
export type Entry = { readonly at: number } & (
  | WordEntry
  | TalkEntry
  | SentEntry
  | { readonly type: "promise"; readonly due: Temporal.PlainDate; readonly silenceIsNo: boolean }
  | { readonly type: "shown"; readonly key: string; readonly kind: FollowUpKind; readonly dueAt: number }
  | { readonly type: "decided"; readonly key: string; readonly how: "approve" | "skip" | "later" }
  | {
      readonly type: "moved";
      readonly from: CandidacyState;
      readonly to: CandidacyState;
      readonly event: string;
    }
  | { readonly type: "wish"; readonly wish: string }
);

export type WordEntry = {
  readonly type: "word";
  readonly from: "employer" | "hand";
  readonly human: boolean;
  readonly addresses: readonly string[];
  readonly kind: string | null;
  readonly asks: boolean;
  /** First day back, from an out-of-office. */
  readonly back: Temporal.PlainDate | "unknown" | null;
  /** What was planned when it came: due times by key. */
  readonly standing: ReadonlyMap<string, number>;
};

/** A talk as last fixed; a later entry with the same id takes its place. */
export type TalkEntry = {
  readonly type: "talk";
  readonly id: string;
  readonly end: number;
  readonly cancelled: boolean;
};

export type SentEntry = {
  readonly type: "sent";
  readonly key: string;
  readonly kind: FollowUpKind;
  readonly to: string;
  readonly interviewId: string | null;
};

/** A mail as it stands in a plan. */
export type Standing = {
  readonly key: string;
  readonly kind: FollowUpKind;
  readonly status: string;
  /** When it was planned first. */
  readonly since: number;
  readonly offerFrom: number;
  readonly staleAt: number;
  readonly to: string | null;
  readonly needsOccasion: boolean;
};

export type CandidacyTrail = {
  readonly n: number;
  /** The end employer; two roles at one employer share it. */
  readonly employer: string;
  readonly isAgency: boolean;
  readonly calendar: WorkingCalendar;
  readonly entries: readonly Entry[];
  /** As it stands now. */
  readonly state: CandidacyState;
  readonly closeReason: CloseReason | null;
  readonly noMore: boolean;
  readonly closesAt: number | null;
  readonly standing: readonly Standing[];
  /** Every mail that was ever planned, by key. */
  readonly everPlanned: ReadonlyMap<string, Standing>;
};

export type Sent = Extract<Entry, { type: "sent" }> & { readonly of: CandidacyTrail };

/** Everything that an onlooker knows of a season. */
export type Trail = {
  readonly seed: number;
  readonly zone: string;
  readonly candidacies: readonly CandidacyTrail[];
  /** All mails that have left, in order of time. */
  readonly sent: readonly Sent[];
  /** Addresses that must not be written to any more, with the moment since when. */
  readonly ended: ReadonlyMap<string, number>;
  /** Digests that left, by local date. */
  readonly digests: readonly { readonly at: number; readonly date: string }[];
  readonly pauses: readonly { readonly from: number; readonly until: number }[];
};

/** One day of the person, from its first moment to its last. */
export type Day = { readonly date: Temporal.PlainDate; readonly from: number; readonly until: number };

export const isChase = ({ kind }: { readonly kind: FollowUpKind }): boolean => mannerOf[kind] === "chase";

export const dateOf = ({ zone }: Pick<WorkingCalendar, "zone">, at: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();

/** Mails that left on that day; the list is in order of time. */
export function sentOn({ sent }: Pick<Trail, "sent">, day: Pick<Day, "from" | "until">): readonly Sent[] {
  let first = sent.length;
  while (first > 0 && (sent[first - 1]?.at ?? 0) >= day.from) first -= 1;
  return sent.slice(first).filter(({ at }) => at < day.until);
}

export const wordsOf = (of: CandidacyTrail): readonly (Entry & { type: "word" })[] =>
  of.entries.filter((entry) => entry.type === "word");

/** Their human words. */
export const theirWords = (of: CandidacyTrail): readonly (Entry & { type: "word" })[] =>
  wordsOf(of).filter(({ from, human }) => from === "employer" && human);

/** Talks that were not called off, as they were fixed last before `at`, and had ended by then. */
export function heldBy(of: CandidacyTrail, at: number): readonly (Entry & { type: "talk" })[] {
  const newest = new Map<string, Entry & { type: "talk" }>();
  for (const entry of of.entries) if (entry.type === "talk" && entry.at <= at) newest.set(entry.id, entry);
  return [...newest.values()].filter(({ end, cancelled }) => !cancelled && end <= at);
}

/** When the silence that held at `at` began: their last human word, the end of a talk, a promise told, or the person's reopening. */
export function silentSince(of: CandidacyTrail, at: number): number {
  const begun = of.entries.filter(
    (entry) =>
      entry.at <= at &&
      ((entry.type === "word" && entry.from === "employer" && entry.human) ||
        entry.type === "promise" ||
        (entry.type === "wish" && entry.wish === "reopen")),
  );
  return Math.max(0, ...begun.map((entry) => entry.at), ...heldBy(of, at).map(({ end }) => end));
}

/** True when they waited for the person at that moment: asked, or invited without a date, and nothing has answered it. */
export function waitedForPerson(of: CandidacyTrail, at: number): boolean {
  const asked = theirWords(of).findLast((word) => word.at < at);
  if (asked === undefined || !(asked.asks || asked.kind === "assessment")) return false;
  const answered = wordsOf(of).some((word) => word.from === "hand" && word.at >= asked.at && word.at < at);
  return !answered && !heldBy(of, at).some(({ end }) => end > asked.at);
}

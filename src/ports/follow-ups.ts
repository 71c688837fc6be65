import type { Temporal } from "temporal-polyfill";
import type { Draft } from "../domain/draft.ts";
import type { FollowUp, FollowUpRecord } from "../domain/follow-up.ts";
import type { CandidacyId, DraftId, FollowUpId, PersonId } from "../domain/ids.ts";

export type FollowUpRow = FollowUp & {
  readonly id: FollowUpId;
  readonly candidacyId: CandidacyId;
  readonly status: FollowUpRecord["status"];
  readonly notBefore: Temporal.PlainDate | null;
  readonly timesOffered: number;
};

export type FollowUps = {
  /** Replaces the stored plans: new keys are planned, known open ones updated, open ones that are no longer planned dropped. */
  readonly replace: (
    plans: readonly {
      readonly id: CandidacyId;
      readonly followUps: readonly (FollowUp & { readonly id: FollowUpId })[];
    }[],
  ) => Promise<void>;
  readonly ofCandidacy: (id: CandidacyId) => Promise<FollowUpRow[]>;
  /** Planned or offered ones that may stand in a digest made at `now`, oldest due first. */
  readonly offerable: (
    personId: PersonId,
    now: Temporal.Instant,
    today: Temporal.PlainDate,
  ) => Promise<FollowUpRow[]>;
  readonly get: (id: FollowUpId) => Promise<FollowUpRow>;
  /** Compare-and-set; false when the row was in none of `from`. */
  readonly setStatus: (
    id: FollowUpId,
    from: readonly FollowUpRecord["status"][],
    to: FollowUpRecord["status"],
    extra?: { sentAt?: Temporal.Instant; notBefore?: Temporal.PlainDate },
  ) => Promise<boolean>;
  readonly countOffer: (id: FollowUpId) => Promise<void>;
};

export type Drafts = {
  readonly insert: (draft: Draft, at: Temporal.Instant) => Promise<void>;
  /** How many drafts of that kind this person has been offered, so that no two read alike. */
  readonly countOf: (personId: PersonId, kind: FollowUp["kind"]) => Promise<number>;
  readonly newest: (followUpId: FollowUpId) => Promise<Draft | null>;
  /** Notes what the person wants changed in that version; null once it was dealt with. */
  readonly wish: (id: DraftId, wish: string | null) => Promise<void>;
  /** Versions with a wish that nobody has dealt with. */
  readonly wished: () => Promise<readonly DraftId[]>;
  /** Every version of that mail, oldest first. */
  readonly versions: (followUpId: FollowUpId) => Promise<readonly Draft[]>;
  /** The newest text of every mail of those candidacies that has left or may leave. */
  readonly textsIn: (
    candidacyIds: readonly CandidacyId[],
  ) => Promise<readonly { readonly followUpId: FollowUpId; readonly text: string }[]>;
  readonly get: (id: DraftId) => Promise<Draft | null>;
};

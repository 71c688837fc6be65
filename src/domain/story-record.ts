import type { Temporal } from "temporal-polyfill";
import type { Proof } from "./approval.ts";
import type { Draft } from "./draft.ts";
import type { FollowUpKind, FollowUpRecord } from "./follow-up.ts";
import type { DraftId, FollowUpId, OutboxId } from "./ids.ts";
import type { OutboxState } from "./outbox.ts";
import type { OutboxMove } from "./outbox-replay.ts";

/** Everything that is written down about one mail to an employer, from its first version to its bounce (SAFETY R59). */
export type StoryRecord = {
  readonly mail: StoryMail;
  /** Every version, oldest first. */
  readonly versions: readonly StoryVersion[];
  /** What of it was approved, oldest first: a version that was held or taken back comes again as another one. */
  readonly rows: readonly StoryRow[];
  /** What the journal tells of it, in its order. */
  readonly entries: readonly StoryEntry[];
  /** The local dates of the digests that proofs name. */
  readonly digests: Readonly<Record<string, Temporal.PlainDate>>;
  readonly showings: readonly Showing[];
};

export type StoryMail = {
  readonly followUp: FollowUpId;
  readonly kind: FollowUpKind;
  readonly status: FollowUpRecord["status"];
  /** Number of the candidacy. */
  readonly candidacy: number;
  readonly employer: string;
  /** The person's IANA zone. */
  readonly zone: string;
  /** Where the mailbox files what was sent. */
  readonly sentFolder: string;
};

export type StoryVersion = Pick<Draft, "id" | "version" | "hash" | "by" | "to" | "subject" | "text"> & {
  readonly madeAt: Temporal.Instant;
};

export type StoryRow = {
  readonly id: OutboxId;
  readonly draftId: DraftId;
  readonly hash: string;
  readonly messageId: string;
  readonly providerMessageId: string | null;
  readonly to: string;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly notBefore: Temporal.Instant;
  readonly unknownSince: Temporal.Instant | null;
  readonly moves: readonly (OutboxMove & { readonly at: Temporal.Instant; readonly tx: string })[];
};

export type StoryEntry = {
  /** By the clock that the person lives by. */
  readonly at: Temporal.Instant;
  /** By the database's own clock. */
  readonly writtenAt: Temporal.Instant;
  /** The transaction that wrote it: a move of the same one belongs to it. */
  readonly tx: string;
  readonly type: string;
  readonly says: string;
  readonly data: StoryData;
};

export type StoryData = {
  readonly [key: string]: string | number | boolean | null | undefined | readonly string[] | Proof;
};

/** A numbered line of a digest, or of a short mail about one, that showed a version or asked about a sending. */
export type Showing = {
  readonly at: Temporal.Instant;
  readonly in: "digest" | "confirmation";
  /** Of the digest. */
  readonly day: Temporal.PlainDate;
  readonly line: number;
  /** Null: the line asks whether it was sent. */
  readonly draftId: DraftId | null;
  /** What became of that mail to the person. */
  readonly mailIs: OutboxState | null;
};

import type { Temporal } from "temporal-polyfill";
import type { Proof } from "../domain/approval.ts";
import type { CandidacyId, OutboxId, PersonId } from "../domain/ids.ts";

export type JournalEntry = {
  readonly personId: PersonId;
  readonly candidacyId: CandidacyId | null;
  readonly at: Temporal.Instant;
  readonly type: JournalType;
  readonly by: "employer" | "person" | "clock" | "program";
  readonly says: string;
  readonly evidence?: readonly string[];
  readonly data?: JournalData;
};

export type JournalData = {
  readonly [key: string]: string | number | boolean | null | undefined | readonly string[] | Proof;
};

export type JournalRow = Omit<JournalEntry, "evidence"> & {
  readonly id: number;
  readonly evidence: readonly string[];
};

export type JournalType =
  | "opened"
  | "message"
  | "moved"
  | "interview"
  | "promise"
  | "by_hand"
  | "possibly_related"
  | "approved"
  | "skipped"
  | "postponed"
  | "undone"
  | "attempt"
  | "sent"
  | "failed"
  | "unknown"
  | "asked"
  | "found"
  | "held"
  | "deferred"
  /** An answer of the server that came when something else had settled it. */
  | "late_answer"
  | "waits"
  | "filed"
  /** What became of the copy of a draft in the Drafts folder. */
  | "drafts_folder"
  | "digest"
  | "debrief"
  | "note"
  /** The model could not write a draft. */
  | "model"
  /** A draft was changed as the person wished. */
  | "reworded"
  | "reply_refused"
  | "reply_doubt"
  | "marked"
  /** A mail announces what the person will not do. */
  | "flagged"
  /** Something of theirs to write about, to keep in touch. */
  | "occasion"
  | "paused"
  | "resumed"
  /** A short mail of ours to the person, in answer to a command. */
  | "answered"
  | "set"
  | "repaired"
  | "outreach"
  | "mailbox"
  | "unreadable"
  /** A contact has left. */
  | "contact"
  | "bounce";

export type Journal = {
  readonly append: (entry: JournalEntry) => Promise<void>;
  readonly ofCandidacy: (id: CandidacyId) => Promise<JournalRow[]>;
  /** The entry that says that the next digest tells of that mail before it leaves; null: there is none. */
  readonly tellsFirst: (id: CandidacyId, outboxId: OutboxId) => Promise<JournalRow | null>;
  /** What the person put right, and what of it was taken back, in order. */
  readonly repairs: (personId: PersonId) => Promise<JournalRow[]>;
  readonly since: (personId: PersonId, after: Temporal.Instant) => Promise<JournalRow[]>;
  /** Everything that a digest with that snapshot could not see, even what began before it and was committed after; all of it for null. */
  readonly unseen: (personId: PersonId, seen: string | null) => Promise<JournalRow[]>;
};

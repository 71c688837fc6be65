import type { Temporal } from "temporal-polyfill";
import type { ItemType, QuestionKind } from "../domain/approval.ts";
import type {
  CandidacyId,
  ConfirmationId,
  DebriefId,
  DigestId,
  DraftId,
  InterviewId,
  MessageRowId,
  OutboxId,
  PersonId,
} from "../domain/ids.ts";

export type DigestRow = {
  readonly id: DigestId;
  readonly personId: PersonId;
  readonly localDate: Temporal.PlainDate;
  readonly token: string;
  readonly messageId: string;
  readonly mailed: boolean;
  /** The store's snapshot before its news were gathered; opaque. */
  readonly seen: string;
  readonly madeAt: Temporal.Instant;
};

export type DigestItemRow = {
  readonly n: number;
  readonly type: ItemType;
  /** What a question asks; null for other lines. */
  readonly asks: QuestionKind | null;
  readonly draftId: DraftId | null;
  readonly candidacyId: CandidacyId | null;
  readonly messageId: MessageRowId | null;
  readonly outboxId: OutboxId | null;
};

/** A short mail that tells what an answer to a digest did, and is answered with the numbers of that digest. */
export type ConfirmationRow = {
  readonly id: ConfirmationId;
  readonly personId: PersonId;
  readonly digestId: DigestId;
  readonly token: string;
  readonly messageId: string;
  /** It asks something back. */
  readonly asks: boolean;
  readonly madeAt: Temporal.Instant;
};

/** A line that stands for another version of its draft than the digest showed. */
export type ConfirmationItem = {
  readonly n: number;
  readonly draftId: DraftId;
  /** That very confirmation waits for its approval; else an earlier one showed it, or it is approved. */
  readonly asks: boolean;
};

/** A mail of ours whose numbered lines can be answered: a digest, or a confirmation about an answer to it. */
export type Answerable = {
  readonly digest: DigestRow;
  /** The lines of the digest, each as the person saw it last in the mail that is answered or before it. */
  readonly items: readonly DigestItemRow[];
  readonly confirmation: (ConfirmationRow & { readonly items: readonly ConfirmationItem[] }) | null;
};

export type Digests = {
  /** False when that local date has its digest already (SAFETY R11). */
  readonly insert: (digest: DigestRow, items: readonly DigestItemRow[]) => Promise<boolean>;
  readonly exists: (personId: PersonId, localDate: Temporal.PlainDate) => Promise<boolean>;
  /** Of everybody, those of that local date and later. */
  readonly madeSince: (
    localDate: Temporal.PlainDate,
  ) => Promise<readonly { readonly personId: PersonId; readonly localDate: Temporal.PlainDate }[]>;
  /** Where the newest digest shows that version of a draft. */
  readonly lineOf: (draft: DraftId) => Promise<{ readonly digestId: DigestId; readonly n: number } | null>;
  /** How many digests have a line for that version of a draft. */
  readonly showing: (draft: DraftId) => Promise<number>;
  /** The newest one, without those whose mail the server refused or nobody could confirm: what they told is news still. */
  readonly lastArrived: (personId: PersonId) => Promise<DigestRow | null>;
  readonly insertConfirmation: (
    confirmation: ConfirmationRow,
    items: readonly ConfirmationItem[],
  ) => Promise<void>;
  /** The digest or the confirmation with that token; one of a plus-address may be in lower case. */
  readonly byToken: (token: string) => Promise<Answerable | null>;
  /** What the store has committed by now, to be kept with a digest; opaque. */
  readonly snapshot: () => Promise<string>;
  /** Remembers an answer that only the inbox shows, until its copy in Sent proves it. */
  readonly sawUnproven: (personId: PersonId, messageId: string) => Promise<void>;
  /** How many of those were never proven and not told yet; they count as told from now on. */
  readonly tellUnproven: (personId: PersonId) => Promise<number>;
  /** True the first time that reply is acted on (SAFETY R29: a replay acts once). */
  readonly takeReplyOnce: (personId: PersonId, messageId: string, at: Temporal.Instant) => Promise<boolean>;
};

export type DebriefRow = {
  readonly id: DebriefId;
  readonly personId: PersonId;
  readonly interviewId: InterviewId;
  readonly candidacyId: CandidacyId;
  readonly token: string;
  readonly messageId: string;
  readonly answer: string | null;
};

export type Debriefs = {
  readonly insert: (debrief: DebriefRow, at: Temporal.Instant) => Promise<boolean>;
  readonly byToken: (token: string) => Promise<DebriefRow | null>;
  readonly ofInterview: (id: InterviewId) => Promise<DebriefRow | null>;
  /** The interviews of those candidacies that were asked about. */
  readonly askedAbout: (ids: readonly CandidacyId[]) => Promise<ReadonlySet<InterviewId>>;
  readonly answer: (id: DebriefId, text: string) => Promise<void>;
};

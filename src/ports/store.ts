import type { Temporal } from "temporal-polyfill";
import type { Proof } from "../domain/approval.ts";
import type { Assessment } from "../domain/assessment.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import type { Draft } from "../domain/draft.ts";
import type {
  CandidacyFacts,
  FollowUp,
  FollowUpRecord,
  Plan,
  Preferences,
  PromiseOnRecord,
} from "../domain/follow-up.ts";
import type {
  CandidacyId,
  DebriefId,
  DigestId,
  DraftId,
  FollowUpId,
  InterviewId,
  MailboxId,
  MessageRowId,
  OutboxId,
  PersonId,
} from "../domain/ids.ts";
import type { Contact, ContactEnd, Interview } from "../domain/interview.ts";
import type { Address } from "../domain/message.ts";
import type { OutboxEventType, OutboxState } from "../domain/outbox.ts";
import type { Account, FetchedMail, FolderCursor, ServerAddress } from "../ports.ts";

/** The store: everything inside one `transaction` is committed together or not at all. No call outside the store happens in it. */
export type Store = { readonly transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T> };

export type Tx = {
  readonly people: People;
  readonly mailboxes: MailboxRows;
  readonly messages: Messages;
  readonly candidacies: Candidacies;
  readonly followUps: FollowUps;
  readonly drafts: Drafts;
  readonly digests: Digests;
  readonly debriefs: Debriefs;
  readonly outbox: Outbox;
  readonly journal: Journal;
};

export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly address: string;
  readonly zone: string;
  readonly country: string;
  /** Wall-clock hour of the digest in `zone`, "07:30". */
  readonly digestAt: string;
  readonly preferences: Preferences;
};

export type People = {
  readonly insert: (person: Omit<Person, "preferences">, at: Temporal.Instant) => Promise<void>;
  readonly update: (person: Omit<Person, "preferences">) => Promise<void>;
  readonly all: () => Promise<Person[]>;
  readonly get: (id: PersonId) => Promise<Person>;
  readonly byAddress: (address: string) => Promise<Person | null>;
};

export type MailboxRow = {
  readonly id: MailboxId;
  readonly personId: PersonId;
  readonly address: string;
  readonly trouble: string | null;
  readonly refusals: number;
  readonly sendingPaused: boolean;
  readonly healthyAt: Temporal.Instant | null;
  readonly connectedAt: Temporal.Instant;
};

export type NewMailbox = {
  readonly id: MailboxId;
  readonly personId: PersonId;
  readonly address: string;
  readonly login: string;
  readonly password: string;
  readonly imap: ServerAddress;
  readonly smtp: ServerAddress;
  readonly sentFolder: string;
  readonly filesSentItself: boolean;
  readonly authservId: string | null;
  readonly connectedAt: Temporal.Instant;
};

export type MailboxRows = {
  /** Seals the password (SAFETY R50). An address that is connected already keeps its id and cursors; everything else is replaced. */
  readonly save: (mailbox: NewMailbox) => Promise<MailboxId>;
  readonly get: (id: MailboxId) => Promise<MailboxRow>;
  readonly all: () => Promise<MailboxRow[]>;
  readonly ofPerson: (id: PersonId) => Promise<MailboxRow[]>;
  readonly account: (id: MailboxId) => Promise<Account>;
  readonly healthy: (id: MailboxId, at: Temporal.Instant) => Promise<void>;
  readonly setTrouble: (
    id: MailboxId,
    says: string | null,
    change?: { refusals?: number; sendingPaused?: boolean },
  ) => Promise<void>;
  readonly cursor: (id: MailboxId, folder: FetchedMail["folder"]) => Promise<FolderCursor | null>;
  readonly startAt: (id: MailboxId, folder: FetchedMail["folder"], cursor: FolderCursor) => Promise<void>;
  /** Compare-and-set (SAFETY R17): false when another reader was first. */
  readonly advance: (
    id: MailboxId,
    folder: FetchedMail["folder"],
    uidValidity: bigint,
    from: number,
    to: number,
  ) => Promise<boolean>;
};

export type StoredMessage = {
  readonly id: MessageRowId;
  readonly mailboxId: MailboxId;
  readonly messageId: string | null;
  readonly thread: readonly string[];
  readonly direction: "in" | "hand" | "afterword";
  readonly candidacyId: CandidacyId | null;
  readonly from: Address;
  readonly recipients: readonly Address[];
  readonly subject: string;
  readonly text: string;
  readonly at: Temporal.Instant;
  readonly human: boolean;
  readonly provenDomain: string | null;
  readonly assessment: AssessmentOnRecord | null;
  readonly outOfOfficeUntil: Temporal.PlainDate | "unknown" | null;
  /** The sentence that asks something of the person, or null. */
  readonly asks: string | null;
};

/** What is kept of an assessment: enough to explain it. Its facts live on as interviews, promises and contacts. */
export type AssessmentOnRecord = Pick<Assessment, "kind" | "confidence" | "by" | "evidence">;

export type Messages = {
  /** False when that identity is known already (SAFETY R18). */
  readonly insert: (
    message: StoredMessage & { personId: PersonId; identity: string; receivedAt: Temporal.Instant },
  ) => Promise<boolean>;
  readonly knows: (mailboxId: MailboxId, identity: string) => Promise<boolean>;
  readonly get: (id: MessageRowId) => Promise<StoredMessage>;
  readonly ofCandidacy: (id: CandidacyId) => Promise<StoredMessage[]>;
  /** Mails of which the person is asked what they mean. */
  readonly openQuestions: (personId: PersonId) => Promise<StoredMessage[]>;
  /** Compare-and-set: false when the question stood that way already. */
  readonly setQuestion: (id: MessageRowId, open: boolean) => Promise<boolean>;
  /** Message-IDs seen in Sent of that mailbox before, newest first, for the control search of SAFETY R5. */
  readonly knownInSent: (mailboxId: MailboxId, atMost: number) => Promise<string[]>;
};

export type Candidacies = {
  readonly open: (
    candidacy: Omit<Candidacy, "number" | "wordCount" | "stateBefore" | "closeReason">,
  ) => Promise<Candidacy>;
  /** Locks the row until the transaction ends, so that two mails of one candidacy are taken one after the other. */
  /** What linking needs to know of every candidacy of the person. */
  readonly linkCandidates: (personId: PersonId) => Promise<LinkCandidate[]>;
  readonly lock: (id: CandidacyId) => Promise<Candidacy>;
  readonly byNumber: (personId: PersonId, number: number) => Promise<Candidacy | null>;
  readonly all: (personId: PersonId) => Promise<CandidacyRow[]>;
  readonly update: (
    id: CandidacyId,
    change: Partial<
      Pick<
        Candidacy,
        | "state"
        | "closeReason"
        | "stateBefore"
        | "size"
        | "sizeBy"
        | "employer"
        | "employerDomain"
        | "role"
        | "zone"
        | "country"
      >
    >,
  ) => Promise<void>;
  readonly reopen: (id: CandidacyId, at: Temporal.Instant) => Promise<void>;
  readonly countWord: (id: CandidacyId) => Promise<void>;
  readonly storePlan: (
    id: CandidacyId,
    plan: Pick<Plan, "because" | "closesAt">,
    nextDueAt: Temporal.Instant | null,
  ) => Promise<void>;
  readonly facts: (id: CandidacyId, person: Person) => Promise<CandidacyFacts>;
  readonly due: (now: Temporal.Instant) => Promise<{ id: CandidacyId; at: Temporal.Instant }[]>;
  readonly saveInterview: (interview: Interview) => Promise<void>;
  readonly interviews: (id: CandidacyId) => Promise<Interview[]>;
  readonly addContact: (contact: Omit<Contact, "ended">) => Promise<void>;
  readonly endContact: (id: CandidacyId, address: string, ended: ContactEnd) => Promise<void>;
  readonly contacts: (id: CandidacyId) => Promise<Contact[]>;
  readonly addPromise: (id: CandidacyId, promise: PromiseOnRecord) => Promise<void>;
};

export type LinkCandidate = {
  readonly id: CandidacyId;
  readonly employer: string;
  readonly employerDomain: string | null;
  readonly role: string | null;
  readonly state: Candidacy["state"];
  /** Message-IDs of all its accepted mails, of either side. */
  readonly threadIds: readonly string[];
  readonly addresses: readonly string[];
  readonly interviewUids: readonly string[];
  /** Message-IDs of mails that the person or this program sent in it. */
  readonly weWrote: readonly string[];
};

export type CandidacyRow = Candidacy & {
  readonly because: string;
  readonly nextDueAt: Temporal.Instant | null;
  readonly closesAt: Temporal.Instant | null;
};

export type FollowUpRow = FollowUp & {
  readonly id: FollowUpId;
  readonly candidacyId: CandidacyId;
  readonly status: FollowUpRecord["status"];
  readonly notBefore: Temporal.PlainDate | null;
  readonly timesOffered: number;
};

export type FollowUps = {
  /** Replaces the stored plan: new keys are planned, known open ones updated, open ones that are no longer planned dropped. */
  readonly replace: (id: CandidacyId, followUps: readonly (FollowUp & { id: FollowUpId })[]) => Promise<void>;
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
  readonly get: (id: DraftId) => Promise<Draft | null>;
};

export type DigestRow = {
  readonly id: DigestId;
  readonly personId: PersonId;
  readonly localDate: Temporal.PlainDate;
  readonly token: string;
  readonly messageId: string;
  readonly mailed: boolean;
  readonly madeAt: Temporal.Instant;
};
export type DigestItemRow = {
  readonly n: number;
  readonly type: "draft" | "question" | "candidacy" | "unconfirmed";
  readonly draftId: DraftId | null;
  readonly candidacyId: CandidacyId | null;
  readonly messageId: MessageRowId | null;
  readonly outboxId: OutboxId | null;
};

export type Digests = {
  /** False when that local date has its digest already (SAFETY R11). */
  readonly insert: (digest: DigestRow, items: readonly DigestItemRow[]) => Promise<boolean>;
  readonly exists: (personId: PersonId, localDate: Temporal.PlainDate) => Promise<boolean>;
  readonly last: (personId: PersonId) => Promise<DigestRow | null>;
  readonly byToken: (token: string) => Promise<{ digest: DigestRow; items: DigestItemRow[] } | null>;
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
  readonly answer: (id: DebriefId, text: string) => Promise<void>;
};

export type OutboxRow = {
  readonly id: OutboxId;
  readonly personId: PersonId;
  readonly mailboxId: MailboxId;
  readonly purpose: "draft" | "self";
  readonly draftId: DraftId | null;
  readonly draftHash: string | null;
  readonly candidacyId: CandidacyId | null;
  readonly messageId: string;
  readonly envelopeFrom: string;
  readonly envelopeTo: string;
  readonly rfc822: Buffer;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly notBefore: Temporal.Instant;
  readonly unknownSince: Temporal.Instant | null;
  readonly reply: string | null;
  readonly providerMessageId: string | null;
  readonly filed: boolean;
};
export type NewOutboxRow = Omit<
  OutboxRow,
  "state" | "attempts" | "unknownSince" | "reply" | "providerMessageId" | "filed"
>;

export type Outbox = {
  readonly insert: (row: NewOutboxRow, approvedAt: Temporal.Instant) => Promise<boolean>;
  readonly get: (id: OutboxId) => Promise<OutboxRow | null>;
  readonly ofDraft: (id: DraftId) => Promise<OutboxRow | null>;
  readonly byMessageId: (personId: PersonId, messageId: string) => Promise<OutboxRow | null>;
  /** Compare-and-set along the table of moves; `attempt` fences claimed and transmitting rows. Null when somebody else got there first. */
  readonly move: (id: OutboxId, event: OutboxEventType, change: OutboxChange) => Promise<OutboxState | null>;
  /** A later `not_before` for a queued row; false when it is not queued any more. */
  readonly postpone: (id: OutboxId, notBefore: Temporal.Instant) => Promise<boolean>;
  /** Claimed and transmitting rows whose lease ran out on the database's clock (SAFETY R9). */
  readonly expired: () => Promise<{ id: OutboxId; state: OutboxState }[]>;
  /** What still moves by itself: queued, in doubt, and for a day mails to the person that could not be confirmed. */
  readonly live: () => Promise<{ id: OutboxId; state: OutboxState; notBefore: Temporal.Instant }[]>;
  readonly unfiled: () => Promise<OutboxId[]>;
  readonly markFiled: (id: OutboxId) => Promise<void>;
  readonly asked: (personId: PersonId) => Promise<OutboxRow[]>;
  /** Mails to employers that left, may have left or are leaving; holds the mailbox's sending until the transaction ends. */
  readonly sentSince: (mailboxId: MailboxId, since: Temporal.Instant) => Promise<number>;
  /** True when of so many mails to employers, the newest that were attempted, none is known to have arrived or not (SAFETY R13). */
  readonly inDoubt: (mailboxId: MailboxId, last: number) => Promise<boolean>;
};
export type OutboxChange = {
  readonly attempt?: string;
  readonly newAttempt?: string;
  readonly leaseSeconds?: number;
  readonly reply?: string;
  readonly providerMessageId?: string | null;
  readonly notBefore?: Temporal.Instant;
  readonly unknownSince?: Temporal.Instant;
  readonly sentAt?: Temporal.Instant;
  readonly onlyExpired?: boolean;
};

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
export type JournalData = { readonly [key: string]: string | number | boolean | null | undefined | Proof };
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
  | "contact"
  | "by_hand"
  | "possibly_related"
  | "planned"
  | "offered"
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
  | "waits"
  | "filed"
  | "digest"
  | "debrief"
  | "note"
  | "reply_refused"
  | "reply_doubt"
  | "marked"
  | "mailbox"
  | "unreadable"
  | "bounce";

export type Journal = {
  readonly append: (entry: JournalEntry) => Promise<void>;
  readonly ofCandidacy: (id: CandidacyId) => Promise<JournalRow[]>;
  readonly since: (personId: PersonId, after: Temporal.Instant) => Promise<JournalRow[]>;
};

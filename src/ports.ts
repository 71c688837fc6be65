import type { Temporal } from "temporal-polyfill";
import type { Kind } from "./domain/assessment.ts";
import type { Digest } from "./domain/digest.ts";
import type { Draft } from "./domain/draft.ts";
import type { DraftFacts } from "./domain/draft-facts.ts";
import type { FollowUpKind } from "./domain/follow-up.ts";
import type { CandidacyId, MailboxId, OutboxId, PersonId } from "./domain/ids.ts";
import type { Address, Message } from "./domain/message.ts";
import type { SmtpOutcome } from "./domain/outbox.ts";
import type { Result } from "./domain/result.ts";
import type { WorkingCalendar } from "./domain/working-time.ts";
import type { HistorySink } from "./ports/history.ts";

/** The outside world as types. Flows ask for the ports they use and nothing else. */

export type Clock = { readonly now: () => Temporal.Instant };

/** Random values, so that tests can fix them. `token` is 128 bits or more, URL-safe (SAFETY R29). */
export type Ids = { readonly uuid: () => string; readonly token: () => string };

/** Public holidays of a country (ISO 3166 alpha-2), regional ones only where the region is known (POLICY 6.16). */
export type Holidays = { readonly calendar: (country: string, zone: string) => WorkingCalendar };

/** How to reach one server. `tls`: from the first byte; `starttls`: required upgrade; `plain`: loopback only (SAFETY R51). */
export type ServerAddress = {
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls" | "plain";
};

/** A password in the clear; lives only between the seal and the wire. Prints as "<redacted>". */
export type Secret = {
  readonly reveal: () => string;
  readonly toJSON: () => string;
  readonly toString: () => string;
};

/** One IMAP and SMTP account, unsealed. */
export type Account = {
  readonly mailboxId: MailboxId;
  readonly address: string;
  readonly login: string;
  readonly password: Secret;
  readonly imap: ServerAddress;
  readonly smtp: ServerAddress;
  readonly sentFolder: string;
  readonly filesSentItself: boolean;
  /** authserv-id whose topmost Authentication-Results is believed (SAFETY R30), or null. */
  readonly authservId: string | null;
};

/** Why a server could not be used, in one sentence that says what to do. `login` is a definite refusal of the credentials (SAFETY R22). */
export type Trouble = {
  readonly kind: "login" | "unreachable" | "certificate" | "protocol" | "throttled";
  readonly says: string;
};

/** A mail as the server gave it. */
export type FetchedMail = {
  readonly folder: "inbox" | "sent";
  readonly uidValidity: bigint;
  readonly uid: number;
  /** Cursor before this mail; the compare of the compare-and-set (SAFETY R17). */
  readonly afterUid: number;
  readonly internalDate: Temporal.Instant;
  readonly source: Buffer;
  /** X-GM-MSGID or EMAILID, where the server has them (SAFETY R18). */
  readonly serverId: string | null;
};

export type FolderCursor = { readonly uidValidity: bigint; readonly lastUid: number };

/** What a reader of a mailbox needs from the program. Both calls commit before they return. */
export type MailSink = {
  readonly cursor: (mailboxId: MailboxId, folder: FetchedMail["folder"]) => Promise<FolderCursor | null>;
  /** First sight of a folder, or its UIDVALIDITY changed: reading starts after `lastUid`. */
  readonly startAt: (
    mailboxId: MailboxId,
    folder: FetchedMail["folder"],
    cursor: FolderCursor,
  ) => Promise<void>;
  readonly take: (mailboxId: MailboxId, mail: FetchedMail) => Promise<void>;
  readonly healthy: (mailboxId: MailboxId) => Promise<void>;
  /** Something keeps the mailbox from being read that is waited out: it is tried again. */
  readonly troubled: (mailboxId: MailboxId, trouble: Trouble) => Promise<void>;
};

/** What a search for a sent mail came to. "absent" only after a control search proved that the folder can be searched (SAFETY R5). */
export type Sighting =
  | { readonly type: "found"; readonly where: string }
  | { readonly type: "absent" }
  | { readonly type: "unsure"; readonly why: string };

export type Mailboxes = {
  /** Reads everything that arrived since the cursor, once, over a connection of its own. */
  readonly catchUp: (account: Account, sink: MailSink) => Promise<Result<void, Trouble>>;
  /** Watches until the signal is aborted or the connection fails for good: IDLE on INBOX, poll as second source, Sent by STATUS (SAFETY R19, R20). */
  readonly watch: (account: Account, sink: MailSink, signal: AbortSignal) => Promise<Result<void, Trouble>>;
  /** Reads the mail since that moment, up to where live reading begins, in order of arrival, once (SAFETY R23). */
  readonly readHistory: (
    account: Account,
    since: Temporal.Instant,
    live: Readonly<Record<FetchedMail["folder"], FolderCursor | null>>,
    sink: HistorySink,
    signal?: AbortSignal,
  ) => Promise<Result<void, Trouble>>;
  readonly find: (
    account: Account,
    folder: FetchedMail["folder"],
    mail: {
      messageId: string;
      providerMessageId: string | null;
      outboxId: OutboxId;
      sentBefore: readonly string[];
    },
  ) => Promise<Sighting>;
  /** Puts a copy into Sent unless one with that Message-ID is there (SAFETY R7). */
  readonly file: (
    account: Account,
    mail: { messageId: string; rfc822: Buffer; answers: string | null },
  ) => Promise<Result<"filed" | "already there", Trouble>>;
};

export type Courier = {
  /** One attempt, no hidden retries (SAFETY R8). `gate` runs inside the body stream before the first byte (R2); false: nothing is sent. */
  readonly send: (
    account: Account,
    mail: { from: string; to: string; rfc822: Buffer },
    gate: () => Promise<boolean>,
  ) => Promise<SmtpOutcome>;
};

/** A hint that something may be due: it may be lost or doubled, the store is the truth (SAFETY R1). */
export type Reminder =
  | { readonly queue: "watch"; readonly id: MailboxId }
  | { readonly queue: "plan"; readonly id: CandidacyId }
  | { readonly queue: "digest"; readonly id: PersonId }
  | { readonly queue: "outbox"; readonly id: OutboxId }
  | { readonly queue: "reconcile"; readonly id: OutboxId }
  | { readonly queue: "file"; readonly id: OutboxId };

export type Queue = {
  readonly remind: (reminder: Reminder, at: Temporal.Instant) => Promise<void>;
  /** The same for many, in few steps. */
  readonly remindAll: (
    reminders: readonly { readonly reminder: Reminder; readonly at: Temporal.Instant }[],
  ) => Promise<void>;
};

/** MIME both ways. */
export type Mime = {
  /** Never throws on a mail: what no parser likes comes back with the reason in `unreadable` (SAFETY R25). */
  readonly read: (
    source: Buffer,
    context: { internalDate: Temporal.Instant; authservId: string | null },
  ) => Promise<{ message: Message; unreadable: string | null }>;
  /** The final bytes of an approved draft: fixed Message-ID, thread headers, the quoted mail that it answers. */
  readonly followUp: (mail: {
    outboxId: OutboxId;
    from: Address;
    draft: Draft;
    messageId: string;
    date: Temporal.ZonedDateTime;
    quoted: { at: Temporal.ZonedDateTime; from: Address; text: string } | null;
  }) => Promise<Buffer>;
  /** A mail of ours to the person: digest or debrief. `mark` stands in the header X-Afterword, by which a mail program can sort. */
  readonly own: (mail: {
    outboxId: OutboxId;
    address: string;
    messageId: string;
    mark: string;
    date: Temporal.ZonedDateTime;
    words: OwnWords;
  }) => Promise<Buffer>;
  readonly digest: (digest: Digest) => Promise<OwnWords>;
  readonly debrief: (words: { subject: string; text: string }) => Promise<OwnWords>;
};

/** The words of a mail of ours to the person. */
export type OwnWords = { readonly subject: string; readonly text: string; readonly html: string };

/** A model that reads a mail which the rules leave unsure. Null: it is away, or its answer was none. Nothing but this mail is shown to it (SAFETY R43). */
export type SecondReader = {
  readonly read: (mail: {
    readonly from: string;
    readonly subject: string;
    readonly date: Temporal.Instant;
    /** What its writer wrote now, without quotes and signature. */
    readonly newest: string;
  }) => Promise<{
    readonly kind: Kind;
    readonly confidence: number;
    readonly quotes: readonly string[];
  } | null>;
};

/** Texts from the templates. `subject` is for a mail that starts a thread of its own. */
export type Writer = {
  readonly draft: (kind: FollowUpKind, facts: DraftFacts) => { subject: string; text: string };
  readonly debrief: (facts: DraftFacts) => { subject: string; text: string };
};

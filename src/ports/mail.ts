import type { Temporal } from "temporal-polyfill";
import type { CopyOrder, CopyPlace, CopySeen } from "../domain/drafts-folder.ts";
import type { MailboxId, OutboxId } from "../domain/ids.ts";
import type { SmtpOutcome } from "../domain/outbox.ts";
import type { Result } from "../domain/result.ts";
import type { HistorySink } from "./history.ts";
import type { SignInService } from "./sign-in.ts";

/** How to reach one server. `tls`: from the first byte; `starttls`: required upgrade; `plain`: loopback only (SAFETY R51). */
export type ServerAddress = {
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls" | "plain";
};

/** A password or token in the clear; lives only between the seal and the wire. Prints as "<redacted>". */
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
  /** Empty where a sign-in lets us in. */
  readonly password: Secret;
  /** Whose sign-in lets us in, with a token that is asked for before each connection; null: the password does. */
  readonly signIn: SignInService | null;
  readonly imap: ServerAddress;
  readonly smtp: ServerAddress;
  readonly sentFolder: string;
  readonly filesSentItself: boolean;
  /** authserv-id whose topmost Authentication-Results is believed (SAFETY R30), or null. */
  readonly authservId: string | null;
};

/** Why a server could not be used, in one sentence that says what to do. `login` is a definite refusal of the credentials (SAFETY R22), `signed_out` the end of a sign-in (R27). */
export type Trouble = {
  readonly kind: "login" | "signed_out" | "unreachable" | "certificate" | "protocol" | "throttled";
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

/** A copy of an offered draft for the Drafts folder. `mark` is the value of its X-Afterword-Draft. */
export type DraftsCopy = {
  readonly messageId: string;
  readonly mark: string;
  readonly rfc822: Buffer;
  /** Where it lay when it was last seen; null: it was not seen there yet. */
  readonly place: CopyPlace | null;
  /** The Message-ID that it answers, its recipient and its subject: by them it is known again when a mail program has made a mail of its own of it. */
  readonly answers: string | null;
  readonly to: string;
  readonly subject: string;
};

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
  /** Puts a copy into Sent unless one is there under any of its names (SAFETY R6, R7), and marks the mail that it answers. */
  readonly file: (
    account: Account,
    mail: {
      messageId: string;
      providerMessageId: string | null;
      outboxId: OutboxId;
      rfc822: Buffer;
      answers: string | null;
    },
  ) => Promise<Result<"filed" | "already there", Trouble>>;
  /**
   * Puts copies into Drafts, looks for them, or takes out those that nobody has touched, and gives what was seen of each, in the same order.
   * `folder` is the one that was used before, null where none was; the one that was used now is given back, null where none looks like Drafts (SAFETY R26).
   */
  readonly keepDrafts: (
    account: Account,
    folder: string | null,
    orders: readonly { readonly order: CopyOrder; readonly copy: DraftsCopy }[],
  ) => Promise<Result<{ readonly folder: string | null; readonly seen: readonly CopySeen[] }, Trouble>>;
};

export type Courier = {
  /** No attempt takes longer, in milliseconds: a lease on one has to exceed it (SAFETY section 1, step 5). */
  readonly longestAttempt: number;
  /** One attempt, no hidden retries (SAFETY R8). `gate` runs inside the body stream before the first byte (R2); false: nothing is sent. */
  readonly send: (
    account: Account,
    mail: { from: string; to: string; rfc822: Buffer },
    gate: () => Promise<boolean>,
  ) => Promise<SmtpOutcome>;
};

import type { Temporal } from "temporal-polyfill";
import type { CandidacyId, DraftId, MailboxId, OutboxId, PersonId } from "../domain/ids.ts";
import type { OutboxEventType, OutboxState } from "../domain/outbox.ts";
import type { OutboxMove } from "../domain/outbox-replay.ts";

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

/** A move with the database's own moment and its transaction, whose journal rows say more of it. */
export type LoggedMove = OutboxMove & { readonly at: Temporal.Instant; readonly tx: string };

export type Outbox = {
  readonly insert: (row: NewOutboxRow, approvedAt: Temporal.Instant) => Promise<boolean>;
  readonly get: (id: OutboxId) => Promise<OutboxRow | null>;
  readonly ofDraft: (id: DraftId) => Promise<OutboxRow | null>;
  readonly byMessageId: (personId: PersonId, messageId: string) => Promise<OutboxRow | null>;
  /** Compare-and-set along the table of moves; `attempt` fences claimed and transmitting rows. Null when somebody else got there first. */
  readonly move: (id: OutboxId, event: OutboxEventType, change: OutboxChange) => Promise<OutboxState | null>;
  /** The log of a row, in order: what `insert` and `move` have written (SAFETY R59). */
  readonly moves: (id: OutboxId) => Promise<LoggedMove[]>;
  /** A later `not_before` for a queued row; false when it is not queued any more. */
  readonly postpone: (id: OutboxId, notBefore: Temporal.Instant) => Promise<boolean>;
  /** Claimed and transmitting rows whose lease ran out on the database's clock (SAFETY R9). */
  readonly expired: () => Promise<{ id: OutboxId; state: OutboxState }[]>;
  /** What still moves by itself: queued, in doubt, and for a day mails to the person that could not be confirmed; the longest due first. */
  readonly live: () => Promise<Pick<OutboxRow, "id" | "mailboxId" | "purpose" | "state" | "notBefore">[]>;
  /** Mails to employers that are queued in that mailbox and due, in any order: two processes seldom try the same one. */
  readonly dueIn: (mailboxId: MailboxId, now: Temporal.Instant) => Promise<OutboxId[]>;
  /** How many mails to employers are leaving that mailbox now. */
  readonly underWay: (mailboxId: MailboxId) => Promise<number>;
  readonly unfiled: () => Promise<OutboxId[]>;
  readonly markFiled: (id: OutboxId) => Promise<void>;
  readonly asked: (personId: PersonId) => Promise<OutboxRow[]>;
  /** When the newest mail of ours to the person was made, without those that failed or could not be confirmed; null: there is none. */
  readonly lastToPerson: (personId: PersonId) => Promise<Temporal.Instant | null>;
  /** Mails to employers that left, may have left or are leaving. */
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

import type { Temporal } from "temporal-polyfill";
import type { QuestionKind } from "../domain/approval.ts";
import type { Assessment } from "../domain/assessment.ts";
import type { CandidacyId, MailboxId, MessageRowId, PersonId } from "../domain/ids.ts";
import type { Address, SenderProof } from "../domain/message.ts";

export type StoredMessage = {
  readonly id: MessageRowId;
  readonly mailboxId: MailboxId;
  readonly messageId: string | null;
  readonly thread: readonly string[];
  readonly direction: "in" | "hand" | "afterword";
  readonly candidacyId: CandidacyId | null;
  readonly from: Address;
  readonly recipients: readonly Address[];
  /** Addresses at which it asks for answers; absent: nowhere else than From. */
  readonly replyTo?: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly at: Temporal.Instant;
  readonly human: boolean;
  /** What it means by the newest word on it, the program's or the person's; null for mail of the person. */
  readonly assessment: Assessment | null;
  /** Whose word it is, as far as that was proven when it came; null for mail of the person. */
  readonly proof: SenderProof | null;
  /** What the person is asked about it, and of which candidacy. */
  readonly question: { readonly asks: QuestionKind; readonly about: CandidacyId | null } | null;
  readonly receivedAt: Temporal.Instant;
  readonly outOfOfficeUntil: Temporal.PlainDate | "unknown" | null;
  /** The sentence that asks something of the person, or null. */
  readonly asks: string | null;
};

export type NewMessage = Omit<StoredMessage, "proof" | "question"> & {
  readonly personId: PersonId;
  readonly identity: string;
  readonly proof?: SenderProof | null;
};

/** What a mail means, as the newest word on it has it. */
export type Meaning = Pick<StoredMessage, "assessment" | "human" | "asks" | "outOfOfficeUntil">;

export type Messages = {
  /** False when that identity is known already (SAFETY R18). */
  readonly insert: (message: NewMessage) => Promise<boolean>;
  readonly knows: (mailboxId: MailboxId, identity: string) => Promise<boolean>;
  readonly get: (id: MessageRowId) => Promise<StoredMessage>;
  readonly ofCandidacy: (id: CandidacyId) => Promise<StoredMessage[]>;
  /** Mails of the person's correspondence with one of those Message-IDs, oldest first. */
  readonly withIds: (personId: PersonId, messageIds: readonly string[]) => Promise<StoredMessage[]>;
  /** True when somebody's approach from that address was offered before (POLICY 6.15). */
  readonly hasApproached: (personId: PersonId, address: string) => Promise<boolean>;
  /** Mails of which the person is asked something, oldest first. */
  readonly openQuestions: (personId: PersonId) => Promise<StoredMessage[]>;
  readonly ask: (id: MessageRowId, asks: QuestionKind, about: CandidacyId | null) => Promise<void>;
  /** Compare-and-set: false when that question does not stand open. */
  readonly answered: (id: MessageRowId, asks: QuestionKind) => Promise<boolean>;
  readonly reread: (id: MessageRowId, meaning: Meaning) => Promise<void>;
  /** Gives the mail to a candidacy, or to none. */
  readonly giveTo: (id: MessageRowId, candidacyId: CandidacyId | null) => Promise<void>;
  /** Message-IDs seen in Sent of that mailbox before, newest first, for the control search of SAFETY R5. */
  readonly knownInSent: (mailboxId: MailboxId, atMost: number) => Promise<string[]>;
  /**
   * Empties the texts of mails that were received before, and what a model was asked with them. Kept are those of open candidacies and open
   * questions. Who wrote when, what it meant and the quoted words that prove it stay (SAFETY R56).
   */
  readonly emptyTexts: (
    all: readonly { readonly personId: PersonId; readonly before: Temporal.Instant }[],
  ) => Promise<void>;
};

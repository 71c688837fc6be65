import type { Temporal } from "temporal-polyfill";
import type { Assessment } from "../domain/assessment.ts";
import type { CandidacyId, MailboxId, MessageRowId, PersonId } from "../domain/ids.ts";
import type { Address } from "../domain/message.ts";

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

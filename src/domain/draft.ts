import type { CandidacyId, DraftId, FollowUpId } from "./ids.ts";
import type { Address } from "./message.ts";

/** A proposed mail, versioned; its hash is what an approval is bound to (SAFETY R12). */
export type Draft = {
  readonly id: DraftId;
  readonly followUpId: FollowUpId;
  readonly candidacyId: CandidacyId;
  readonly version: number;
  /** SHA-256 (hex) over recipient, subject, thread headers and text. */
  readonly hash: string;
  readonly to: Address;
  readonly subject: string;
  readonly text: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** `wordCount` of the candidacy when this was written (SAFETY R14). */
  readonly wordCount: number;
  /** Whose words they are. */
  readonly by: "template" | "model" | "person";
  /** SHA-256 (hex) of the facts that it was written from: while they hold, and nobody has written, the draft stays. */
  readonly basis: string;
  /** What the person wants changed in it, else null. */
  readonly wish: string | null;
};

/** The text that is hashed. A field more or less changes every hash, so the list is the contract. */
export const hashedText = (
  draft: Pick<Draft, "to" | "subject" | "text" | "inReplyTo" | "references">,
): string =>
  JSON.stringify([
    draft.to.name,
    draft.to.address,
    draft.subject,
    draft.text,
    draft.inReplyTo,
    draft.references,
  ]);

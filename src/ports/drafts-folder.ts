import type { Temporal } from "temporal-polyfill";
import type { Draft } from "../domain/draft.ts";
import type { CopyPlace, CopyRecord, CopyState } from "../domain/drafts-folder.ts";
import type { DraftId, FollowUpId, MailboxId, PersonId } from "../domain/ids.ts";

/** The copy of a draft in the person's Drafts folder. */
export type DraftCopyRow = CopyRecord & {
  readonly draft: Draft;
  readonly mailboxId: MailboxId;
  readonly messageId: string;
  readonly rfc822: Buffer;
  /** Where it was last seen. */
  readonly place: CopyPlace | null;
};

export type DraftCopies = {
  /**
   * Newest versions that stand in a digest as an offered mail and have no copy there, while none of an elder version of theirs is followed, in the
   * order in which candidacies are locked.
   */
  readonly uncopied: (personId: PersonId) => Promise<readonly Draft[]>;
  /** A copy that was taken out may be put there again. False where that draft has, or had, another one. */
  readonly insert: (
    copy: Pick<DraftCopyRow, "mailboxId" | "messageId" | "rfc822"> & { readonly draftId: DraftId },
    at: Temporal.Instant,
  ) => Promise<boolean>;
  /** Those of a mailbox that are looked at, in the order in which candidacies are locked. */
  readonly followed: (mailboxId: MailboxId) => Promise<readonly DraftCopyRow[]>;
  /** All copies of a mail's versions, newest first. */
  readonly ofFollowUp: (id: FollowUpId) => Promise<readonly DraftCopyRow[]>;
  /** Copies from which a mail of that person's may have been sent: of drafts that are still due, or were skipped; newest first. */
  readonly unsent: (personId: PersonId) => Promise<readonly Omit<DraftCopyRow, "rfc822">[]>;
  /** Compare-and-set: false when the copy was in another state. */
  readonly move: (
    draftId: DraftId,
    from: CopyState,
    to: CopyRecord & { readonly place?: CopyPlace },
  ) => Promise<boolean>;
  /** True where the folder has to be looked at: the person wants copies there, or some are followed. */
  readonly concern: (mailboxId: MailboxId) => Promise<boolean>;
  /** The folder that was used last, and when it was looked at. */
  readonly lastLook: (
    mailboxId: MailboxId,
  ) => Promise<{ readonly folder: string | null; readonly at: Temporal.Instant | null }>;
  /** `folder`: null where none looked like Drafts; then the one that is known stays. */
  readonly looked: (mailboxId: MailboxId, folder: string | null, at: Temporal.Instant) => Promise<void>;
  /** False while somebody else works in the folder: two at once would put a copy there twice. Ends by itself when its holder dies. */
  readonly lease: (mailboxId: MailboxId, holder: string, seconds: number) => Promise<boolean>;
  /** Nothing where somebody else has it by now. */
  readonly endLease: (mailboxId: MailboxId, holder: string) => Promise<void>;
};

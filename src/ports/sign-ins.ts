import type { MailboxId } from "../domain/ids.ts";
import type { SignInService, Tokens } from "../ports.ts";

/** What lets a mailbox in that was signed in to. */
export type SignInRow = {
  readonly service: SignInService;
  readonly tokens: Tokens;
  /** How often it was renewed: the compare of the compare-and-set. */
  readonly renewals: number;
  /** Why only a new sign-in helps; null: it is not over. */
  readonly over: string | null;
  /** An earlier renewal ended without a written answer, so that the refresh token may be spent. */
  readonly isDoubtful: boolean;
};

/** The renewal of tokens, by one holder at a time over all processes (SAFETY R27). No lock is held while the provider is asked: a lease is. */
export type SignInRows = {
  /** Null where a password lets us in. */
  readonly signIn: (id: MailboxId) => Promise<SignInRow | null>;
  /** Compare-and-set: false when it was renewed since `renewals`, is over, or somebody else is renewing it. What is begun stays doubtful until an answer is written down. */
  readonly beginRenewal: (
    id: MailboxId,
    holder: string,
    seconds: number,
    renewals: number,
  ) => Promise<boolean>;
  /** Seals the new tokens and ends the lease, in one write; false when the lease is somebody else's, or the mailbox was connected anew. */
  readonly renewed: (id: MailboxId, holder: string, tokens: Tokens) => Promise<boolean>;
  /** Ends the lease without new tokens; false when it is somebody else's. */
  readonly endRenewal: (
    id: MailboxId,
    holder: string,
    how: { readonly over: string | null; readonly answered: boolean },
  ) => Promise<boolean>;
};

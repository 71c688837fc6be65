import type { MailboxId, PersonId } from "../domain/ids.ts";

/** How much is kept of a person, or came through one mailbox. */
export type Holdings = {
  readonly mailboxes: readonly string[];
  readonly candidacies: number;
  readonly mails: number;
  readonly drafts: number;
  /** Approved mails that have not left yet. */
  readonly waiting: number;
  /** Mails that are leaving at this moment. */
  readonly leaving: number;
};

/** The end of what is kept (SAFETY R56). Each ends in one transaction and gives the ids that jobs may carry. */
export type Endings = {
  readonly ofPerson: (id: PersonId) => Promise<Holdings>;
  readonly ofMailbox: (id: MailboxId) => Promise<Holdings>;
  /** Everything of the person: mailboxes, candidacies, mails, drafts, outbox, journal, spending, links. */
  readonly endPerson: (id: PersonId) => Promise<readonly string[]>;
  /** The mailbox, what came and left through it, and candidacies that are known from it alone. */
  readonly endMailbox: (id: MailboxId) => Promise<readonly string[]>;
  /** Takes out of the database's files what was deleted; false where only the owner of the server can see to its logs and backups. */
  readonly scrub: () => Promise<boolean>;
};

/** What ending asks of the queue. */
export type JobsForgotten = { readonly forget: (ids: readonly string[]) => Promise<void> };

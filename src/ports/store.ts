import type { Candidacies } from "./candidacies.ts";
import type { Debriefs, Digests } from "./digests.ts";
import type { Proposals, Voices } from "./drafting.ts";
import type { DraftCopies } from "./drafts-folder.ts";
import type { Drafts, FollowUps } from "./follow-ups.ts";
import type { Journal } from "./journal.ts";
import type { UsedLinks } from "./links.ts";
import type { Messages } from "./messages.ts";
import type { Outbox } from "./outbox.ts";
import type { MailboxRows, People } from "./people.ts";

/** The store: everything inside one `transaction` is committed together or not at all. No call outside the store happens in it. */
export type Store = { readonly transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T> };

export type Tx = {
  readonly people: People;
  readonly mailboxes: MailboxRows;
  readonly messages: Messages;
  readonly candidacies: Candidacies;
  readonly followUps: FollowUps;
  readonly drafts: Drafts;
  readonly draftCopies: DraftCopies;
  readonly proposals: Proposals;
  readonly voices: Voices;
  readonly digests: Digests;
  readonly debriefs: Debriefs;
  readonly outbox: Outbox;
  readonly journal: Journal;
  readonly links: UsedLinks;
};

export type * from "./candidacies.ts";
export type * from "./digests.ts";
export type * from "./drafting.ts";
export type * from "./drafts-folder.ts";
export type * from "./follow-ups.ts";
export type * from "./journal.ts";
export type * from "./links.ts";
export type * from "./messages.ts";
export type * from "./outbox.ts";
export type * from "./people.ts";
export type * from "./sign-ins.ts";

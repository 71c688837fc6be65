import type { Temporal } from "temporal-polyfill";
import type { Kind } from "./domain/assessment.ts";
import type { Digest } from "./domain/digest.ts";
import type { Draft } from "./domain/draft.ts";
import type { DraftFacts } from "./domain/draft-facts.ts";
import type { FollowUpKind } from "./domain/follow-up.ts";
import type { CandidacyId, DraftId, MailboxId, OutboxId, PersonId } from "./domain/ids.ts";
import type { Address, Message } from "./domain/message.ts";
import type { Around } from "./domain/quoted-original.ts";
import type { ToneProfile } from "./domain/tone.ts";
import type { WorkingCalendar } from "./domain/working-time.ts";

export type * from "./ports/drafting.ts";
export type * from "./ports/mail.ts";
export type * from "./ports/sign-in.ts";

/** The outside world as types. Flows ask for the ports they use and nothing else. */

export type Clock = { readonly now: () => Temporal.Instant };

/** Random values, so that tests can fix them. `token` is 128 bits or more, URL-safe (SAFETY R29). */
export type Ids = { readonly uuid: () => string; readonly token: () => string };

/** Public holidays of a country (ISO 3166-1 alpha-2), those of a region only where that is given with it ("DE-BY", ISO 3166-2; POLICY 6.16). */
export type Holidays = { readonly calendar: (country: string, zone: string) => WorkingCalendar };

/** A hint that something may be due: it may be lost or doubled, the store is the truth (SAFETY R1). */
export type Reminder =
  | { readonly queue: "watch"; readonly id: MailboxId }
  | { readonly queue: "plan"; readonly id: CandidacyId }
  | { readonly queue: "digest"; readonly id: PersonId }
  | { readonly queue: "draft"; readonly id: DraftId }
  | { readonly queue: "voice"; readonly id: PersonId }
  | { readonly queue: "outbox"; readonly id: OutboxId }
  | { readonly queue: "reconcile"; readonly id: OutboxId }
  | { readonly queue: "file"; readonly id: OutboxId }
  | { readonly queue: "drafts-folder"; readonly id: MailboxId };

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
  /** The final bytes of an approved draft: fixed Message-ID, thread headers, and around its text what the person's own mails have there. */
  readonly followUp: (
    mail: {
      outboxId: OutboxId;
      from: Address;
      draft: Draft;
      messageId: string;
      date: Temporal.ZonedDateTime;
    } & Around,
  ) => Promise<Buffer>;
  /** The same mail as a copy for the Drafts folder; `mark` stands in the header X-Afterword-Draft. */
  readonly draftCopy: (
    mail: {
      mark: string;
      from: Address;
      draft: Draft;
      messageId: string;
      date: Temporal.ZonedDateTime;
    } & Around,
  ) => Promise<Buffer>;
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
  /** A short mail that tells what came of what the person said. */
  readonly confirmation: (words: { subject: string; text: string }) => Promise<OwnWords>;
};

/** The words of a mail of ours to the person. */
export type OwnWords = { readonly subject: string; readonly text: string; readonly html: string };

/** A model that reads a mail which the rules leave unsure. Null: it is away, or its answer was none. Nothing but this mail is shown to it (SAFETY R43). */
export type SecondReader = {
  /** `personId` is whose daily allowance the question counts against (SAFETY R48). */
  readonly read: (
    personId: PersonId,
    mail: {
      readonly from: string;
      readonly subject: string;
      readonly date: Temporal.Instant;
      /** What its writer wrote now, without quotes and signature. */
      readonly newest: string;
    },
  ) => Promise<{
    readonly kind: Kind;
    readonly confidence: number;
    readonly quotes: readonly string[];
  } | null>;
};

/** Texts from the templates. `subject` is for a mail that starts a thread of its own; `tone` is the person's own manner, null where nothing is known of it. */
export type Writer = {
  readonly draft: (
    kind: FollowUpKind,
    facts: DraftFacts,
    tone: ToneProfile | null,
  ) => { subject: string; text: string };
  readonly debrief: (facts: DraftFacts) => { subject: string; text: string };
};

import type { Temporal } from "temporal-polyfill";
import type { CandidacyId, MailboxId, PersonId } from "../domain/ids.ts";
import type { OwnPreferences, Preferences } from "../domain/preferences.ts";
import type { Account, FetchedMail, FolderCursor, ServerAddress, SignInService, Tokens } from "../ports.ts";
import type { HistoryPlace } from "./history.ts";
import type { SignInRows } from "./sign-ins.ts";

export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly address: string;
  readonly zone: string;
  readonly country: string;
  /** Wall-clock hour of the digest in `zone`, "07:30". */
  readonly digestAt: string;
  readonly preferences: Preferences;
  /** `pause`: nothing is proposed before this instant; null: no pause. */
  readonly pausedUntil: Temporal.Instant | null;
  /** What the person will not do, in their words (POLICY 4). */
  readonly nonNegotiables: readonly string[];
  /** What drafts may say of the person, a line each, in their own words (POLICY 5). */
  readonly aboutMe: readonly string[];
  /** The secret part of the calendar feed's address; null: there is no feed. */
  readonly feedToken: string | null;
};

/** What connecting asks of a person; everything else has a default. */
export type NewPerson = Omit<
  Person,
  "preferences" | "pausedUntil" | "nonNegotiables" | "aboutMe" | "feedToken"
>;

export type People = {
  readonly insert: (person: NewPerson, at: Temporal.Instant) => Promise<void>;
  readonly update: (person: NewPerson) => Promise<void>;
  /** `preferences` takes the place of what was changed before; what it does not name has its default. */
  readonly set: (
    id: PersonId,
    change: Partial<Pick<Person, "pausedUntil" | "nonNegotiables" | "aboutMe" | "feedToken">> & {
      readonly preferences?: OwnPreferences;
    },
  ) => Promise<void>;
  /** Compare-and-set: false when that pause was ended or changed already. */
  readonly endPause: (id: PersonId, pausedUntil: Temporal.Instant) => Promise<boolean>;
  /** Only what differs from the defaults. */
  readonly ownPreferences: (id: PersonId) => Promise<OwnPreferences>;
  /** Whose plans were made by an older version of the policy, in no order: several processes begin at different ends. */
  readonly plannedBefore: (version: number) => Promise<PersonId[]>;
  /** Compare-and-set: false when somebody else plans, or has planned, by that version. */
  readonly plansBy: (id: PersonId, version: number) => Promise<boolean>;
  readonly all: () => Promise<Person[]>;
  readonly get: (id: PersonId) => Promise<Person>;
  /** Holds the person until the transaction ends: whoever else asks for them waits, and then reads what was done. Rows that name them can be written. */
  readonly hold: (id: PersonId) => Promise<void>;
  readonly byAddress: (address: string) => Promise<Person | null>;
  readonly ofCandidacy: (id: CandidacyId) => Promise<Person>;
};

export type MailboxRow = {
  readonly id: MailboxId;
  readonly personId: PersonId;
  readonly address: string;
  readonly trouble: string | null;
  readonly refusals: number;
  readonly sendingPaused: boolean;
  /** After a refused login nobody knocks before this moment. */
  readonly knockAfter: Temporal.Instant | null;
  /** Since when the person has it neither watched nor sent from; null: it is in use. */
  readonly pausedAt: Temporal.Instant | null;
  /** The mail that was there before is still being read; until then nothing is told or proposed. */
  readonly isBeingReadFirst: boolean;
  /** When it was last read to its end. */
  readonly healthyAt: Temporal.Instant | null;
  readonly connectedAt: Temporal.Instant;
  /** Null: a password lets us in. */
  readonly signIn: {
    readonly service: SignInService;
    /** When it ends whatever is done; null: nobody said. */
    readonly endsAt: Temporal.Instant | null;
    readonly isOver: boolean;
  } | null;
};

export type NewMailbox = {
  readonly id: MailboxId;
  readonly personId: PersonId;
  readonly address: string;
  readonly login: string;
  readonly password: string;
  readonly imap: ServerAddress;
  readonly smtp: ServerAddress;
  readonly sentFolder: string;
  readonly filesSentItself: boolean;
  readonly authservId: string | null;
  readonly connectedAt: Temporal.Instant;
  /** Absent: the password lets us in. */
  readonly signedIn?: { readonly service: SignInService; readonly tokens: Tokens };
};

/** How far the first reading of a mailbox has come. */
export type FirstReading = { readonly since: Temporal.Instant; readonly place: HistoryPlace | null };

export type MailboxRows = SignInRows & {
  /** Seals the password or the tokens (SAFETY R50). An address that is connected already keeps its id and cursors; everything else is replaced, and a pause ends. */
  readonly save: (mailbox: NewMailbox) => Promise<MailboxId>;
  readonly get: (id: MailboxId) => Promise<MailboxRow>;
  /** Holds the mailbox's sending until the transaction ends. */
  readonly lock: (id: MailboxId) => Promise<MailboxRow>;
  readonly all: () => Promise<MailboxRow[]>;
  readonly ofPerson: (id: PersonId) => Promise<MailboxRow[]>;
  /** Those that are not paused. */
  readonly inUse: (id: PersonId) => Promise<MailboxRow[]>;
  /** Compare-and-set: false when it was paused already, or with null when it was not. */
  readonly pause: (id: MailboxId, at: Temporal.Instant | null) => Promise<boolean>;
  /** Where the conversation goes on: the mailbox of its newest mail, else the person's first. Null where the person has none. */
  readonly ofCandidacy: (id: CandidacyId) => Promise<MailboxRow | null>;
  readonly account: (id: MailboxId) => Promise<Account>;
  readonly healthy: (id: MailboxId, at: Temporal.Instant) => Promise<void>;
  readonly setTrouble: (
    id: MailboxId,
    says: string | null,
    change?: { refusals?: number; sendingPaused?: boolean; knockAfter?: Temporal.Instant },
  ) => Promise<void>;
  readonly cursor: (id: MailboxId, folder: FetchedMail["folder"]) => Promise<FolderCursor | null>;
  readonly startAt: (id: MailboxId, folder: FetchedMail["folder"], cursor: FolderCursor) => Promise<void>;
  /** Compare-and-set (SAFETY R17): false when another reader was first, or the mailbox is paused: what comes then is read afterwards. */
  readonly advance: (
    id: MailboxId,
    folder: FetchedMail["folder"],
    uidValidity: bigint,
    from: number,
    to: number,
  ) => Promise<boolean>;
  /** Null when none was wanted, or it is done. */
  readonly firstReading: (id: MailboxId) => Promise<FirstReading | null>;
  readonly beginFirstReading: (id: MailboxId, since: Temporal.Instant) => Promise<void>;
  /** Compare-and-set: false when another reader was first. */
  readonly advanceFirstReading: (
    id: MailboxId,
    from: HistoryPlace | null,
    to: HistoryPlace,
  ) => Promise<boolean>;
  /** False when another reader has ended it already. */
  readonly endFirstReading: (id: MailboxId, at: Temporal.Instant) => Promise<boolean>;
};

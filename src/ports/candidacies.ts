import type { Temporal } from "temporal-polyfill";
import type { Candidacy } from "../domain/candidacy.ts";
import type { CandidacyFacts, Occasion, Plan, PromiseOnRecord, Wishes } from "../domain/follow-up.ts";
import type { CandidacyId, FollowUpId, InterviewId, MessageRowId, PersonId } from "../domain/ids.ts";
import type { Contact, ContactEnd, Interview } from "../domain/interview.ts";
import type { LinkCandidate } from "../domain/thread.ts";
import type { Person } from "./people.ts";

export type Candidacies = {
  readonly open: (
    candidacy: Omit<
      Candidacy,
      "number" | "wordCount" | "stateBefore" | "closeReason" | "offerDeadline" | "preferences" | "reading"
    >,
  ) => Promise<Candidacy>;
  /** What linking needs to know of every candidacy of the person. */
  readonly linkCandidates: (personId: PersonId) => Promise<LinkCandidate[]>;
  /** Locks the row until the transaction ends, so that two mails of one candidacy are taken one after the other. */
  readonly lock: (id: CandidacyId) => Promise<Candidacy>;
  /** Locks all of a person, in the one order in which they are locked everywhere: two orders would wait for each other. */
  readonly lockAll: (personId: PersonId) => Promise<readonly CandidacyId[]>;
  readonly byNumber: (personId: PersonId, number: number) => Promise<CandidacyRow | null>;
  readonly all: (personId: PersonId) => Promise<CandidacyRow[]>;
  readonly update: (
    id: CandidacyId,
    change: Partial<
      Pick<
        Candidacy,
        | "state"
        | "closeReason"
        | "stateBefore"
        | "size"
        | "sizeBy"
        | "employer"
        | "employerDomain"
        | "role"
        | "zone"
        | "country"
        | "mergedInto"
        | "offerDeadline"
        | "weighs"
        | "preferences"
        | "reading"
      > &
        Wishes
    >,
  ) => Promise<void>;
  readonly reopen: (id: CandidacyId, at: Temporal.Instant) => Promise<void>;
  readonly countWord: (id: CandidacyId) => Promise<void>;
  readonly storePlans: (
    plans: readonly {
      readonly id: CandidacyId;
      readonly plan: Pick<Plan, "because" | "closesAt">;
      readonly nextDueAt: Temporal.Instant | null;
    }[],
  ) => Promise<void>;
  readonly facts: (id: CandidacyId, person: Person) => Promise<CandidacyFacts>;
  /** The same for many candidacies of one person, with as few questions to the store as for one. */
  readonly factsOfMany: (
    person: Person,
    ids: readonly CandidacyId[],
  ) => Promise<ReadonlyMap<CandidacyId, CandidacyFacts>>;
  readonly due: (now: Temporal.Instant) => Promise<{ id: CandidacyId; at: Temporal.Instant }[]>;
  readonly saveInterview: (interview: Interview) => Promise<void>;
  readonly interviews: (id: CandidacyId) => Promise<Interview[]>;
  /** Remembers what a mail did to an interview; `before` is null where the mail made it. */
  readonly noteInterviewChange: (
    messageId: MessageRowId,
    id: InterviewId,
    before: Interview | null,
  ) => Promise<void>;
  /** Gives what a mail did to interviews, newest first, and forgets it. `newest`: no other mail has changed that interview since. */
  readonly takeInterviewChanges: (
    messageId: MessageRowId,
  ) => Promise<{ id: InterviewId; before: Interview | null; newest: boolean }[]>;
  /** True when the address is new there. */
  readonly addContact: (contact: Omit<Contact, "ended">) => Promise<boolean>;
  readonly removeContact: (id: CandidacyId, address: string) => Promise<void>;
  /** Ends an address in every candidacy of the person (POLICY 3.4); gives the candidacies in which that is new. */
  readonly endContact: (
    personId: PersonId,
    address: string,
    ended: ContactEnd,
  ) => Promise<readonly CandidacyId[]>;
  readonly contacts: (id: CandidacyId) => Promise<Contact[]>;
  /** Addresses of the contacts of all of a person's candidacies. */
  readonly contactsOf: (personId: PersonId) => Promise<readonly string[]>;
  readonly addPromise: (
    id: CandidacyId,
    promise: PromiseOnRecord & { readonly messageId?: MessageRowId },
  ) => Promise<void>;
  /** Something to write about (POLICY 1, "An occasion"). */
  readonly addOccasion: (
    id: CandidacyId,
    occasion: Occasion & { readonly messageId?: MessageRowId },
  ) => Promise<void>;
  readonly dropPromisesOf: (messageId: MessageRowId) => Promise<void>;
  /** Everything that belongs to a candidacy, or only what came with those mails. */
  readonly belongings: (
    id: CandidacyId,
    messages: readonly MessageRowId[] | "all",
  ) => Promise<CandidacyBelongings>;
  /** Gives belongings of one candidacy to another; what has moved on since, or has its like there already, stays. */
  readonly handOver: (from: CandidacyId, to: CandidacyId, belongings: CandidacyBelongings) => Promise<void>;
};

export type CandidacyBelongings = {
  readonly messages: readonly MessageRowId[];
  readonly interviews: readonly InterviewId[];
  readonly followUps: readonly FollowUpId[];
  readonly promises: readonly number[];
};

export type CandidacyRow = Candidacy & {
  /** What is awaited and until when, as it was last planned. */
  readonly because: string;
};

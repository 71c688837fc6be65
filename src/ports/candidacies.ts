import type { Temporal } from "temporal-polyfill";
import type { Candidacy } from "../domain/candidacy.ts";
import type { CandidacyFacts, Plan, PromiseOnRecord } from "../domain/follow-up.ts";
import type { CandidacyId, PersonId } from "../domain/ids.ts";
import type { Contact, ContactEnd, Interview } from "../domain/interview.ts";
import type { LinkCandidate } from "../domain/thread.ts";
import type { Person } from "./people.ts";

export type Candidacies = {
  readonly open: (
    candidacy: Omit<Candidacy, "number" | "wordCount" | "stateBefore" | "closeReason">,
  ) => Promise<Candidacy>;
  /** What linking needs to know of every candidacy of the person. */
  readonly linkCandidates: (personId: PersonId) => Promise<LinkCandidate[]>;
  /** Locks the row until the transaction ends, so that two mails of one candidacy are taken one after the other. */
  readonly lock: (id: CandidacyId) => Promise<Candidacy>;
  readonly byNumber: (personId: PersonId, number: number) => Promise<Candidacy | null>;
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
      >
    >,
  ) => Promise<void>;
  readonly reopen: (id: CandidacyId, at: Temporal.Instant) => Promise<void>;
  readonly countWord: (id: CandidacyId) => Promise<void>;
  readonly storePlan: (
    id: CandidacyId,
    plan: Pick<Plan, "because" | "closesAt">,
    nextDueAt: Temporal.Instant | null,
  ) => Promise<void>;
  readonly facts: (id: CandidacyId, person: Person) => Promise<CandidacyFacts>;
  readonly due: (now: Temporal.Instant) => Promise<{ id: CandidacyId; at: Temporal.Instant }[]>;
  readonly saveInterview: (interview: Interview) => Promise<void>;
  readonly interviews: (id: CandidacyId) => Promise<Interview[]>;
  readonly addContact: (contact: Omit<Contact, "ended">) => Promise<void>;
  readonly endContact: (id: CandidacyId, address: string, ended: ContactEnd) => Promise<void>;
  readonly contacts: (id: CandidacyId) => Promise<Contact[]>;
  readonly addPromise: (id: CandidacyId, promise: PromiseOnRecord) => Promise<void>;
};

export type CandidacyRow = Candidacy & {
  /** What is awaited and until when, as it was last planned. */
  readonly because: string;
};

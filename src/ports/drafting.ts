import type { Temporal } from "temporal-polyfill";
import type { Finding } from "../domain/draft-basis.ts";
import type { DraftRequest } from "../domain/draft-request.ts";
import type { CandidacyId, FollowUpId, PersonId } from "../domain/ids.ts";
import type { Result } from "../domain/result.ts";
import type { Lesson, ToneProfile } from "../domain/tone.ts";

/** The words that a model is given. */
export type DraftPrompts = {
  /** Name and versions of the pages that the words come from: another version asks anew. */
  readonly version: (request: DraftRequest) => string;
  /** Word for word what is asked; `faults` are those of the text that the model gave before. */
  readonly fill: (request: DraftRequest, refused?: RefusedText) => string;
};
export type RefusedText = { readonly text: string; readonly faults: readonly Finding[] };

/** A model that writes one mail. It returns text and nothing else: who gets it, its subject and its thread are the program's (SAFETY R42). */
export type Drafter = {
  /** `refused` is what it wrote before, `enough` ends the waiting. Refuses, in words for one line of the digest, when it is away, slow, over the allowance or talks nonsense (SAFETY R48). */
  readonly write: (
    personId: PersonId,
    request: DraftRequest,
    asking?: { readonly refused?: RefusedText; readonly enough?: AbortSignal },
  ) => Promise<
    Result<{ readonly text: string; readonly tokensIn: number; readonly tokensOut: number }, string>
  >;
};

/** What a model made of a request: a text that was found fit, or null and the reason. Nothing is asked twice. */
export type Proposal = {
  /** SHA-256 (hex) of the request and the version of its prompt. */
  readonly requestHash: string;
  readonly candidacyId: CandidacyId;
  readonly followUpId: FollowUpId;
  readonly text: string | null;
  readonly refused: string | null;
  readonly prompt: string;
  readonly tokensIn: number;
  readonly tokensOut: number;
};

export type Proposals = {
  readonly find: (personId: PersonId, requestHash: string) => Promise<Proposal | null>;
  readonly put: (personId: PersonId, proposal: Proposal, at: Temporal.Instant) => Promise<void>;
};

/** A lesson as it is kept: the person can read it and delete it. */
export type KeptLesson = { readonly id: number; readonly at: Temporal.Instant; readonly lesson: Lesson };

/** How a person writes (POLICY 5). */
export type Voices = {
  readonly get: (
    personId: PersonId,
  ) => Promise<{ readonly profile: ToneProfile; readonly learntAt: Temporal.Instant } | null>;
  /** When each person's mail was read for it. */
  readonly learnt: () => Promise<ReadonlyMap<PersonId, Temporal.Instant>>;
  readonly put: (personId: PersonId, profile: ToneProfile, at: Temporal.Instant) => Promise<void>;
  /** Forgets the profile and every lesson. */
  readonly forget: (personId: PersonId) => Promise<void>;
  /** Oldest first. */
  readonly lessons: (personId: PersonId) => Promise<readonly KeptLesson[]>;
  readonly learn: (personId: PersonId, lessons: readonly Lesson[], at: Temporal.Instant) => Promise<void>;
  /** False when there is no such lesson of theirs. */
  readonly unlearn: (personId: PersonId, id: number) => Promise<boolean>;
};

import type { Temporal } from "temporal-polyfill";
import type { CandidacyId, InterviewId } from "./ids.ts";

/** One interview keeps its identity through every change of its invitation. */
export type Interview = {
  readonly id: InterviewId;
  readonly candidacyId: CandidacyId;
  readonly uid: string | null;
  readonly sequence: number;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly title: string;
  readonly place: string | null;
  readonly cancelled: boolean;
  readonly finalStage: boolean;
  /** Who will be there, with the address where it is known. */
  readonly people: readonly { readonly name: string; readonly address: string | null }[];
};

/** True when the interview was to have ended by `now` and was not cancelled. */
export const isOver = (interview: Interview, now: Temporal.Instant): boolean =>
  !interview.cancelled && interview.end.toInstant().epochMilliseconds <= now.epochMilliseconds;

export type ContactEnd = "bounced" | "left_company";

/** A human at the employer or agency, with an address seen in authenticated mail (POLICY 6.6). */
export type Contact = {
  readonly candidacyId: CandidacyId;
  readonly name: string;
  readonly address: string;
  readonly ended: ContactEnd | null;
};

import type { Temporal } from "temporal-polyfill";
import type { Address } from "../../domain/message.ts";
import type { ProgramManner } from "../../domain/tone.ts";

/** A mail that the person sent, as far as it tells how they write. */
export type OwnMail = {
  /** What they wrote now: without what they answer, with greeting, sign-off and signature. */
  readonly text: string;
  readonly subject: string;
  readonly to: readonly Address[];
  readonly isReply: boolean;
  readonly isForward: boolean;
  /** Many recipients, a list, or sent by a machine. */
  readonly isBulk: boolean;
  /** What their mail program put around it; absent: not read. */
  readonly program?: ProgramManner;
  readonly at: Temporal.Instant;
};

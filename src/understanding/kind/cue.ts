import type { Kind } from "../../domain/assessment.ts";

/**
 * A phrase that speaks for a kind. `strong` alone decides; `weak` only supports: "unfortunately", "regret", "offer" and "interview"
 * stand in mails of every kind. `evenIf` phrases hold inside a condition too ("if you have any questions" and the like otherwise void a cue).
 */
export type Cue = {
  readonly kind: Kind;
  readonly weight: number;
  readonly pattern: RegExp;
  readonly evenIf?: true;
};

export const strong = 0.9;
export const fair = 0.6;
export const weak = 0.25;

import type { Temporal } from "temporal-polyfill";
import type { Clock } from "../ports.ts";

const failuresInARow = 3;
const restsFor = { minutes: 10 };

/** Leaves an endpoint alone for a while that fails again and again: neither mail nor drafts must wait for it (SAFETY R48). */
export type Breaker = {
  readonly rests: () => boolean;
  readonly worked: () => void;
  /** After a rest one more failure is enough for the next. */
  readonly failed: () => void;
};

export function createBreaker(clock: Clock): Breaker {
  let failures = 0;
  let restsUntil: Temporal.Instant | null = null;
  return {
    rests: () => restsUntil !== null && clock.now().epochMilliseconds < restsUntil.epochMilliseconds,
    worked: () => {
      failures = 0;
      restsUntil = null;
    },
    failed: () => {
      failures += 1;
      if (failures >= failuresInARow) restsUntil = clock.now().add(restsFor);
    },
  };
}

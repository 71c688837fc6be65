import { Temporal } from "temporal-polyfill";
import type { ClockAnswer } from "./api.ts";

export type Walk = {
  readonly clock: () => Promise<ClockAnswer>;
  /** Moves the clock and waits until all that is due is done; without a time it only waits. */
  readonly move: (to: Temporal.Instant) => Promise<ClockAnswer>;
  /** Another instant that must not be jumped over, or null. */
  readonly alsoAt: () => Temporal.Instant | null;
  readonly stop: () => boolean;
};

const firstPatience = 60_000;
const longestPatience = 60 * 60_000;

/**
 * Lets time pass to `target` through every instant at which something falls due. What stays due although it had its turn (a
 * server is down) does not hold the clock: it gets another turn after a minute, two, four … an hour at most.
 */
export async function walkTo(target: Temporal.Instant, walk: Walk): Promise<void> {
  let patience = firstPatience;
  let { now, next_due: due } = await walk.clock();
  while (isBefore(now, target) && !walk.stop()) {
    const isStuck = due !== null && !isBefore(now, due);
    const turn = isStuck ? now.add({ milliseconds: patience }) : due;
    patience = isStuck ? Math.min(longestPatience, patience * 2) : firstPatience;
    const ahead = [turn, walk.alsoAt()].filter((at) => at !== null && isBefore(now, at));
    ({ now, next_due: due } = await walk.move(
      [target, ...ahead].filter((at) => at !== null).reduce(earlier),
    ));
  }
}

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0;
const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (isBefore(a, b) ? a : b);

import { SetupError } from "./setup-error.ts";
import type { TravellingClock } from "./store/clock.ts";

/** What may be off between two machines that are kept in time, in milliseconds. */
const tolerance = 15_000;

/**
 * A process whose clock is wrong does harm: it mails at night, and holds the queue's jobs for as long as it is ahead (SAFETY R9, R60).
 * @returns what is wrong and what to do, or null.
 */
export async function wrongClock(clock: Pick<TravellingClock, "ahead">): Promise<string | null> {
  const ahead = await clock.ahead();
  if (Math.abs(ahead) <= tolerance) return null;
  const seconds = Math.round(Math.abs(ahead) / 1_000);
  return `The clock of this machine is ${seconds} seconds ${ahead > 0 ? "ahead of" : "behind"} the database's, so nothing is done here; set it right, best by NTP, and start again.`;
}

/** @throws SetupError while the clock is wrong. */
export async function needRightClock(clock: Pick<TravellingClock, "ahead">): Promise<void> {
  const wrong = await wrongClock(clock);
  if (wrong !== null) throw new SetupError(wrong);
}

import type { Temporal } from "temporal-polyfill";
import { type FollowUp, mannerOf, type Plan } from "./follow-up.ts";
import { isBefore, latest, type Planning } from "./planning.ts";
import { nextSendingTime } from "./working-time.ts";

/** True while a pause that ends at `until` lasts; null or absent: there is none. */
export const isPaused = (until: Temporal.Instant | null | undefined, now: Temporal.Instant): boolean =>
  !!until && isBefore(now, until);

/**
 * Holds everything until a pause ends (POLICY 3.7, 6.12): nothing is offered or closed before. A mail keeps the time at which it goes stale, so
 * that what has become pointless meanwhile is dropped and the rest comes from the day on which the pause ends.
 */
export function afterPause(
  { facts, calendar, now }: Planning,
  planned: Pick<Plan, "followUps" | "closesAt">,
): Pick<Plan, "followUps" | "closesAt"> {
  const until = facts.pausedUntil;
  if (!until || !isPaused(until, now)) return planned;
  const held = (followUp: FollowUp): FollowUp => ({
    ...followUp,
    offerFrom: latest(followUp.offerFrom, until),
    dueAt: isBefore(followUp.dueAt, until)
      ? nextSendingTime(calendar, until, mannerOf[followUp.kind])
      : followUp.dueAt,
  });
  return {
    followUps: planned.followUps
      .map(held)
      .filter((followUp) => isBefore(followUp.offerFrom, followUp.staleAt)),
    closesAt: planned.closesAt && { ...planned.closesAt, at: latest(planned.closesAt.at, until) },
  };
}

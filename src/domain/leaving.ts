import { Temporal } from "temporal-polyfill";
import { type FollowUp, mannerOf } from "./follow-up.ts";
import { nextSendingTime, type WorkingCalendar } from "./working-time.ts";

/** Gives when a mail that is approved at `approvedAt` leaves: not before it is due, in the sending hours of the recipient on a working day (POLICY 6.1). */
export const leavesAt = (
  followUp: Pick<FollowUp, "kind" | "dueAt">,
  calendar: WorkingCalendar,
  approvedAt: Temporal.Instant,
): Temporal.Instant =>
  nextSendingTime(
    calendar,
    Temporal.Instant.compare(approvedAt, followUp.dueAt) > 0 ? approvedAt : followUp.dueAt,
    mannerOf[followUp.kind],
  );

import { Temporal } from "temporal-polyfill";
import { type CandidacyFacts, type FollowUp, recordOf } from "./follow-up.ts";
import type { Preferences } from "./preferences.ts";
import { addWorkingDays, dateIn, nextSendingTime, startOf, type WorkingCalendar } from "./working-time.ts";

/** What every rule of the policy looks at. */
export type Planning = {
  readonly facts: CandidacyFacts;
  readonly preferences: Preferences;
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
};

/**
 * A courtesy may leave as soon as there is a reason for it, `from`, in the recipient's hours; `later` puts it off. It is stale at `staleAt`.
 * Gives null once it was sent or skipped, or is stale without being approved.
 */
export function courtesy(
  { facts, calendar, now }: Planning,
  {
    from,
    ...mail
  }: Pick<FollowUp, "key" | "kind" | "to" | "reason" | "rule" | "staleAt"> &
    Partial<Pick<FollowUp, "interviewId">> & { readonly from: Temporal.Instant },
): FollowUp | null {
  const record = recordOf(facts, mail.key);
  if (record?.status === "sent" || record?.status === "skipped") return null;
  if (record?.status !== "approved" && Temporal.Instant.compare(now, mail.staleAt) >= 0) return null;
  const notBefore = record?.notBefore ?? null;
  const offerFrom = latest(from, notBefore === null ? from : startOf(facts.personZone, notBefore));
  return {
    interviewId: null,
    ...mail,
    ordinal: 1,
    offerFrom,
    dueAt: nextSendingTime(calendar, offerFrom),
  };
}

/** Gives the first instant after the `n`-th W behind an instant: from then on a courtesy comes too late (POLICY 6.17). */
export function staleAfter(
  { calendar }: Pick<Planning, "calendar">,
  at: Temporal.Instant,
  n: number,
): Temporal.Instant {
  return startOf(calendar.zone, addWorkingDays(calendar, dateIn(calendar.zone, at), n).add({ days: 1 }));
}

export const latest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? b : a;
export const earliest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? a : b;
/** True when `a` lies before `b`. */
export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0;

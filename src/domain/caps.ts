import { Temporal } from "temporal-polyfill";
import { lastMailTo } from "./chase-record.ts";
import { type FollowUp, mannerOf } from "./follow-up.ts";
import { leavesAt } from "./leaving.ts";
import type { Planning } from "./planning.ts";
import { same } from "./recipient.ts";
import { addWorkingDays, dateIn, dueAt, sendingDayFrom } from "./working-time.ts";

/** More chases than this in a row are never in the way of one date. */
const mostMoves = 60;

/**
 * Gives `date`, or the first later day on which the caps of POLICY 3.6 and 6.3 let a chase leave: one to a contact within 4 W (`isExempt`: a
 * decision_request), one to a recipient a day, two to an employer within a week. With an agency the 4 W count within the candidacy only.
 */
export function afterCaps(
  at: Planning,
  date: Temporal.PlainDate,
  to: string | null,
  isExempt = false,
): Temporal.PlainDate {
  let day = sendingDayFrom(at.calendar, isExempt ? date : afterContactCap(at, date, to), "chase");
  for (let moves = 0; moves < mostMoves && isFull(at, day, to); moves += 1)
    day = sendingDayFrom(at.calendar, day.add({ days: 1 }), "chase");
  return day;
}

/** Gives when an approved mail may leave: now, or the first later time in the recipient's hours at which the caps let it. Only what has left counts. */
export function opens(at: Planning, followUp: Pick<FollowUp, "kind" | "dueAt" | "to">): Temporal.Instant {
  const { facts, calendar, now } = at;
  const first = leavesAt(followUp, calendar, now);
  if (mannerOf[followUp.kind] === "courtesy") return first;
  const elsewhere = { ...facts.elsewhere, chases: facts.elsewhere.chases.filter(({ hasLeft }) => hasLeft) };
  const day = dateIn(calendar.zone, first);
  const isExempt = followUp.kind === "decision_request";
  const free = afterCaps(
    { ...at, facts: { ...facts, elsewhere } },
    day,
    followUp.to?.address ?? null,
    isExempt,
  );
  return free.equals(day) ? first : dueAt(calendar, free);
}

function afterContactCap(
  { facts, preferences, calendar }: Planning,
  date: Temporal.PlainDate,
  to: string | null,
): Temporal.PlainDate {
  if (to === null) return date;
  const elsewhere =
    facts.candidacy.size === "agency"
      ? []
      : facts.elsewhere.chases.filter((mail) => same(mail.to, to)).map((mail) => mail.at);
  const own = lastMailTo(facts, to);
  const last = [...elsewhere, ...(own === null ? [] : [own])].toSorted(Temporal.Instant.compare).at(-1);
  if (last === undefined) return date;
  const free = addWorkingDays(calendar, dateIn(calendar.zone, last), preferences.contactCap);
  return Temporal.PlainDate.compare(free, date) > 0 ? free : date;
}

function isFull(
  { facts, preferences, calendar }: Planning,
  day: Temporal.PlainDate,
  to: string | null,
): boolean {
  const dayOf = (at: Temporal.Instant) => dateIn(calendar.zone, at);
  const own = facts.history
    .filter(({ kind, status }) => mannerOf[kind] === "chase" && status === "sent")
    .flatMap((record) =>
      record.to === null || record.sentAt === null
        ? []
        : [{ to: record.to, at: record.sentAt, sameEmployer: true }],
    );
  const all = [...own, ...facts.elsewhere.chases];
  const onThatDay = all.some((mail) => to !== null && same(mail.to, to) && dayOf(mail.at).equals(day));
  const inThatWeek = all.filter(
    (mail) => mail.sameEmployer && isWithin(dayOf(mail.at), day.subtract({ days: 6 }), day.add({ days: 6 })),
  );
  return onThatDay || inThatWeek.length >= preferences.employerCap;
}

const isWithin = (day: Temporal.PlainDate, first: Temporal.PlainDate, last: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, first) >= 0 && Temporal.PlainDate.compare(day, last) <= 0;

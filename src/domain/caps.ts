import { Temporal } from "temporal-polyfill";
import { lastMailTo } from "./chase-record.ts";
import { type FollowUp, mannerOf } from "./follow-up.ts";
import { leavesAt } from "./leaving.ts";
import { isBefore, type Planning } from "./planning.ts";
import { same } from "./recipient.ts";
import { addWorkingDays, dateIn, dueAt, sendingDayFrom, startOf } from "./working-time.ts";

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
export function leavesWithinCaps(
  at: Planning,
  followUp: Pick<FollowUp, "kind" | "dueAt" | "to">,
): Temporal.Instant {
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
  const alone = followUp.kind === "keep_in_touch" ? spread(at, free) : free;
  return alone.equals(day) ? first : dueAt(calendar, alone);
}

/** No two mails that keep in touch land on a day (POLICY 1): elder candidacies have their days first, and what has left has its own. */
export function spread(
  { facts, calendar }: Pick<Planning, "facts" | "calendar">,
  day: Temporal.PlainDate,
): Temporal.PlainDate {
  const taken = new Set(facts.elsewhere.keepInTouchAt.map((at) => dateIn(calendar.zone, at).toString()));
  let free = day;
  while (taken.has(free.toString())) free = sendingDayFrom(calendar, free.add({ days: 1 }), "chase");
  return free;
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
  const own = facts.history
    .filter(({ kind, status }) => mannerOf[kind] === "chase" && status === "sent")
    .flatMap((record) =>
      record.to === null || record.sentAt === null
        ? []
        : [{ to: record.to, at: record.sentAt, sameEmployer: true }],
    );
  const first = startOf(calendar.zone, day.subtract({ days: 6 }));
  const end = startOf(calendar.zone, day.add({ days: 7 }));
  const near = [...own, ...facts.elsewhere.chases].filter(
    ({ at }) => !isBefore(at, first) && isBefore(at, end),
  );
  const onThatDay = near.some(
    (mail) => to !== null && same(mail.to, to) && dateIn(calendar.zone, mail.at).equals(day),
  );
  const sameEmployer = near.filter((mail) => mail.sameEmployer).map(({ at }) => dateIn(calendar.zone, at));
  return onThatDay || isWeekFull(day, sameEmployer, preferences.employerCap);
}

/** Any seven days in a row that hold the day may be the week that is full. */
function isWeekFull(day: Temporal.PlainDate, chases: readonly Temporal.PlainDate[], cap: number): boolean {
  const ahead = chases.map((one) => day.until(one).days);
  return [0, 1, 2, 3, 4, 5, 6].some(
    (first) => ahead.filter((days) => days >= first - 6 && days <= first).length >= cap,
  );
}

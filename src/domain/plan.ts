import { Temporal } from "temporal-polyfill";
import type { CandidacyState, CloseReason } from "./candidacy.ts";
import { type Chase, chase } from "./chase.ts";
import {
  type CandidacyFacts,
  type FollowUp,
  type FollowUpKind,
  type PlanFunction,
  recordOf,
} from "./follow-up.ts";
import { type Interview, isOver } from "./interview.ts";
import { spokenDate, spokenTime } from "./spoken.ts";
import { thankYous } from "./thank-you.ts";
import { dateIn, type Manner, nextSendingTime, type WorkingCalendar } from "./working-time.ts";

/**
 * Gives everything that follows for one candidacy at `now` (POLICY 1, 3 and 6): the mails that should be written, each with its times as
 * instants, and when silence closes it. `calendar` holds the recipient's zone and working days; the same facts in any order give the
 * same plan. Never refuses; throws RangeError for preferences that are no numbers of days.
 */
export const plan: PlanFunction = (facts, preferences, calendar, now) => {
  const { state } = facts.candidacy;
  const thanks = thanked.has(state) ? thankYous(facts, preferences, calendar, now) : [];
  const upcoming = upcomingInterview(facts, now);
  const silence = isChased(facts, upcoming) ? chase(facts, preferences, calendar, now) : null;
  const followUps = silence?.followUp ? [...thanks, silence.followUp] : thanks;
  return {
    followUps,
    closesAt: silence?.closesAt ?? null,
    because: because(facts, now, thanks, upcoming, silence),
    nextAt: nextAt(facts, followUps, silence?.closesAt?.at ?? null, now),
  };
};

/** Chases keep the stricter rules of POLICY 6.3: never on a Monday. */
const mannerOf = (kind: FollowUpKind): Manner => (kind === "thank_you" ? "courtesy" : "chase");

/** Gives when a mail that is approved at `approvedAt` leaves: not before it is due, in 09:00-17:00 of the recipient on a working day (POLICY 6.1). */
export const leavesAt = (
  followUp: Pick<FollowUp, "kind" | "dueAt">,
  calendar: WorkingCalendar,
  approvedAt: Temporal.Instant,
): Temporal.Instant =>
  nextSendingTime(
    calendar,
    Temporal.Instant.compare(approvedAt, followUp.dueAt) > 0 ? approvedAt : followUp.dueAt,
    mannerOf(followUp.kind),
  );

/** An offer does not make the talk before it unworthy of thanks; an end does. */
const thanked: ReadonlySet<CandidacyState> = new Set([
  "applied",
  "interviewing",
  "awaiting_decision",
  "offered",
  "accepted",
]);

/**
 * Only an employer who owes an answer is chased: nobody before an interview that stands in the calendar, and nobody where an invitation
 * still waits for the person's own answer.
 */
function isChased(facts: CandidacyFacts, upcoming: Interview | null): boolean {
  const { state } = facts.candidacy;
  if (upcoming !== null || (state !== "interviewing" && state !== "awaiting_decision")) return false;
  return state === "awaiting_decision" || !isPersonsTurn(facts);
}

/** In the same second the answer follows the question. */
const isPersonsTurn = ({ words, interviews }: CandidacyFacts): boolean =>
  interviews.length === 0 &&
  words.some(
    (word) =>
      word.from === "employer" &&
      word.human &&
      words.every((other) => other.from === "employer" || Temporal.Instant.compare(other.at, word.at) < 0),
  );

const upcomingInterview = (facts: CandidacyFacts, now: Temporal.Instant): Interview | null =>
  facts.interviews
    .filter((interview) => !interview.cancelled && !isOver(interview, now))
    .toSorted((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start) || (a.id < b.id ? -1 : 1))[0] ??
  null;

function because(
  facts: CandidacyFacts,
  now: Temporal.Instant,
  thanks: readonly FollowUp[],
  upcoming: Interview | null,
  silence: Chase | null,
): string {
  const { state, closeReason } = facts.candidacy;
  const next =
    upcoming !== null && thanked.has(state)
      ? interviewAhead(facts, upcoming, now)
      : silence !== null
        ? silence.awaits
        : standing(state, closeReason);
  const undecided = thanks.filter(
    (thank) =>
      Temporal.Instant.compare(thank.offerFrom, now) <= 0 &&
      recordOf(facts, thank.key)?.status !== "approved",
  );
  if (undecided.length === 0) return silence === null ? `${capital(next)}.` : `Waiting: ${next}.`;
  const names = undecided.flatMap((thank) => (thank.to === null ? [] : [thank.to.name || thank.to.address]));
  const whom =
    names.length === 0 ? " is due, but there is no one to write to" : ` to ${names.join(" and ")} is due`;
  return `A thank-you${whom}; ${next}.`;
}

function interviewAhead(facts: CandidacyFacts, interview: Interview, now: Temporal.Instant): string {
  const start = interview.start.withTimeZone(facts.personZone);
  const day = spokenDate(start.toPlainDate(), dateIn(facts.personZone, now));
  return `interview on ${day} at ${spokenTime(start.toPlainTime())}; a thank-you follows`;
}

const standing = (state: CandidacyState, reason: CloseReason | null): string =>
  state === "closed"
    ? `closed${reason === null ? "" : ` (${endings[reason]})`}; only a new word from them or from you reopens it`
    : sentences[state];

const sentences: Record<Exclude<CandidacyState, "closed">, string> = {
  applied: "they have your application; nothing is chased before they invite you",
  interviewing: "they are waiting for you: their invitation has no date yet",
  awaiting_decision: "waiting for their decision",
  offered: "their offer is waiting for you",
  accepted: "you accepted; waiting for the signatures",
  signed: "signed; nothing more follows",
  keeping_in_touch: "keeping in touch; nothing is due",
};

const endings: Record<CloseReason, string> = {
  rejected: "they said no",
  no_reply: "no reply",
  withdrawn: "you withdrew",
  role_cancelled: "the role was cancelled",
};

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

function nextAt(
  facts: CandidacyFacts,
  followUps: readonly FollowUp[],
  closesAt: Temporal.Instant | null,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const isLive = thanked.has(facts.candidacy.state);
  const ends = isLive
    ? facts.interviews
        .filter((interview) => !interview.cancelled)
        .map((interview) => interview.end.toInstant())
    : [];
  return (
    [
      ...ends,
      ...followUps.flatMap((followUp) => [followUp.offerFrom, followUp.staleAt]),
      ...(closesAt === null ? [] : [closesAt]),
    ]
      .filter((at) => Temporal.Instant.compare(at, now) > 0)
      .toSorted(Temporal.Instant.compare)[0] ?? null
  );
}

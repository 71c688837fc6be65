import { Temporal } from "temporal-polyfill";
import { becauseOf } from "./because.ts";
import type { CandidacyState } from "./candidacy.ts";
import { chase } from "./chase.ts";
import type { CandidacyFacts, FollowUp, Plan, PlanFunction, Wishes } from "./follow-up.ts";
import { gracefulNo } from "./graceful-no.ts";
import { type Interview, isOver } from "./interview.ts";
import { directLines, keepInTouch } from "./keeping-in-touch.ts";
import { afterPause } from "./pause.ts";
import { isPersonsTurn } from "./persons-turn.ts";
import type { Planning } from "./planning.ts";
import type { Preferences } from "./preferences.ts";
import { withAddressKept } from "./reply-address.ts";
import { stageQuestion } from "./stage-question.ts";
import { thankYous } from "./thank-you.ts";
import { withdrawal } from "./withdrawal.ts";

/**
 * Gives everything that follows for one candidacy at `now` (POLICY 1, 3 and 6): the mails that should be written, each with its times as
 * instants, and when silence closes it. `calendar` holds the recipient's zone and working days; the same facts in any order give the
 * same plan. Never refuses; throws RangeError for preferences that are no numbers of days.
 */
export const plan: PlanFunction = (facts, preferences, calendar, now) => {
  const at: Planning = { facts, preferences: asWished(preferences, facts.wishes), calendar, now };
  const upcoming = upcomingInterview(facts, now);
  const courtesies = facts.wishes.noMore ? [] : courtesiesOf(at);
  const silence = isChased(at, upcoming) ? chase(at) : null;
  const isTouched =
    facts.candidacy.state === "keeping_in_touch" && mayBeChased(facts) && !isPersonsTurn(facts);
  const touch = isTouched ? touchesOf(at) : [];
  const chases = [...(silence?.followUp ? [silence.followUp] : []), ...touch];
  const planned: Pick<Plan, "followUps" | "closesAt"> = afterPause(at, {
    followUps: [...courtesies, ...chases],
    closesAt: silence?.closesAt ?? null,
  });
  return {
    ...planned,
    followUps: planned.followUps.map((followUp) => withAddressKept(facts, followUp)),
    because: becauseOf(at, { followUps: planned.followUps, upcoming, awaits: silence?.awaits ?? null }),
    nextAt: nextAt(facts, planned, now),
  };
};

/** "3 every 10 days" takes the place of every waiting time between two mails. */
function asWished(preferences: Preferences, { every }: Wishes): Preferences {
  if (every === null) return preferences;
  const noPromise = {
    small: every,
    large: every,
    "public sector": every,
    agency: every,
    charity: every,
    unknown: every,
  };
  return { ...preferences, noPromise, secondCheckIn: every, breakup: every, keepInTouchWeeks: every / 5 };
}

/** States in which a talk is thanked for and an invitation answered: an offer does not make the talk before it unworthy of thanks, an end does. */
const live: ReadonlySet<CandidacyState> = new Set([
  "applied",
  "interviewing",
  "awaiting_decision",
  "offered",
  "accepted",
]);

function courtesiesOf(at: Planning): readonly FollowUp[] {
  const { state, closeReason } = at.facts.candidacy;
  if (at.facts.elsewhere.signed !== null) return live.has(state) ? listed(withdrawal(at)) : [];
  const isInvited = state === "applied" || state === "interviewing";
  const isRefused =
    state === "keeping_in_touch" ||
    (state === "closed" && (closeReason === "rejected" || closeReason === "role_cancelled"));
  return [
    ...(live.has(state) ? thankYous(at) : []),
    ...(isInvited ? listed(stageQuestion(at)) : []),
    ...(isRefused ? listed(gracefulNo(at)) : []),
  ];
}

/** One mail at a time: a vacancy is the better occasion. */
function touchesOf(at: Planning): readonly FollowUp[] {
  const [line] = directLines(at);
  return listed(line ?? keepInTouch(at));
}

const listed = (followUp: FollowUp | null): readonly FollowUp[] => (followUp === null ? [] : [followUp]);

/** Nobody is chased where the person wants no more mails, or has signed elsewhere. */
const mayBeChased = ({ wishes, elsewhere }: CandidacyFacts): boolean =>
  !wishes.noMore && elsewhere.signed === null;

/**
 * Only an employer who owes an answer is chased: nobody before an interview that stands in the calendar, nobody who waits for the
 * person, and nobody after a mere application unless the person wants it (POLICY 3.9, 6.4).
 */
function isChased({ facts, preferences }: Planning, upcoming: Interview | null): boolean {
  const { state } = facts.candidacy;
  if (upcoming !== null || !mayBeChased(facts) || isPersonsTurn(facts)) return false;
  return (
    state === "interviewing" ||
    state === "awaiting_decision" ||
    (state === "applied" && preferences.afterApplication !== null)
  );
}

const upcomingInterview = (facts: CandidacyFacts, now: Temporal.Instant): Interview | null =>
  facts.interviews
    .filter((interview) => !interview.cancelled && !isOver(interview, now))
    .toSorted((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start) || (a.id < b.id ? -1 : 1))[0] ??
  null;

function nextAt(
  facts: CandidacyFacts,
  { followUps, closesAt }: Pick<Plan, "followUps" | "closesAt">,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const ends = live.has(facts.candidacy.state)
    ? facts.interviews
        .filter((interview) => !interview.cancelled)
        .map((interview) => interview.end.toInstant())
    : [];
  return (
    [
      ...ends,
      ...followUps.flatMap((followUp) => [followUp.offerFrom, followUp.staleAt]),
      ...(closesAt === null ? [] : [closesAt.at]),
      ...(facts.pausedUntil ? [facts.pausedUntil] : []),
    ]
      .filter((at) => Temporal.Instant.compare(at, now) > 0)
      .toSorted(Temporal.Instant.compare)[0] ?? null
  );
}

import type { Temporal } from "temporal-polyfill";
import type { CandidacyFacts, FollowUp, Plan, PlanFunction } from "../../src/domain/follow-up.ts";
import { nextSendingTime } from "../../src/domain/working-time.ts";
import { type Rules, realRules } from "./paper-play.ts";

/** A planner that is wrong in one way, and the beginning of the invariant that must catch it. */
export type Fault = { readonly planner: string; readonly caughtBy: string; readonly rules: Rules };

/** The real planner, shown other facts than there are. */
const blindTo = (seen: (facts: CandidacyFacts) => CandidacyFacts): Rules => ({
  ...realRules,
  plan: (facts, ...rest) => realRules.plan(seen(facts), ...rest),
  opens: (at, followUp) => realRules.opens({ ...at, facts: seen(at.facts) }, followUp),
});

/** The real planner, its plan changed afterwards. */
const spoilt = (change: (plan: Plan, ...given: Parameters<PlanFunction>) => Plan): Rules => ({
  ...realRules,
  plan: (...given) => change(realRules.plan(...given), ...given),
});

const withoutWords = (is: (word: CandidacyFacts["words"][number]) => boolean) =>
  blindTo((facts) => ({ ...facts, words: facts.words.filter((word) => !is(word)) }));

/** What was thanked for is thanked for again, under another name. */
function thankedAgain(plan: Plan, facts: CandidacyFacts, now: Temporal.Instant): readonly FollowUp[] {
  const sent = facts.history.filter(({ kind, status }) => kind === "thank_you" && status === "sent");
  return sent.slice(0, 1).flatMap(({ key, to }): FollowUp[] => {
    const again = `${key}:again`;
    if (to === null || facts.history.some((record) => record.key === again && record.status === "sent"))
      return [];
    const interviewId = facts.interviews.find(({ id }) => key.includes(id))?.id ?? null;
    const staleAt = now.add({ hours: 240 });
    const rest = { ordinal: 1, reason: "Again.", rule: plan.because, offerFrom: now, dueAt: now, staleAt };
    return [{ ...rest, key: again, kind: "thank_you", interviewId, to: { name: "", address: to } }];
  });
}

export const faults: readonly Fault[] = [
  {
    planner: "ignores out-of-office replies",
    caughtBy: "An out-of-office moves",
    rules: blindTo((facts) => ({
      ...facts,
      words: facts.words.map((word) => ({ ...word, outOfOfficeUntil: null })),
    })),
  },
  {
    planner: "lets chases leave on a Monday",
    caughtBy: "A chase never leaves on a Monday",
    rules: {
      plan: (facts, preferences, calendar, now) => {
        const plan = realRules.plan(facts, preferences, calendar, now);
        const monday = (followUp: FollowUp): FollowUp => {
          const due = followUp.dueAt.toZonedDateTimeISO(calendar.zone);
          return due.dayOfWeek === 2
            ? { ...followUp, dueAt: due.subtract({ days: 1 }).toInstant() }
            : followUp;
        };
        return { ...plan, followUps: plan.followUps.map(monday) };
      },
      leavesAt: ({ dueAt }, calendar, approvedAt) =>
        nextSendingTime(
          calendar,
          dueAt.epochMilliseconds > approvedAt.epochMilliseconds ? dueAt : approvedAt,
        ),
      opens: ({ calendar, now }) => nextSendingTime(calendar, now),
    },
  },
  {
    planner: "forgets what was written by hand",
    caughtBy: "A chase keeps four working days from what the person wrote",
    rules: withoutWords(({ from }) => from === "hand"),
  },
  {
    planner: "thanks twice",
    caughtBy: "Nobody is thanked twice",
    rules: spoilt((plan, facts, _preferences, _calendar, now) => ({
      ...plan,
      followUps: [...plan.followUps, ...thankedAgain(plan, facts, now)],
    })),
  },
  {
    planner: "knows no cap for a contact",
    caughtBy: "Between two chases to one contact lie four working days",
    rules: {
      ...realRules,
      plan: (facts, preferences, ...rest) =>
        realRules.plan(facts, { ...preferences, contactCap: 0 }, ...rest),
      opens: (at, followUp) =>
        realRules.opens({ ...at, preferences: { ...at.preferences, contactCap: 0 } }, followUp),
    },
  },
  {
    planner: "knows no cap for an employer",
    caughtBy: "At most two chases a week go to one employer",
    rules: {
      ...realRules,
      plan: (facts, preferences, ...rest) =>
        realRules.plan(facts, { ...preferences, employerCap: 9, contactCap: 0 }, ...rest),
      opens: (at, followUp) =>
        realRules.opens(
          { ...at, preferences: { ...at.preferences, employerCap: 9, contactCap: 0 } },
          followUp,
        ),
    },
  },
  {
    planner: "chases where it is over",
    caughtBy: "For a closed candidacy nothing is planned",
    rules: blindTo((facts) => ({
      ...facts,
      candidacy: {
        ...facts.candidacy,
        state: facts.candidacy.state === "closed" ? "awaiting_decision" : facts.candidacy.state,
      },
    })),
  },
  {
    planner: "does not hear when they write that there is no news",
    caughtBy: "A check-in leaves at least two working days after their last word",
    rules: withoutWords(({ kind }) => kind === "holding"),
  },
  {
    planner: "does not see that they asked something",
    caughtBy: "Nobody is chased who waits for the person",
    rules: blindTo((facts) => ({
      ...facts,
      words: facts.words.map((word) => ({
        ...word,
        asks: null,
        kind: word.asks ? "holding" : (word.kind ?? null),
      })),
    })),
  },
  {
    planner: "knows no pause",
    caughtBy: "During a pause nothing is offered",
    rules: blindTo((facts) => ({ ...facts, pausedUntil: null })),
  },
  {
    planner: "writes to contacts that are gone",
    caughtBy: "No mail goes to a no-reply address",
    rules: blindTo((facts) => ({
      ...facts,
      contacts: facts.contacts.map((contact) => ({ ...contact, ended: null })),
    })),
  },
  {
    planner: "never writes the last mail",
    caughtBy: "Every silence leads somewhere",
    rules: spoilt((plan) => ({
      ...plan,
      followUps: plan.followUps.filter(({ kind }) => kind !== "breakup"),
    })),
  },
];

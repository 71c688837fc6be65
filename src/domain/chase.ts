import { Temporal } from "temporal-polyfill";
import { pastAbsence } from "./absence.ts";
import { breakupStep, chaseSteps, sentAtOf } from "./chase-record.ts";
import { decisionRequest, requestedAt, unansweredRequest } from "./decision-request.ts";
import { type FollowUp, type Plan, recordOf } from "./follow-up.ts";
import { type Before, plannedStep, type Situation, spoken, type Waiting } from "./planned-step.ts";
import { isBefore, type Planning } from "./planning.ts";
import { chaseRecipient } from "./recipient.ts";
import { silenceOf } from "./silence.ts";
import { addWorkingDays, dateIn, dueAt, type WorkingCalendar } from "./working-time.ts";

/** What the employer's silence leads to. `awaits` is half a sentence for `because`. */
export type Chase = Pick<Plan, "closesAt"> & {
  readonly followUp: FollowUp | null;
  readonly awaits: string;
};

/**
 * Gives the one chase that is planned in this silence, or when the silence closes the candidacy (POLICY 1 check_in, decision_request and
 * breakup, 8.3). Only one step stands at a time: the next is planned when the one before was sent, skipped or went stale.
 */
export function chase(planning: Planning): Chase {
  const { facts, calendar, now } = planning;
  const silence = silenceOf(facts, calendar, now);
  const at: Situation = { ...planning, silence };
  if (silence.promise?.silenceIsNo) return closingByPromise(at, silence.promise.due);
  const isApplied = facts.candidacy.state === "applied";
  const steps = isApplied ? chaseSteps.slice(0, 1) : chaseSteps;
  const sent = steps.map((step) => sentAtOf(facts, step, silence.since));
  const done = sent.findLastIndex((time) => time !== null);
  const isLast = steps[done]?.kind === "breakup";
  const lastSent = sent[done] ?? null;
  // A decision request asked as well: where its offer is let go, the next step counts from it.
  const asked = isLast || lastSent === null ? null : requestedAt(facts, lastSent);
  let before: Before = sentOn(calendar, asked ?? lastSent);
  const sooner = isLast || isApplied ? null : soonerChase(at, before);
  if (sooner !== null) return sooner;
  for (const step of steps.slice(done + 1)) {
    const { followUp, awaits } = plannedStep(at, step, before);
    const status = recordOf(facts, followUp.key)?.status;
    const isStale = Temporal.Instant.compare(now, followUp.staleAt) >= 0;
    if (status === "approved" || (status !== "skipped" && !isStale))
      return { followUp, closesAt: null, awaits };
    before = passedOver(calendar, followUp, status === "skipped");
  }
  return before?.how === "sent" && isLast
    ? closingAfterBreakup(at, before.date)
    : {
        followUp: null,
        closesAt: null,
        awaits: "no last mail was sent, so it stays open until they write or you close it",
      };
}

/**
 * What takes the place of the next step: a last mail because the person said so, or because they did not answer before another offer ran out
 * (POLICY 1 breakup, 6.9); before that the question whether they can decide in time.
 */
function soonerChase(at: Situation, before: Before): Chase | null {
  const wait = askedFor(at) ?? afterDeadline(at);
  if (wait !== null) {
    const { followUp, awaits } = plannedStep(at, breakupStep, before, wait);
    const status = recordOf(at.facts, followUp.key)?.status;
    const isOpen = status === "approved" || (status !== "skipped" && isBefore(at.now, followUp.staleAt));
    if (isOpen) return { followUp, closesAt: null, awaits };
  }
  if (at.facts.candidacy.state !== "awaiting_decision") return null;
  const followUp = decisionRequest(at);
  if (followUp === null) return null;
  const isApproved = recordOf(at.facts, followUp.key)?.status === "approved";
  const awaits = `another offer waits for your answer; ${isApproved ? "the question whether they can decide before is on its way" : "asking whether they can decide before is due"}`;
  return { followUp, closesAt: null, awaits };
}

function askedFor({ facts, calendar, silence }: Situation): Waiting | null {
  const asked = facts.wishes.breakupAskedAt;
  if (asked === null || isBefore(asked, silence.since)) return null;
  const day = dateIn(calendar.zone, asked);
  return {
    until: day,
    from: day,
    awaits: "you want to draw a line",
    reason: "You asked for a last mail.",
    rule: "POLICY 1 breakup, asked for",
    asked: `:asked:${asked}`,
  };
}

function afterDeadline(at: Situation): Waiting | null {
  const request = unansweredRequest(at, at.silence.since);
  if (request === null) return null;
  const { offer, asked, deadline, due } = request;
  return {
    until: due,
    from: asked,
    awaits: `you told them of another offer, to be answered by ${spoken(at, deadline)}`,
    reason: `You asked them to decide before ${spoken(at, deadline)}, because of the offer of ${offer.employer}, and they did not answer.`,
    rule: "POLICY 6.9 breakup, after the deadline",
  };
}

const sentOn = (calendar: WorkingCalendar, at: Temporal.Instant | null | undefined): Before =>
  at ? { how: "sent", date: dateIn(calendar.zone, at) } : null;

/**
 * A skipped step leaves the rhythm in place: the next one counts from the day on which it was due. One that was never decided counts from
 * the day it lapsed, else the next would stand in the very next digest.
 */
const passedOver = (calendar: WorkingCalendar, followUp: FollowUp, skipped: boolean): Before =>
  skipped
    ? { how: "skipped", date: dateIn(calendar.zone, followUp.dueAt) }
    : { how: "lapsed", date: dateIn(calendar.zone, followUp.staleAt) };

/** POLICY 8.3: no check-in; the silence is their answer. */
function closingByPromise(at: Situation, due: Temporal.PlainDate): Chase {
  const last = afterMailByHand(at, due);
  const date = addWorkingDays(at.calendar, last, at.preferences.silenceIsNoAfter);
  const said = `they said that silence by ${spoken(at, due)} means no`;
  return {
    followUp: null,
    closesAt: {
      at: dueAt(at.calendar, date),
      reason: `They said that silence by ${spoken(at, due)} means no, and have not written since.`,
    },
    awaits: `${said}; it closes on ${spoken(at, date)}`,
  };
}

function closingAfterBreakup(at: Situation, sent: Temporal.PlainDate): Chase {
  const { facts, preferences, calendar } = at;
  const last = afterMailByHand(at, sent);
  const quiet = addWorkingDays(calendar, last, preferences.closeAfterBreakup);
  const to = chaseRecipient(facts)?.address ?? null;
  const date = pastAbsence(facts, preferences, calendar, quiet, sent, to);
  return {
    followUp: null,
    closesAt: {
      at: dueAt(calendar, date),
      reason: `Your last mail of ${spoken(at, last)} was not answered.`,
    },
    awaits: `no answer yet to your last mail of ${spoken(at, last)}; without one it closes on ${spoken(at, date)}`,
  };
}

/** Every mail by hand restarts the waiting time from its date (POLICY 6.5). */
function afterMailByHand({ calendar, silence }: Situation, date: Temporal.PlainDate): Temporal.PlainDate {
  const byHand = silence.byHand === null ? date : dateIn(calendar.zone, silence.byHand);
  return Temporal.PlainDate.compare(byHand, date) > 0 ? byHand : date;
}

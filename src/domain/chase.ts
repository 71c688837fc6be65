import { Temporal } from "temporal-polyfill";
import { pastAbsence } from "./absence.ts";
import { chaseSteps, sentAtOf } from "./chase-record.ts";
import { type CandidacyFacts, type FollowUp, type Plan, type Preferences, recordOf } from "./follow-up.ts";
import { type Before, occasion, type Situation, spoken } from "./occasion.ts";
import { chaseRecipient } from "./recipient.ts";
import { silenceOf } from "./silence.ts";
import { addWorkingDays, dateIn, dueAt, type WorkingCalendar } from "./working-time.ts";

/** What the employer's silence leads to. `awaits` is half a sentence for `because`. */
export type Chase = Pick<Plan, "closesAt"> & {
  readonly followUp: FollowUp | null;
  readonly awaits: string;
};

/**
 * Gives the one chase that is planned in this silence, or when the silence closes the candidacy (POLICY 1 check_in and breakup, 8.3).
 * Only one step stands at a time: the next is planned when the one before was sent, skipped or went stale.
 */
export function chase(
  facts: CandidacyFacts,
  preferences: Preferences,
  calendar: WorkingCalendar,
  now: Temporal.Instant,
): Chase {
  const silence = silenceOf(facts, calendar, now);
  const at: Situation = { facts, preferences, calendar, now, silence };
  if (silence.promise?.silenceIsNo) return closingByPromise(at, silence.promise.due);
  const sent = chaseSteps.map((step) => sentAtOf(facts, step, silence.since));
  const done = sent.findLastIndex((time) => time !== null);
  let before: Before = sentOn(calendar, sent[done]);
  for (const step of chaseSteps.slice(done + 1)) {
    const { followUp, awaits } = occasion(at, step, before);
    const status = recordOf(facts, followUp.key)?.status;
    const isStale = Temporal.Instant.compare(now, followUp.staleAt) >= 0;
    if (status === "approved" || (status !== "skipped" && !isStale))
      return { followUp, closesAt: null, awaits };
    before = passedOver(calendar, followUp, status === "skipped");
  }
  return before?.how === "sent"
    ? closingAfterBreakup(at, before.date)
    : {
        followUp: null,
        closesAt: null,
        awaits: "no last mail was sent, so it stays open until they write or you close it",
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

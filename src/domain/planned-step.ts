import { Temporal } from "temporal-polyfill";
import { pastAbsence } from "./absence.ts";
import { afterCaps } from "./caps.ts";
import { type ChaseStep, keyOf } from "./chase-record.ts";
import { type FollowUp, recordOf } from "./follow-up.ts";
import type { Planning } from "./planning.ts";
import { chaseRecipient } from "./recipient.ts";
import type { Silence } from "./silence.ts";
import { spokenDate } from "./spoken.ts";
import { addWorkingDays, dateIn, dueAt, nextSendingTime, startOf } from "./working-time.ts";

/** A candidacy in which the employer is silent, as seen at `now`. */
export type Situation = Planning & { readonly silence: Silence };

/** How the step before ended, and the date from which the next one counts; null before the first. */
export type Before = {
  readonly how: "sent" | "skipped" | "lapsed";
  readonly date: Temporal.PlainDate;
} | null;

/** Gives the chase of that step with its date, and half a sentence about what is awaited until then. */
export function plannedStep(
  at: Situation,
  step: ChaseStep,
  before: Before,
  wait: Waiting = waiting(at, step, before),
): { followUp: FollowUp; awaits: string } {
  const { facts, calendar, silence } = at;
  const to = chaseRecipient(facts);
  const key = `${keyOf(facts, step, silence.since, to?.address ?? null)}${wait.asked ?? ""}`;
  const present = pastAbsence(facts, at.preferences, calendar, wait.until, wait.from, to?.address ?? null);
  const planned = dueAt(calendar, afterCaps(at, present, to?.address ?? null));
  const { due, offerFrom } = postponed(at, planned, recordOf(facts, key)?.notBefore ?? null);
  const lastDay = addWorkingDays(calendar, dateIn(calendar.zone, due), at.preferences.chaseStale);
  const followUp: FollowUp = {
    key,
    kind: step.kind,
    ordinal: step.ordinal,
    interviewId: null,
    offerFrom,
    dueAt: due,
    staleAt: startOf(calendar.zone, lastDay.add({ days: 1 })),
    to,
    reason: wait.reason,
    rule: wait.rule,
  };
  const away = present.equals(wait.until) ? "" : ", and they are out of the office";
  return { followUp, awaits: `${wait.awaits}${away}; ${whatNext(at, followUp, before)}` };
}

export type Waiting = {
  /** The working day on which it falls due, before the caps. */
  readonly until: Temporal.PlainDate;
  /** The date since which this is waited for. */
  readonly from: Temporal.PlainDate;
  readonly awaits: string;
  readonly reason: string;
  readonly rule: string;
  /** Part of the key where the person asked for it: what was skipped before is offered again. */
  readonly asked?: string;
};

function waiting(at: Situation, step: ChaseStep, before: Before): Waiting {
  if (before !== null) return waitingAfter(at, step, before);
  const { facts, preferences, calendar, silence } = at;
  const { promise } = silence;
  const from = dateIn(calendar.zone, silence.since);
  const byHand = silence.byHand === null ? null : dateIn(calendar.zone, silence.byHand);
  // A mail by hand after the promised day has asked already; the waiting starts again from it (POLICY 6.5).
  if (promise !== null && (byHand === null || Temporal.PlainDate.compare(byHand, promise.due) <= 0)) {
    return {
      until: addWorkingDays(calendar, promise.due, preferences.afterPromise),
      from,
      awaits: `they promised ${spoken(at, promise.due)}`,
      reason: `They promised ${spoken(at, promise.due)} and have not written since.`,
      rule: "POLICY 1 check_in 1, promised date",
    };
  }
  const lastWord = dateIn(calendar.zone, silence.lastWord);
  const isApplied = facts.candidacy.state === "applied" && preferences.afterApplication !== null;
  const days = isApplied ? preferences.afterApplication : preferences.noPromise[facts.candidacy.size];
  return {
    until: addWorkingDays(calendar, lastWord, days),
    from,
    awaits: promise === null ? "no date was promised" : `you wrote on ${spoken(at, lastWord)}`,
    reason: `Nothing was heard since ${spoken(at, lastWord)}${promise === null ? ", and no date was promised" : ""}.`,
    rule: `POLICY 1 check_in 1, no promise, ${days} W`,
  };
}

function waitingAfter(
  { preferences, calendar, silence, ...at }: Situation,
  step: ChaseStep,
  before: NonNullable<Before>,
): Waiting {
  const byHand = silence.byHand === null ? null : dateIn(calendar.zone, silence.byHand);
  const isByHand = byHand !== null && Temporal.PlainDate.compare(byHand, before.date) > 0;
  const mailed = isByHand ? byHand : before.date;
  const isMail = isByHand || before.how === "sent";
  const days = step.kind === "breakup" ? preferences.breakup : preferences.secondCheckIn;
  const day = spokenDate(
    isMail ? mailed : dateIn(calendar.zone, silence.lastWord),
    dateIn(calendar.zone, at.now),
  );
  return {
    until: addWorkingDays(calendar, mailed, days),
    from: before.date,
    awaits: isMail ? `no answer yet to your mail of ${day}` : `nothing was heard since ${day}`,
    reason: isMail ? `Your mail of ${day} was not answered.` : `Nothing was heard since ${day}.`,
    rule: `POLICY 1 ${step.kind}${step.kind === "breakup" ? "" : ` ${step.ordinal}`}, ${days} W`,
  };
}

/**
 * A chase stands in the digest of the person's own date on which it falls due (POLICY 6.1). After `later` it stands in the digest of the
 * date they named, and leaves at the first time after that at which a chase may.
 */
function postponed(
  { facts, calendar }: Situation,
  planned: Temporal.Instant,
  notBefore: Temporal.PlainDate | null,
) {
  const zone = facts.personZone;
  const offerFrom = startOf(zone, dateIn(zone, planned));
  const asked = notBefore === null ? offerFrom : startOf(zone, notBefore);
  if (Temporal.Instant.compare(asked, offerFrom) <= 0) return { due: planned, offerFrom };
  const due = nextSendingTime(calendar, asked, "chase");
  return { due: Temporal.Instant.compare(due, planned) > 0 ? due : planned, offerFrom: asked };
}

function whatNext(at: Situation, followUp: FollowUp, before: Before): string {
  const isBreakup = followUp.kind === "breakup";
  const mail = isBreakup ? "a last mail" : "a check-in";
  if (recordOf(at.facts, followUp.key)?.status === "approved") return `${mail} is approved and on its way`;
  const nobody = followUp.to === null ? ", but there is no one to write to" : "";
  if (Temporal.Instant.compare(at.now, followUp.offerFrom) >= 0) return `${mail} is due${nobody}`;
  const verb = isBreakup ? "propose a last mail" : before?.how === "sent" ? "ask again" : "ask";
  return `I will ${verb} on ${spoken(at, dateIn(at.calendar.zone, followUp.dueAt))}${nobody}`;
}

export const spoken = (
  { calendar, now }: Pick<Situation, "calendar" | "now">,
  date: Temporal.PlainDate,
): string => spokenDate(date, dateIn(calendar.zone, now));

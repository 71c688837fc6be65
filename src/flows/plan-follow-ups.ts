import { Temporal } from "temporal-polyfill";
import type { Candidacy } from "../domain/candidacy.ts";
import type { CandidacyFacts, Plan } from "../domain/follow-up.ts";
import type { CandidacyId, FollowUpId } from "../domain/ids.ts";
import { isOver } from "../domain/interview.ts";
import { plan } from "../domain/plan.ts";
import type { Preferences } from "../domain/preferences.ts";
import type { WorkingCalendar } from "../domain/working-time.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { moveCandidacy } from "./move-candidacy.ts";
import { debriefDueAt } from "./send-debrief.ts";

/** Wakes one candidacy: lets time pass for it, plans anew and reminds the queue of what comes next. */
export async function planFollowUps(
  app: Pick<App, "store" | "clock" | "ids" | "holidays" | "queue">,
  id: CandidacyId,
): Promise<void> {
  const nextDueAt = await app.store.transaction(async (tx) => {
    const candidacy = await tx.candidacies.lock(id);
    return replan(tx, app, await tx.people.get(candidacy.personId), id);
  });
  if (nextDueAt) await app.queue.remind({ queue: "plan", id }, nextDueAt);
}

/**
 * Plans one candidacy from everything that the store knows of it; the result replaces the stored plan (DESIGN 6.4).
 * Runs in the transaction of whatever changed. Gives the instant at which it must be looked at again, or null.
 */
export async function replan(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "holidays">,
  person: Person,
  id: CandidacyId,
): Promise<Temporal.Instant | null> {
  const now = app.clock.now();
  let facts = await tx.candidacies.facts(id, person);
  if (await endInterviews(tx, facts, now)) facts = await tx.candidacies.facts(id, person);
  const calendar = calendarOf(app, facts, person);
  let result = plan(facts, preferencesFor(person, facts.candidacy), calendar, now);
  if (result.closesAt && result.closesAt.at.epochMilliseconds <= now.epochMilliseconds) {
    await moveCandidacy(tx, facts.candidacy, "no_reply", now, {
      says: `${facts.candidacy.employer}: closed, no reply. ${result.closesAt.reason}`,
      evidence: [],
      by: "clock",
      reason: "no_reply",
    });
    facts = await tx.candidacies.facts(id, person);
    result = plan(facts, preferencesFor(person, facts.candidacy), calendar, now);
  }
  await tx.followUps.replace(
    id,
    result.followUps.map((followUp) => ({ ...followUp, id: app.ids.uuid() as FollowUpId })),
  );
  const nextDueAt = await nextLook(tx, facts, result, now);
  await tx.candidacies.storePlan(id, result, nextDueAt);
  return nextDueAt;
}

/** The recipient's working days and zone; the person's where the employer's are not known (POLICY 6.16). */
export const calendarOf = (
  app: Pick<App, "holidays">,
  facts: Pick<CandidacyFacts, "candidacy">,
  person: Person,
): WorkingCalendar => {
  const { country, zone } = facts.candidacy;
  const { sendFrom, sendUntil } = preferencesFor(person, facts.candidacy);
  return {
    ...app.holidays.calendar(country ?? person.country, zone ?? person.zone),
    hours: { from: Temporal.PlainTime.from(sendFrom), until: Temporal.PlainTime.from(sendUntil) },
  };
};

/** What the person wants for this candidacy, else for everything. */
export const preferencesFor = (
  { preferences }: Pick<Person, "preferences">,
  candidacy: Pick<Candidacy, "preferences">,
): Preferences => ({ ...preferences, ...candidacy.preferences });

/** interviewing -> awaiting_decision when the last known interview has ended (POLICY 6.8). True when it moved. */
async function endInterviews(
  tx: Tx,
  { candidacy, interviews }: CandidacyFacts,
  now: Temporal.Instant,
): Promise<boolean> {
  const known = interviews.filter((interview) => !interview.cancelled);
  const last = known.at(-1);
  if (candidacy.state !== "interviewing" || !last || !known.every((interview) => isOver(interview, now)))
    return false;
  return moveCandidacy(tx, candidacy, "interviews_over", now, {
    says: `The interview with ${candidacy.employer} has ended; now they decide.`,
    evidence: [],
    by: "clock",
    reason: null,
  });
}

/** The earliest of: what changes the plan by time alone, and a debrief that is due. */
async function nextLook(
  tx: Tx,
  facts: CandidacyFacts,
  result: Plan,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const times: Temporal.Instant[] = [];
  for (const interview of facts.interviews) {
    const debriefAt = debriefDueAt(interview, now);
    if (debriefAt && !(await tx.debriefs.ofInterview(interview.id))) times.push(debriefAt);
  }
  if (result.nextAt) times.push(result.nextAt);
  return times.sort((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0] ?? null;
}

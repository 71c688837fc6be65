import { Temporal } from "temporal-polyfill";
import { debriefDueAt } from "../domain/debrief.ts";
import type { CandidacyFacts, Plan } from "../domain/follow-up.ts";
import type { CandidacyId, FollowUpId, InterviewId } from "../domain/ids.ts";
import { isOver } from "../domain/interview.ts";
import { plan } from "../domain/plan.ts";
import type { Planning } from "../domain/planning.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { moveCandidacy } from "./move-candidacy.ts";
import { plannings } from "./planning-of.ts";
import { replanOthers } from "./replan-others.ts";

type Planned = Pick<Planning, "facts" | "preferences"> & { readonly plan: Plan };

/**
 * Plans candidacies of one person from everything that the store knows of them; the results replace the stored plans (DESIGN 6.4). Time is let
 * pass first: interviews that have ended, silence that closes. As many questions to the store for one as for a hundred. Runs in the
 * transaction of whatever changed. Gives for each when it must be looked at again, or null.
 */
export async function replanMany(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "holidays">,
  person: Person,
  ids: readonly CandidacyId[],
): Promise<ReadonlyMap<CandidacyId, Temporal.Instant | null>> {
  if (ids.length === 0) return new Map();
  const now = app.clock.now();
  const planned = new Map<CandidacyId, Planned>();
  const planningOf = plannings(app, person);
  const take = async (some: readonly CandidacyId[]): Promise<void> => {
    for (const [id, facts] of await tx.candidacies.factsOfMany(person, some)) {
      const { preferences, calendar } = planningOf(facts);
      planned.set(id, { facts, preferences, plan: plan(facts, preferences, calendar, now) });
    }
  };
  const [asked] = await Promise.all([tx.debriefs.askedAbout(ids), take(ids)]);
  await take(await movedBy(planned, ({ facts }) => endInterviews(tx, facts, now)));
  await take(await movedBy(planned, (one) => closeBySilence(tx, one, now)));
  const plans = [...planned].map(([id, one]) => ({
    id,
    plan: one.plan,
    followUps: one.plan.followUps.map((followUp) => ({ ...followUp, id: app.ids.uuid() as FollowUpId })),
    nextDueAt: nextLook(one, asked, now),
  }));
  await Promise.all([tx.followUps.replace(plans), tx.candidacies.storePlans(plans)]);
  await replanOthers(
    tx,
    app,
    person,
    [...planned.values()].map(({ facts }) => facts.candidacy),
  );
  return new Map(plans.map(({ id, nextDueAt }) => [id, nextDueAt]));
}

async function movedBy(
  planned: ReadonlyMap<CandidacyId, Planned>,
  move: (one: Planned) => Promise<boolean>,
): Promise<CandidacyId[]> {
  const moved: CandidacyId[] = [];
  for (const [id, one] of planned) if (await move(one)) moved.push(id);
  return moved;
}

/** interviewing -> awaiting_decision when the last known interview has ended (POLICY 6.8). True when it moved. */
async function endInterviews(
  tx: Tx,
  { candidacy, interviews }: CandidacyFacts,
  now: Temporal.Instant,
): Promise<boolean> {
  const known = interviews.filter((interview) => !interview.cancelled);
  if (candidacy.state !== "interviewing" || known.length === 0) return false;
  if (!known.every((interview) => isOver(interview, now))) return false;
  return moveCandidacy(tx, candidacy, "interviews_over", now, {
    says: `The interview with ${candidacy.employer} has ended; now they decide.`,
    evidence: [],
    by: "clock",
    reason: null,
  });
}

async function closeBySilence(
  tx: Tx,
  { facts, plan: { closesAt } }: Planned,
  now: Temporal.Instant,
): Promise<boolean> {
  if (closesAt === null || Temporal.Instant.compare(closesAt.at, now) > 0) return false;
  return moveCandidacy(tx, facts.candidacy, "no_reply", now, {
    says: `${facts.candidacy.employer}: closed, no reply. ${closesAt.reason}`,
    evidence: [],
    by: "clock",
    reason: "no_reply",
  });
}

/** The earliest of: what changes the plan by time alone, and a debrief that is due. */
function nextLook(
  { facts, preferences, plan: { nextAt } }: Planned,
  asked: ReadonlySet<InterviewId>,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const debriefs = facts.interviews
    .filter(({ id }) => facts.candidacy.state !== "closed" && !asked.has(id))
    .flatMap((interview) => debriefDueAt(interview, now, preferences) ?? []);
  return [...debriefs, ...(nextAt ? [nextAt] : [])].sort(Temporal.Instant.compare)[0] ?? null;
}

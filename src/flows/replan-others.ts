import { type Candidacy, weightOf } from "../domain/candidacy.ts";
import { mannerOf } from "../domain/follow-up.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { plan } from "../domain/plan.ts";
import type { FollowUpRow, Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { plannings } from "./planning-of.ts";
import { replanMany } from "./replan-many.ts";
import { stop } from "./stop.ts";

type Planning = Pick<App, "clock" | "ids" | "holidays">;

/**
 * Plans the person's other candidacies anew where one of `planned` has become an offer, an accepted one or a contract, or is none any more:
 * theirs rest on it (POLICY 1 decision_request and withdraw). However it came about, each candidacy is planned after it has changed, so this
 * is the one place that sees it; what was last seen stands in `weighs`.
 */
export async function replanOthers(
  tx: Tx,
  app: Planning,
  person: Person,
  planned: readonly Candidacy[],
): Promise<void> {
  const changed = planned.filter((candidacy) => weightOf(candidacy) !== (candidacy.weighs ?? null));
  if (changed.length === 0) return;
  for (const candidacy of changed) await tx.candidacies.update(candidacy.id, { weighs: weightOf(candidacy) });
  const [only, ...more] = changed;
  const others = (await tx.candidacies.all(person.id))
    .filter(({ id, mergedInto }) => !mergedInto && (more.length > 0 || id !== only?.id))
    .map(({ id }) => id);
  for (const id of others.toSorted()) await tx.candidacies.lock(id);
  for (const id of others) await stopUnfounded(tx, app, person, id);
  await replanMany(tx, app, person, others);
}

/** What was approved on the strength of an offer, or in ignorance of one, is not sent; what is due now is asked again (SAFETY R14). */
async function stopUnfounded(tx: Tx, app: Planning, person: Person, id: CandidacyId): Promise<void> {
  const approved = (await tx.followUps.ofCandidacy(id)).filter(rests);
  if (approved.length === 0) return;
  const facts = await tx.candidacies.facts(id, person);
  const { preferences, calendar, now } = plannings(app, person)(facts);
  const { followUps } = plan(facts, preferences, calendar, now);
  for (const followUp of approved.filter(({ key }) => followUps.every((one) => one.key !== key))) {
    if (!(await stop(app, tx, followUp)).ok) continue;
    await tx.followUps.setStatus(followUp.id, ["approved"], "planned");
    await tx.journal.append({
      personId: person.id,
      candidacyId: id,
      at: now,
      type: "held",
      by: "program",
      says: `Not sent to ${followUp.to?.address ?? "them"}: an offer elsewhere changes what is due here; that is asked again.`,
      data: { followUp: followUp.key, wrote: false },
    });
  }
}

const rests = ({ status, kind }: FollowUpRow): boolean =>
  status === "approved" && (mannerOf[kind] === "chase" || kind === "withdraw");

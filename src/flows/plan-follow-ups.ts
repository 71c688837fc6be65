import type { Temporal } from "temporal-polyfill";
import type { CandidacyId } from "../domain/ids.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { endPause } from "./pause.ts";
import { remindPlans } from "./remind-plans.ts";
import { replanMany } from "./replan-many.ts";

/** Wakes one candidacy: lets time pass for it, plans anew and reminds the queue of what comes next. */
export async function planFollowUps(
  app: Pick<App, "store" | "clock" | "ids" | "holidays" | "queue">,
  id: CandidacyId,
): Promise<void> {
  const nextDueAt = await app.store.transaction(async (tx) => {
    const person = await endPause(tx, app, await tx.people.ofCandidacy(id));
    await tx.candidacies.lock(id);
    return replan(tx, app, person, id);
  });
  await remindPlans(app, [{ id, at: nextDueAt }]);
}

/** Plans one candidacy anew, in the transaction of whatever changed. Gives the instant at which it must be looked at again, or null. */
export async function replan(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "holidays">,
  person: Person,
  id: CandidacyId,
): Promise<Temporal.Instant | null> {
  return (await replanMany(tx, app, person, [id])).get(id) ?? null;
}

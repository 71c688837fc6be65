import { policyVersion } from "../domain/preferences.ts";
import type { App } from "./app.ts";
import { endPause } from "./pause.ts";
import { plansIn, remindPlans } from "./remind-plans.ts";
import { replanMany } from "./replan-many.ts";

/** People whose plans are made side by side: one is read while another one's are thought out. */
const sideBySide = 8;

/**
 * Plans every candidacy anew when the rules of the policy are not those by which the stored plans were made (a new version of the program).
 * One transaction a person, so that a kill loses nothing: what is left is done by the next sweep. Several processes share the people.
 */
export async function replanEverything(
  app: Pick<App, "store" | "clock" | "ids" | "holidays" | "queue">,
): Promise<void> {
  const waiting = await app.store.transaction((tx) => tx.people.plannedBefore(policyVersion));
  const work = async (): Promise<void> => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const personId = id;
      const plans = await app.store.transaction(async (tx) => {
        if (!(await tx.people.plansBy(personId, policyVersion))) return new Map();
        const person = await endPause(tx, app, await tx.people.get(personId));
        const ids = await tx.candidacies.lockAll(personId);
        return replanMany(tx, app, person, ids);
      });
      await remindPlans(app, plansIn(plans));
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
}

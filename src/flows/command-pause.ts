import type { Proof } from "../domain/approval.ts";
import type { PersonId } from "../domain/ids.ts";
import { ok } from "../domain/result.ts";
import { dateIn } from "../domain/working-time.ts";
import type { Commanded, Commanding } from "./command.ts";
import { pause, resume } from "./pause.ts";
import { remindPlans } from "./remind-plans.ts";

/** `afterword pause 2w`, `afterword pause until Monday`; null: `afterword resume`. A sentence either way. */
export async function commandPause(
  app: Commanding,
  personId: PersonId,
  length: string | null,
  proof: Proof,
): Promise<Commanded> {
  const done = await app.store.transaction(async (tx) => {
    const person = await tx.people.get(personId);
    const deciding = { app, tx, person, proof };
    return length === null ? resume(deciding) : pause(deciding, length, dateIn(person.zone, app.clock.now()));
  });
  if (!done.ok) return done;
  await remindPlans(app, done.value.plans);
  return ok(done.value.says);
}

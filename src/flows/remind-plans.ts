import type { Temporal } from "temporal-polyfill";
import type { CandidacyId } from "../domain/ids.ts";
import type { App } from "./app.ts";

/** Candidacies with the instant at which each must be looked at again; null: only a mail or the person changes anything. */
export type Plans = Iterable<{ readonly id: CandidacyId; readonly at: Temporal.Instant | null }>;

/** Tells the queue, after the commit, when plans must be looked at again. */
export const remindPlans = ({ queue }: Pick<App, "queue">, plans: Plans): Promise<void> =>
  queue.remindAll(
    [...plans].flatMap(({ id, at }) => (at ? [{ reminder: { queue: "plan", id } as const, at }] : [])),
  );

/** The same as a list, for what `replanMany` gives. */
export const plansIn = (plans: ReadonlyMap<CandidacyId, Temporal.Instant | null>): Plans =>
  [...plans].map(([id, at]) => ({ id, at }));

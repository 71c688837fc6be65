import type { Temporal } from "temporal-polyfill";
import type { CandidacyId } from "../domain/ids.ts";
import { isPaused } from "../domain/pause.ts";
import { pauseEnd } from "../domain/pause-length.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import { spokenDate } from "../domain/spoken.ts";
import { dateIn, startOf } from "../domain/working-time.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import type { Deciding } from "./decide.ts";
import type { Afterwards } from "./receive-message.ts";
import { replanMany } from "./replan-many.ts";
import { spreadLate } from "./spread-late.ts";
import { stopApproved } from "./stop-approved.ts";

/** What came of it, in a sentence for the person, and what must be looked at when. */
type Paused = { readonly says: string; readonly plans: Afterwards["plans"] };

/**
 * `pause 2w`: until then nothing is proposed and nothing leaves (POLICY 3.7, 6.12). What was approved and has not left is stopped, and asked
 * again afterwards. `length` counts from `saidOn`, the person's date when they wrote it.
 */
export async function pause(
  { app, tx, person, proof }: Deciding,
  length: string,
  saidOn: Temporal.PlainDate,
): Promise<Result<Paused, string>> {
  const now = app.clock.now();
  const end = pauseEnd(length, saidOn);
  if (!end.ok) return end;
  const until = startOf(person.zone, end.value);
  if (!isPaused(until, now)) return refuse("That day is not ahead any more, so nothing is paused.");
  const ids = await tx.candidacies.lockAll(person.id);
  await tx.people.set(person.id, { pausedUntil: until });
  const paused = { ...person, pausedUntil: until };
  const why = "you paused; it is shown again afterwards.";
  const before = await approvedOf(tx, ids);
  let isOnItsWay = false;
  for (const id of ids)
    if (await stopApproved({ app, tx, person: paused, proof }, id, why)) isOnItsWay = true;
  const stopped = before - (await approvedOf(tx, ids));
  const says = `Paused until ${spokenDate(end.value, dateIn(person.zone, now))}: nothing is proposed and nothing leaves before.`;
  await tx.journal.append({
    personId: person.id,
    candidacyId: null,
    at: now,
    type: "paused",
    by: "person",
    says,
    data: { until: until.toString(), stopped, proof },
  });
  const late = isOnItsWay ? " A mail that is on its way at this moment cannot be stopped." : "";
  return ok({ says: `${says}${stoppedIn(stopped)}${late}`, plans: await replanAll(tx, app, paused, ids) });
}

/** `resume`: everything goes on, and what is late comes over the next days (POLICY 6.12). */
export async function resume({ app, tx, person, proof }: Deciding): Promise<Result<Paused, string>> {
  if (!isPaused(person.pausedUntil, app.clock.now())) return refuse("There is no pause.");
  const plans = await goOn(tx, app, person, { by: "person", proof });
  return ok({ says: saysOn, plans });
}

/**
 * Notices that a pause has ended, whoever looks first, and gives the person as they are then. Runs before anything else of the person is
 * locked: it plans every candidacy anew.
 */
export async function endPause(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "holidays">,
  person: Person,
): Promise<Person> {
  if (!person.pausedUntil || isPaused(person.pausedUntil, app.clock.now())) return person;
  if (await tx.people.endPause(person.id, person.pausedUntil)) await goOn(tx, app, person, { by: "clock" });
  return tx.people.get(person.id);
}

const saysOn = "The pause is over; what is late comes over the next days.";

async function goOn(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "holidays">,
  person: Person,
  told: { readonly by: "clock" } | (Pick<Deciding, "proof"> & { readonly by: "person" }),
): Promise<Afterwards["plans"]> {
  const now = app.clock.now();
  const awake = { ...person, pausedUntil: null };
  const ids = await tx.candidacies.lockAll(person.id);
  await tx.people.set(person.id, { pausedUntil: null });
  await replanAll(tx, app, awake, ids);
  const today = dateIn(person.zone, now);
  const isTold = await tx.digests.exists(person.id, today);
  await spreadLate(tx, app, awake, now, isTold ? today.add({ days: 1 }) : today);
  await tx.journal.append({
    personId: person.id,
    candidacyId: null,
    at: now,
    type: "resumed",
    by: told.by,
    says: saysOn,
    data: { ...("proof" in told && { proof: told.proof }) },
  });
  return replanAll(tx, app, awake, ids);
}

const replanAll = async (
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "holidays">,
  person: Person,
  ids: readonly CandidacyId[],
): Promise<Afterwards["plans"]> =>
  [...(await replanMany(tx, app, person, ids))].map(([id, at]) => ({ id, at }));

async function approvedOf(tx: Tx, ids: readonly CandidacyId[]): Promise<number> {
  const all = await Promise.all(ids.map((id) => tx.followUps.ofCandidacy(id)));
  return all.flat().filter(({ status }) => status === "approved").length;
}

const stoppedIn = (count: number): string =>
  count === 0
    ? ""
    : ` ${count === 1 ? "One mail that you had approved was stopped; it is" : `${count} mails that you had approved were stopped; they are`} shown again then.`;

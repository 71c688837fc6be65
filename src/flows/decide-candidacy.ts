import {
  type CandidacyState,
  candidacyStates,
  closeReasons,
  type EmployerSize,
} from "../domain/candidacy.ts";
import { readOfEmployer, withReading } from "../domain/employer-reading.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Deciding } from "./decide.ts";
import { moveCandidacy, sayOf } from "./move-candidacy.ts";
import type { Repaired } from "./repair.ts";

/** `reopen 5`: where it stood before it was closed; the waiting starts again from now. */
export async function reopen(
  { app, tx, person, proof }: Deciding,
  id: CandidacyId,
): Promise<Result<CandidacyState, string>> {
  const candidacy = await tx.candidacies.lock(id);
  if (candidacy.mergedInto)
    return refuse(`${candidacy.employer} is the same as another candidacy; undo that first.`);
  if (candidacy.state !== "closed" && candidacy.state !== "keeping_in_touch")
    return refuse(`${candidacy.employer} is not closed.`);
  const state = candidacy.stateBefore ?? "awaiting_decision";
  await tx.candidacies.update(id, { state, closeReason: null, stateBefore: null });
  await tx.candidacies.reopen(id, app.clock.now());
  await tx.journal.append({
    personId: person.id,
    candidacyId: id,
    at: app.clock.now(),
    type: "moved",
    by: "person",
    says: `${candidacy.employer}: reopened by you.`,
    data: { from: candidacy.state, to: state, event: "reopened_by_person", proof },
  });
  return ok(state);
}

/** `close 5`: the person has ended it. */
export async function close(
  { app, tx, proof }: Deciding,
  id: CandidacyId,
): Promise<Result<CandidacyState, string>> {
  const candidacy = await tx.candidacies.lock(id);
  const closed = await moveCandidacy(tx, candidacy, "closed_by_person", app.clock.now(), {
    says: sayOf.closed_by_person(candidacy),
    evidence: [],
    by: "person",
    reason: "withdrawn",
    proof,
  });
  if (!closed) return refuse(`${candidacy.employer} is ${candidacy.state} already.`);
  return ok("closed");
}

/** `undo 5` on a line that says closed or reopened: takes the latest move back, whoever made it. */
export async function undoMove(
  { app, tx, person, proof }: Deciding,
  id: CandidacyId,
): Promise<Result<Repaired, string>> {
  const candidacy = await tx.candidacies.lock(id);
  const last = (await tx.journal.ofCandidacy(id)).findLast(
    (entry) => entry.type === "moved" && !entry.data?.repair,
  );
  const before = candidacyStates.find((state) => state === last?.data?.from);
  if (!before || last?.data?.to !== candidacy.state)
    return refuse(`There is nothing to undo for ${candidacy.employer}.`);
  if (last.data.event === "undone")
    return refuse(`There is nothing more to take back for ${candidacy.employer}.`);
  const closeReason = closeReasons.find((reason) => reason === last.data?.reasonBefore) ?? null;
  await tx.candidacies.update(id, {
    state: before,
    closeReason: before === "closed" ? closeReason : null,
    stateBefore: null,
  });
  if (candidacy.state === "closed") await tx.candidacies.reopen(id, app.clock.now());
  await tx.journal.append({
    personId: person.id,
    candidacyId: id,
    at: app.clock.now(),
    type: "moved",
    by: "person",
    says: `${candidacy.employer}: you took it back, it stands where it stood.`,
    data: {
      from: candidacy.state,
      to: before,
      event: "undone",
      reason: before === "closed" ? closeReason : null,
      reasonBefore: candidacy.closeReason,
      proof,
    },
  });
  return ok([id]);
}

/** What a person can say of a candidacy: size and whereabouts of the employer (a country with its region, "DE-BY", where that matters), where it stands. */
export type Marking = {
  readonly size?: EmployerSize;
  readonly state?: CandidacyState;
  readonly country?: string;
  readonly zone?: string;
};

/** `mark`: what only the person knows. A state set by hand needs no move of the table: the person's word is the strongest evidence. */
export async function mark(
  { app, tx, person, proof }: Deciding,
  id: CandidacyId,
  as: Marking,
): Promise<void> {
  const candidacy = await tx.candidacies.lock(id);
  const { size, country, zone } = as;
  const said = readOfEmployer.filter((what) => as[what] !== undefined);
  await tx.candidacies.update(id, {
    ...(size && { size, sizeBy: "person" }),
    ...(country && { country }),
    ...(zone && { zone }),
    reading: said.reduce(
      (reading, what) => withReading(reading, what, "You said so.", "person"),
      candidacy.reading,
    ),
  });
  if (as.state && as.state !== candidacy.state) {
    const closes = as.state === "closed";
    await tx.candidacies.update(id, {
      state: as.state,
      closeReason: closes ? "withdrawn" : null,
      stateBefore: closes ? candidacy.state : null,
    });
  }
  const what = [...said, "state" as const]
    .flatMap((one) => (as[one] ? [`${one} ${as[one]}`] : []))
    .join(", ");
  await tx.journal.append({
    personId: person.id,
    candidacyId: id,
    at: app.clock.now(),
    type: as.state && as.state !== candidacy.state ? "moved" : "marked",
    by: "person",
    says: `You marked ${candidacy.employer}: ${what}.`,
    data: { from: candidacy.state, to: as.state ?? candidacy.state, event: "marked", proof },
  });
}

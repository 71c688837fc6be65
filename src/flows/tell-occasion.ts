import type { CandidacyId } from "../domain/ids.ts";
import { ownOccasion } from "../domain/own-words.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Deciding } from "./decide.ts";

/** `7: they opened a second bakery`: something to write about to an employer that is kept in touch with (POLICY 1, "An occasion"). */
export async function tellOccasion(
  { app, tx, person, proof }: Deciding,
  id: CandidacyId,
  says: string,
): Promise<Result<CandidacyId, string>> {
  const candidacy = await tx.candidacies.lock(id);
  if (candidacy.state === "closed" || candidacy.state === "signed")
    return refuse(`${candidacy.employer} is ${candidacy.state}; nothing is written there.`);
  if (ownOccasion(says) === null)
    return refuse(
      `Write it as you would say it to ${candidacy.employer}: a sentence without a link, a number to call or a question.`,
    );
  const at = app.clock.now();
  await tx.candidacies.addOccasion(id, { id: app.ids.uuid(), at, says, by: "person", vacancy: null });
  await tx.journal.append({
    personId: person.id,
    candidacyId: id,
    at,
    type: "note",
    by: "person",
    says: `An occasion to write to ${candidacy.employer}.`,
    evidence: [says],
    data: { proof },
  });
  return ok(id);
}

/** `7 no` to the question for an occasion: not this time; it is asked again when the weeks have passed once more. */
export async function noOccasion(
  { app, tx, person, proof }: Deciding,
  id: CandidacyId,
): Promise<Result<CandidacyId, string>> {
  const candidacy = await tx.candidacies.lock(id);
  const asked = (await tx.followUps.ofCandidacy(id)).find(
    ({ needsOccasion, status }) => needsOccasion && (status === "planned" || status === "offered"),
  );
  if (!asked || !(await tx.followUps.setStatus(asked.id, ["planned", "offered"], "skipped")))
    return refuse(`Nothing is asked about ${candidacy.employer} any more.`);
  await tx.journal.append({
    personId: person.id,
    candidacyId: id,
    at: app.clock.now(),
    type: "skipped",
    by: "person",
    says: `No occasion to write to ${candidacy.employer} this time.`,
    data: { key: asked.key, proof },
  });
  return ok(id);
}

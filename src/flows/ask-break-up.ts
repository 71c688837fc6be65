import type { Target } from "../domain/approval.ts";
import { candidacyInWords } from "../domain/candidacy.ts";
import { isPaused } from "../domain/pause.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { DigestItemRow } from "../ports/store.ts";
import type { Deciding } from "./decide.ts";
import { replan } from "./plan-follow-ups.ts";
import type { Told } from "./tell-standing.ts";
import { whichCandidacy } from "./which-candidacy.ts";

/** `break up ABC`: a last mail is due in the next digest (POLICY 1 breakup). Where the policy plans none, nothing changes, and the reason is told. */
export async function askBreakUp(
  deciding: Deciding,
  whom: Target,
  items: readonly DigestItemRow[],
): Promise<Result<Told, string>> {
  const { app, tx, person, proof } = deciding;
  const found = await whichCandidacy(tx, person, whom, items, ["interviewing", "awaiting_decision"]);
  if (!found.ok) return refuse(found.error.says);
  const { id } = await tx.candidacies.lock(found.value.id);
  const { wishes } = await tx.candidacies.facts(id, person);
  const now = app.clock.now();
  await tx.candidacies.update(id, { breakupAskedAt: now });
  await replan(tx, app, person, id);
  const isPlanned = (await tx.followUps.ofCandidacy(id)).some(
    ({ kind, status }) => kind === "breakup" && (status === "planned" || status === "offered"),
  );
  const name = candidacyInWords(found.value);
  if (!isPlanned) {
    await tx.candidacies.update(id, { breakupAskedAt: wishes.breakupAskedAt });
    await replan(tx, app, person, id);
    const because = (await tx.candidacies.all(person.id)).find((one) => one.id === id)?.because ?? "";
    return refuse(`No last mail is due to ${name}. ${because}`.trim());
  }
  const when = isPaused(person.pausedUntil, now) ? "in a digest after the pause" : "in the next digest";
  const says = `${name}: you want to draw a line; a last mail stands ${when}.`;
  await tx.journal.append({
    personId: person.id,
    candidacyId: id,
    at: now,
    type: "marked",
    by: "person",
    says,
    data: { what: "break up", proof },
  });
  return ok({ says, candidacy: id });
}

import { candidacyStates, closeReasons } from "../domain/candidacy.ts";
import type { CandidacyId, FollowUpId, InterviewId, MessageRowId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { CandidacyBelongings } from "../ports/store.ts";
import type { Deciding } from "./decide.ts";
import { onItsWay } from "./merge-candidacies.ts";
import type { Repaired } from "./repair.ts";
import { stopApproved } from "./stop-approved.ts";
import { candidacyIn, type RepairData } from "./undo-repair.ts";

/** A merge or a split taken back: what was handed over goes back, and both stand where they stood unless they have moved since. */
export async function handedBack(
  deciding: Deciding,
  data: RepairData,
  repair: string,
): Promise<Result<Repaired, string>> {
  const { tx, app, person, proof } = deciding;
  const [from, to] = [candidacyIn(data.from), candidacyIn(data.to)];
  if (!from || !to) return refuse("There is nothing to undo.");
  for (const id of [from, to].sort()) await tx.candidacies.lock(id);
  if ((await stopApproved(deciding, from)) || (await stopApproved(deciding, to))) return refuse(onItsWay);
  await tx.candidacies.handOver(to, from, belongingsIn(data));
  for (const address of listIn(data.learnt)) await tx.candidacies.removeContact(to, address);
  const merged = data.what === "merged";
  await stand(from, data.state, data.reason, data.stateBefore, merged ? { mergedInto: null } : {});
  if (merged) await stand(to, data.stateThere, data.reasonThere, data.stateBeforeThere);
  else await stand(to, "closed", null, "applied", { mergedInto: from });
  for (const id of [from, to]) await tx.candidacies.countWord(id);
  return ok([from, to]);

  async function stand(
    id: CandidacyId,
    state: RepairData[string],
    reason: RepairData[string],
    before: RepairData[string],
    more: { mergedInto?: CandidacyId | null } = {},
  ): Promise<void> {
    const now = await tx.candidacies.lock(id);
    await tx.candidacies.update(id, more);
    const to = candidacyStates.find((one) => one === state);
    const last = (await tx.journal.ofCandidacy(id)).findLast((row) => row.type === "moved");
    if (!to || (last && last.data?.repair !== repair)) return;
    const closeReason = closeReasons.find((one) => one === reason) ?? null;
    await tx.candidacies.update(id, {
      state: to,
      closeReason,
      stateBefore: candidacyStates.find((one) => one === before) ?? null,
    });
    if (to === now.state) return;
    await tx.journal.append({
      personId: person.id,
      candidacyId: id,
      at: app.clock.now(),
      type: "moved",
      by: "person",
      says: `${now.employer}: you took it back, it stands where it stood.`,
      data: {
        from: now.state,
        to,
        event: "undone",
        reason: closeReason,
        reasonBefore: now.closeReason,
        repair,
        proof,
      },
    });
  }
}

const listIn = (value: RepairData[string]): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
const belongingsIn = (data: RepairData): CandidacyBelongings => ({
  messages: listIn(data.messages) as MessageRowId[],
  interviews: listIn(data.interviews) as InterviewId[],
  followUps: listIn(data.followUps) as FollowUpId[],
  promises: listIn(data.promises).map(Number),
});

import type { Proof, Reading } from "../domain/approval.ts";
import { doneLine, undoLine } from "../domain/confirmation-words.ts";
import type { CandidacyId, DraftId } from "../domain/ids.ts";
import { refuse } from "../domain/result.ts";
import type { JournalEntry } from "../ports/store.ts";
import { carryOut, type Shown } from "./carry-out.ts";
import type { Deciding } from "./decide.ts";
import { replan } from "./plan-follow-ups.ts";
import type { Afterwards, Received } from "./receive-message.ts";
import { stopHeldBack } from "./stop-held-back.ts";
import { takeEdits } from "./take-edits.ts";
import { type Told, toldTogether } from "./told.ts";
import { isUndoneBy } from "./undo-line.ts";

/** Carries out what a reply says, part by part: clear parts act, what is doubtful or refused is told (POLICY 7.2). */
export async function carryOutAll(
  { app, tx, person }: Pick<Received, "app" | "tx" | "person">,
  reading: Reading,
  shown: Shown,
  proof: Proof,
): Promise<Afterwards & { readonly told: Told }> {
  const outbox: Afterwards["outbox"][number][] = [];
  const drafts: DraftId[] = [];
  const deciding = { app, tx, person, proof };
  const stopped = await stopHeldBack(deciding, reading.stops, shown);
  const edits = await takeEdits(deciding, reading.decisions, shown);
  const touched = new Set<CandidacyId>([...stopped.touched, ...edits.touched]);
  const told: Partial<Told>[] = [...stopped.told, ...edits.told];
  const undoable: number[] = [];
  for (const decision of edits.decisions) {
    const item = shown.items.find(({ n }) => n === decision.item);
    const heard: string[] = [];
    const done = item
      ? await carryOut(overheard(deciding, heard), decision, item, shown)
      : refuse(`There is no number ${decision.item}.`);
    if (!done.ok) {
      told.push({ doubts: [`${decision.item}: ${done.error}`] });
      continue;
    }
    for (const id of done.value.candidacies) touched.add(id);
    if (done.value.outbox) outbox.push(done.value.outbox);
    if (done.value.draft) drafts.push(done.value.draft);
    told.push(done.value.told ?? { done: [doneLine(decision.item, heard)] });
    if (item && (await isUndoneBy(tx, decision, item))) undoable.push(decision.item);
  }
  const plans: Afterwards["plans"][number][] = [];
  for (const id of touched) plans.push({ id, at: await replan(tx, app, person, id) });
  const unclear = reading.doubts
    .filter(({ words }) => !stopped.words.has(words))
    .map(({ words, question }) => `"${words}": ${question}`);
  const undo = undoLine([...new Set(undoable)]);
  const all = toldTogether([{ doubts: unclear }, ...told, { done: undo === "" ? [] : [undo] }]);
  return { plans, outbox, drafts, told: all };
}

/** The same, where every sentence that the journal keeps of the person's doing is noted as well: what is written down is what is told. */
const overheard = (deciding: Deciding, heard: string[]): Deciding => ({
  ...deciding,
  tx: {
    ...deciding.tx,
    journal: {
      ...deciding.tx.journal,
      append: async (entry: JournalEntry) => {
        if (entry.by === "person") heard.push(entry.says);
        await deciding.tx.journal.append(entry);
      },
    },
  },
});

import type { Reading } from "../domain/approval.ts";
import type { CandidacyId } from "../domain/ids.ts";
import type { Shown } from "./carry-out.ts";
import { type Deciding, undo } from "./decide.ts";
import type { Told } from "./told.ts";

/** What was stopped, and the words to which that was the answer. */
export type Stopped = {
  readonly words: ReadonlySet<string>;
  readonly touched: readonly CandidacyId[];
  readonly told: readonly Partial<Told>[];
};

/**
 * Stops what was approved before, while it can be, where the person now writes "cancel 1" or "wait": nothing leaves that they may not want any more
 * (SAFETY R13). Run before what else the answer says, so that an approval in it is judged by its own words.
 */
export async function stopHeldBack(
  deciding: Deciding,
  stops: Reading["stops"],
  { items }: Pick<Shown, "items">,
): Promise<Stopped> {
  const { tx } = deciding;
  const words = new Set<string>();
  const touched: CandidacyId[] = [];
  const told: Partial<Told>[] = [];
  for (const stop of stops)
    for (const { n, draftId } of items.filter((item) => stop.items.includes(item.n))) {
      const draft = draftId ? await tx.drafts.get(draftId) : null;
      if (!draft || (await tx.followUps.get(draft.followUpId)).status !== "approved") continue;
      const stopped = await undo(deciding, draft.followUpId);
      words.add(stop.words);
      if (!stopped.ok) told.push({ doubts: [`${n}: ${stopped.error}`] });
      else {
        touched.push(stopped.value);
        told.push({
          // More than a confirmation: it was guessed, in the direction in which nothing leaves.
          blocks: [
            `${n}: because you wrote "${stop.words}", that mail is stopped. "${n} ok" approves it anew.`,
          ],
        });
      }
    }
  return { words, touched, told };
}

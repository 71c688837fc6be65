import type { Proof } from "../domain/approval.ts";
import type { CandidacyId, DraftId } from "../domain/ids.ts";
import { programCall } from "../domain/program-call.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { approve, type Deciding, skip } from "./decide.ts";
import { type Marking, mark } from "./decide-candidacy.ts";
import { replan } from "./plan-follow-ups.ts";
import { remindPlans } from "./remind-plans.ts";

/** What a command of the CLI or the API came to, in a sentence either way. */
export type Commanded = Result<string, string>;
export type Commanding = Pick<App, "store" | "clock" | "ids" | "holidays" | "mime" | "queue">;

export async function commandApprove(
  app: Commanding,
  draftId: DraftId,
  hash: string,
  proof: Proof,
): Promise<Commanded> {
  const done = await app.store.transaction(async (tx) => {
    const owner = await ownerOfDraft(tx, draftId);
    if (!owner) return refuse("There is no such draft; list them again.");
    const approved = await approve({ app, tx, person: owner.person, proof }, draftId, hash);
    if (approved.ok) await replan(tx, app, owner.person, owner.candidacyId);
    return approved;
  });
  if (!done.ok) return done;
  await app.queue.remind({ queue: "outbox", id: done.value.outboxId }, done.value.leavesAt);
  return ok(`Approved; it goes out at ${done.value.leavesAt.toString()}.`);
}

export async function commandSkip(app: Commanding, draftId: DraftId, proof: Proof): Promise<Commanded> {
  return app.store.transaction(async (tx): Promise<Commanded> => {
    const owner = await ownerOfDraft(tx, draftId);
    const draft = await tx.drafts.get(draftId);
    if (!owner || !draft) return refuse("There is no such draft; list them again.");
    const skipped = await skip({ app, tx, person: owner.person, proof }, draft.followUpId);
    if (!skipped.ok) return skipped;
    await replan(tx, app, owner.person, owner.candidacyId);
    return ok("Skipped; it does not come back while nothing has changed.");
  });
}

export async function commandMark(
  app: Commanding,
  number: number,
  as: Marking,
  proof: Proof,
): Promise<Commanded> {
  return onCandidacy(app, number, proof, async (deciding, id) => {
    await mark(deciding, id, as);
    return ok("Marked.");
  });
}

/** Runs a decision on the candidacy with that number and plans it anew. With several people on one instance, numbers are the first one's. */
async function onCandidacy(
  app: Commanding,
  number: number,
  proof: Proof,
  work: (deciding: Deciding, id: CandidacyId) => Promise<Commanded>,
): Promise<Commanded> {
  const done = await app.store.transaction(async (tx) => {
    for (const person of await tx.people.all()) {
      const candidacy = await tx.candidacies.byNumber(person.id, number);
      if (!candidacy) continue;
      const result = await work({ app, tx, person, proof }, candidacy.id);
      return { result, id: candidacy.id, at: await replan(tx, app, person, candidacy.id) };
    }
    return null;
  });
  if (!done) return refuse(noCandidacy(number));
  await remindPlans(app, [done]);
  return done.result;
}

/** The sentence for a number that no candidacy has. */
export const noCandidacy = (number: number): string =>
  `There is no candidacy ${number}; "${programCall} candidacies" lists them.`;

async function ownerOfDraft(
  tx: Tx,
  id: DraftId,
): Promise<{ person: Person; candidacyId: CandidacyId } | null> {
  const draft = await tx.drafts.get(id);
  if (!draft) return null;
  const candidacy = await tx.candidacies.lock(draft.candidacyId);
  return { person: await tx.people.get(candidacy.personId), candidacyId: candidacy.id };
}

import type { CandidacyId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { JournalRow, Tx } from "../ports/store.ts";
import type { Deciding } from "./decide.ts";
import { type Repaired, recordRepair } from "./repair.ts";
import { stopApproved } from "./stop-approved.ts";

/**
 * `merge 5 into 2`: both are the same. Mails, interviews, promises and what was written go to the one that stays; the other is closed away,
 * its state kept. Where they stand differently, the newest move counts.
 */
export async function mergeCandidacies(
  deciding: Deciding,
  from: CandidacyId,
  into: CandidacyId,
): Promise<Result<Repaired, string>> {
  const { app, tx, person, proof } = deciding;
  if (from === into) return refuse("That is the same candidacy.");
  for (const id of [from, into].sort()) await tx.candidacies.lock(id);
  const gone = await tx.candidacies.lock(from);
  const stays = await tx.candidacies.lock(into);
  if (gone.mergedInto || stays.mergedInto) return refuse("One of them was merged already.");
  if ((await stopApproved(deciding, from)) || (await stopApproved(deciding, into))) return refuse(onItsWay);

  const repair = app.ids.uuid();
  const now = app.clock.now();
  const all = await tx.candidacies.belongings(from, "all");
  await tx.candidacies.handOver(from, into, all);
  const learnt: string[] = [];
  for (const contact of await tx.candidacies.contacts(from)) {
    if (await tx.candidacies.addContact({ ...contact, candidacyId: into })) learnt.push(contact.address);
    if (contact.ended) await tx.candidacies.endContact(stays.personId, contact.address, contact.ended);
  }
  await tx.candidacies.countWord(into);

  const last = await newestMove(tx, from);
  const other = await newestMove(tx, into);
  const takesItsState = last !== null && (other === null || other.id < last.id) && gone.state !== stays.state;
  if (takesItsState)
    await tx.candidacies.update(into, {
      state: gone.state,
      closeReason: gone.closeReason,
      stateBefore: gone.stateBefore,
    });
  const moved = { personId: person.id, at: now, type: "moved", by: "person" } as const;
  if (takesItsState)
    await tx.journal.append({
      ...moved,
      candidacyId: into,
      says: `${stays.employer}: it stands where the other one stood.`,
      data: {
        from: stays.state,
        to: gone.state,
        event: "merged",
        reason: gone.closeReason,
        reasonBefore: stays.closeReason,
        // What put the other one there can still be taken back here.
        message: last.data?.message,
        repair,
        proof,
      },
    });
  await tx.candidacies.update(from, {
    state: "closed",
    closeReason: null,
    stateBefore: gone.state,
    mergedInto: into,
  });
  await tx.followUps.replace([{ id: from, followUps: [] }]);
  await tx.journal.append({
    ...moved,
    candidacyId: from,
    says: `${gone.employer}: closed, it is the same as number ${stays.number}.`,
    data: {
      from: gone.state,
      to: "closed",
      event: "merged",
      reasonBefore: gone.closeReason,
      repair,
      proof,
    },
  });
  await recordRepair(
    deciding,
    repair,
    [from, into],
    `You said that ${gone.employer} (${gone.number}) and ${stays.employer} (${stays.number}) are one candidacy.`,
    [],
    {
      what: "merged",
      from,
      to: into,
      messages: all.messages,
      interviews: all.interviews,
      followUps: all.followUps,
      promises: all.promises.map(String),
      learnt,
      state: gone.state,
      reason: gone.closeReason,
      stateBefore: gone.stateBefore,
      stateThere: takesItsState ? stays.state : null,
      reasonThere: stays.closeReason,
      stateBeforeThere: stays.stateBefore,
    },
  );
  return ok([from, into]);
}

export const onItsWay = "A mail of it is on its way at this moment; say it again a little later.";

const newestMove = async (tx: Tx, id: CandidacyId): Promise<JournalRow | null> =>
  (await tx.journal.ofCandidacy(id)).findLast((entry) => entry.type === "moved") ?? null;

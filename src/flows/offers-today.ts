import type { Temporal } from "temporal-polyfill";
import { withinDayCaps } from "../domain/day-caps.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { isPaused } from "../domain/pause.ts";
import type { CandidacyRow, FollowUpRow, Person, Tx } from "../ports/store.ts";

export type Offer = FollowUpRow & { readonly candidacy: CandidacyRow };

/** The follow-ups that stand in a digest made now, within the caps of a day (POLICY 3.6); nothing during a pause, of its mailbox neither. */
export async function offersToday(
  tx: Tx,
  person: Person,
  candidacies: ReadonlyMap<CandidacyId, CandidacyRow>,
  { now, today }: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
): Promise<readonly Offer[]> {
  if (isPaused(person.pausedUntil, now)) return [];
  const due = await inMailboxesInUse(tx, person, await tx.followUps.offerable(person.id, now, today));
  return withinDayCaps(
    due.flatMap((followUp) => {
      const candidacy = candidacies.get(followUp.candidacyId);
      return candidacy ? [{ ...followUp, candidacy }] : [];
    }),
    person.preferences.employerCap,
  );
}

async function inMailboxesInUse(
  tx: Tx,
  { id }: Person,
  due: readonly FollowUpRow[],
): Promise<readonly FollowUpRow[]> {
  if ((await tx.mailboxes.ofPerson(id)).every(({ pausedAt }) => pausedAt === null)) return due;
  const found: FollowUpRow[] = [];
  for (const followUp of due)
    if ((await tx.mailboxes.ofCandidacy(followUp.candidacyId))?.pausedAt === null) found.push(followUp);
  return found;
}

/** Gives a person's candidacies by their id. */
export const candidaciesById = async (
  tx: Tx,
  { id }: Pick<Person, "id">,
): Promise<ReadonlyMap<CandidacyId, CandidacyRow>> =>
  new Map((await tx.candidacies.all(id)).map((candidacy) => [candidacy.id, candidacy]));

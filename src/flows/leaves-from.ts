import type { CandidacyId } from "../domain/ids.ts";
import type { Person, Tx } from "../ports/store.ts";

/** Gives the address that mails of a candidacy leave from now, where the person has several mailboxes; null: there is no choice to show. */
export async function leavesFrom(
  tx: Tx,
  person: Pick<Person, "id">,
  id: CandidacyId,
): Promise<string | null> {
  const [all, own] = await Promise.all([tx.mailboxes.ofPerson(person.id), tx.mailboxes.ofCandidacy(id)]);
  return all.length > 1 ? (own?.address ?? null) : null;
}

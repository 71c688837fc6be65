import type { CandidacyId } from "../domain/ids.ts";
import type { ContactEnd } from "../domain/interview.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { hold } from "./hold.ts";

type Ending = {
  readonly app: Pick<App, "clock" | "ids" | "holidays">;
  readonly tx: Tx;
  readonly person: Person;
};

const reasons: Readonly<Record<ContactEnd, string>> = {
  bounced: "an earlier mail to that address came back; what is due now is shown anew.",
  left_company: "whoever had that address has left; what is due now is shown anew.",
};

/**
 * Nothing more goes to that address (POLICY 3.3, 3.4): it is ended wherever it is a contact, and what was approved to it and has not begun to leave
 * is held. Gives the candidacies that have to be planned anew. All of the person's candidacies must be locked.
 */
export async function endAddress(
  { app, tx, person }: Ending,
  address: string,
  ended: ContactEnd,
): Promise<readonly CandidacyId[]> {
  const ids = await tx.candidacies.endContact(person.id, address, ended);
  for (const id of ids)
    for (const followUp of await tx.followUps.ofCandidacy(id)) {
      const draft = followUp.status === "approved" ? await tx.drafts.newest(followUp.id) : null;
      const row = draft && (await tx.outbox.ofDraft(draft.id));
      if (row?.envelopeTo === address) await hold(tx, app, row, undefined, reasons[ended]);
    }
  return ids;
}

import type { CandidacyId } from "../domain/ids.ts";
import type { JournalData } from "../ports/store.ts";
import type { Deciding } from "./decide.ts";

/** Which candidacies a repair has touched: they are planned anew. */
export type Repaired = readonly CandidacyId[];

/** The mail as the journal names it: "the mail of jo@abc.example, “Your interview”". */
export const mailInWords = (mail: { from: { address: string }; subject: string }): string =>
  `the mail of ${mail.from.address || "an unknown sender"}, “${mail.subject || "no subject"}”`;

/**
 * Writes a correction of the person's down, once for each candidacy that it concerns (or once for none), in the transaction that makes it. The
 * rows share an id, by which it is taken back: `data` holds what that needs.
 */
export async function recordRepair(
  { app, tx, person, proof }: Deciding,
  repair: string,
  about: readonly (CandidacyId | null)[],
  says: string,
  evidence: readonly string[],
  data: JournalData,
): Promise<void> {
  for (const candidacyId of new Set(about))
    await tx.journal.append({
      personId: person.id,
      candidacyId,
      at: app.clock.now(),
      type: "repaired",
      by: "person",
      says,
      evidence,
      data: { ...data, repair, proof },
    });
}

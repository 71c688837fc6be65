import type { Temporal } from "temporal-polyfill";
import type { Target } from "../domain/approval.ts";
import { candidacyInWords, candidacyStates } from "../domain/candidacy.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { DigestItemRow } from "../ports/store.ts";
import { stagesIn } from "../understanding/said-stages.ts";
import { sentencesOf } from "../understanding/text/plain-words.ts";
import type { Deciding } from "./decide.ts";
import type { Told } from "./tell-standing.ts";
import { whichCandidacy } from "./which-candidacy.ts";

/** `note ABC: text`: kept with the candidacy, and an occasion to keep in touch (POLICY 1). `at`: when it was written. */
export async function takeNote(
  { app, tx, person, proof }: Deciding,
  { whom, text }: { readonly whom: Target; readonly text: string },
  at: Temporal.Instant,
  items: readonly DigestItemRow[],
): Promise<Result<Told, string>> {
  const open = candidacyStates.filter((state) => state !== "closed");
  const found = await whichCandidacy(tx, person, whom, items, open);
  if (!found.ok) return refuse(found.error.says);
  const { id } = await tx.candidacies.lock(found.value.id);
  await tx.candidacies.addOccasion(id, { id: app.ids.uuid(), at, says: text, by: "person", vacancy: null });
  if (stagesIn(sentencesOf(text))) await tx.candidacies.update(id, { stagesTold: true });
  await tx.journal.append({
    personId: person.id,
    candidacyId: id,
    at: app.clock.now(),
    type: "note",
    by: "person",
    says: "You noted something.",
    evidence: [text],
    data: { proof },
  });
  return ok({ says: `Noted for ${candidacyInWords(found.value)}.`, candidacy: id });
}

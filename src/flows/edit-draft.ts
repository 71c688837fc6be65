import type { Draft } from "../domain/draft.ts";
import { cleanText } from "../domain/plain-text.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Deciding } from "./decide.ts";
import { matterOf } from "./matter.ts";
import { longestText } from "./reword-draft.ts";
import { addVersion } from "./write-draft.ts";

/**
 * Gives a draft another text: a new version that needs an approval of its own (POLICY 7.3). Nothing is approved and nothing is learnt by that, for
 * whoever holds a link may have written it (SAFETY R36). `shown` is the newest version, undecided.
 */
export async function editDraft(
  deciding: Deciding,
  shown: Draft,
  text: string,
): Promise<Result<Draft, string>> {
  const { app, tx, person, proof } = deciding;
  const words = cleanText(text).trim();
  if (words === "") return refuse("A mail without a word cannot be sent; skip it to leave it out.");
  if (words.length > longestText) return refuse(`That text has more than ${longestText} characters.`);
  if (words === shown.text.trim()) return refuse("You have changed nothing, so the draft stands as it was.");
  const followUp = await tx.followUps.get(shown.followUpId);
  const matter = await matterOf(tx, app, person, followUp);
  const draft = await addVersion(
    tx,
    app,
    { ...matter, known: shown },
    { ...shown, by: "person", text: words },
  );
  await tx.journal.append({
    personId: person.id,
    candidacyId: draft.candidacyId,
    at: app.clock.now(),
    type: "reworded",
    by: "person",
    says: `You changed the text of the mail to ${draft.to.address}; the new version needs your approval.`,
    evidence: [draft.text],
    data: { draft: draft.id, version: draft.version, hash: draft.hash, proof },
  });
  return ok(draft);
}

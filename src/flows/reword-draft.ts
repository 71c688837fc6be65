import type { Draft } from "../domain/draft.ts";
import { cleanText } from "../domain/plain-text.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import { editLessons } from "../drafting/voice/edit-lessons.ts";
import { languageOf } from "../understanding/lexicon/language.ts";
import { type Approved, approve, type Deciding } from "./decide.ts";
import { matterOf } from "./matter.ts";
import { lockFollowUp, stop } from "./stop.ts";
import { addVersion } from "./write-draft.ts";

/** What the person writes themselves does not leave sooner: they may see it in Sent of their own eyes and think again (POLICY 7.3). */
const graceOf = { minutes: 30 };
/** Longer is no follow-up, and a mail program may have left a whole thread in. */
const longestText = 6_000;
const longestWish = 500;

/** "2: shorter please": notes the wish with the version that was shown. Whatever was approved of it is stopped, for it is not what they want. */
export async function askForChange(
  { app, tx, person, proof }: Deciding,
  shown: Draft,
  wish: string,
): Promise<Result<void, string>> {
  const open = await openForChange({ app, tx, person, proof }, shown);
  if (!open.ok) return open;
  await tx.drafts.wish(shown.id, cleanText(wish).slice(0, longestWish));
  await tx.journal.append({
    personId: person.id,
    candidacyId: shown.candidacyId,
    at: app.clock.now(),
    type: "reworded",
    by: "person",
    says: "You want that draft changed; the new version needs your approval.",
    evidence: [wish],
    data: { draft: shown.id, version: shown.version, proof },
  });
  return ok(undefined);
}

/** "2 send: my own text": a new version of their words, approved with the same answer (POLICY 7.3). What they changed is learnt from (POLICY 5). */
export async function replaceText(
  deciding: Deciding,
  shown: Draft,
  text: string,
): Promise<Result<Approved, string>> {
  const { app, tx, person } = deciding;
  const words = cleanText(text).trim();
  if (words === "" || words.length > longestText)
    return refuse('That text is empty or too long for a mail; write "2 send:" and the whole mail behind it.');
  const open = await openForChange(deciding, shown);
  if (!open.ok) return open;
  const followUp = await tx.followUps.get(shown.followUpId);
  const matter = await matterOf(tx, app, person, followUp);
  const { subject, to } = shown;
  const draft = await addVersion(tx, app, { ...matter, to }, { by: "person", text: words, subject });
  const approved = await approve(deciding, draft.id, draft.hash, app.clock.now().add(graceOf));
  if (!approved.ok) return approved;
  await tx.voices.learn(person.id, editLessons(shown.text, words, languageOf(shown.text)), app.clock.now());
  return approved;
}

/** Only the newest version, of a mail that is still due, can be changed; an approval of it is taken back while its mail has not begun to leave (SAFETY R13). */
async function openForChange(
  { app, tx }: Pick<Deciding, "app" | "tx" | "person" | "proof">,
  shown: Draft,
): Promise<Result<void, string>> {
  const followUp = await lockFollowUp(tx, shown.followUpId);
  const newest = await tx.drafts.newest(shown.followUpId);
  if (newest?.id !== shown.id)
    return refuse("That draft has changed since it was shown; the new one stands in the next digest.");
  if (followUp.status === "approved") {
    const stopped = await stop(app, tx, followUp);
    if (!stopped.ok) return stopped;
    await tx.followUps.setStatus(followUp.id, ["approved"], "offered");
    return ok(undefined);
  }
  return followUp.status === "planned" || followUp.status === "offered"
    ? ok(undefined)
    : refuse(`That mail is ${followUp.status} already.`);
}

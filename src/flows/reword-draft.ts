import type { Draft } from "../domain/draft.ts";
import type { DraftId } from "../domain/ids.ts";
import { cleanText } from "../domain/plain-text.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { FollowUpRow } from "../ports/store.ts";
import { type Approved, approve, type Deciding } from "./decide.ts";
import { matterOf } from "./matter.ts";
import { stop } from "./stop.ts";
import { addVersion } from "./write-draft.ts";

/** What the person writes themselves does not leave sooner: they may see it in Sent of their own eyes and think again (POLICY 7.3). */
const graceOf = { minutes: 30 };
/** Longer is no follow-up, and a mail program may have left a whole thread in. */
export const longestText = 6_000;
const longestWish = 500;

/** "2: shorter please": notes the wish with the newest version. Whatever was approved of it is stopped, for it is not what they want. Gives that version's id. */
export async function askForChange(
  deciding: Deciding,
  shown: Draft,
  wish: string,
): Promise<Result<DraftId, string>> {
  const { app, tx, person, proof } = deciding;
  const open = await openForChange(deciding, shown);
  if (!open.ok) return open;
  const { id, version } = open.value;
  await tx.drafts.wish(id, cleanText(wish).slice(0, longestWish));
  await tx.journal.append({
    personId: person.id,
    candidacyId: shown.candidacyId,
    at: app.clock.now(),
    type: "reworded",
    by: "person",
    says: "You want that draft changed; the new version stands in the next digest and needs your approval.",
    evidence: [wish],
    data: { draft: id, version, proof },
  });
  return ok(id);
}

/** "2 send: my own text": a new version of their words, approved with the same answer (POLICY 7.3). */
export async function replaceText(
  deciding: Deciding,
  shown: Draft,
  text: string,
): Promise<Result<Approved & { readonly draft: Draft }, string>> {
  const { app, tx, person } = deciding;
  const words = cleanText(text).trim();
  if (words === "" || words.length > longestText)
    return refuse('That text is empty or too long for a mail; write "2 send:" and the whole mail behind it.');
  const open = await openForChange(deciding, shown);
  if (!open.ok) return open;
  const matter = await matterOf(tx, app, person, open.value.followUp);
  const draft = await addVersion(
    tx,
    app,
    { ...matter, known: open.value },
    {
      ...open.value,
      by: "person",
      text: words,
    },
  );
  const approved = await approve(deciding, draft.id, draft.hash, app.clock.now().add(graceOf));
  return approved.ok ? ok({ ...approved.value, draft }) : approved;
}

/**
 * Gives the newest version of a mail that is still due, to the address that was shown, in a thread in which nobody has written since (SAFETY R14);
 * an approval of it is taken back while its mail has not begun to leave (R13).
 */
export async function openForChange(
  { app, tx }: Deciding,
  shown: Draft,
): Promise<Result<Draft & { readonly followUp: FollowUpRow }, string>> {
  const candidacy = await tx.candidacies.lock(shown.candidacyId);
  const followUp = await tx.followUps.get(shown.followUpId);
  const newest = await tx.drafts.newest(shown.followUpId);
  // What they wrote themselves a moment ago they may put right from the same digest.
  const isTheirs = newest?.by === "person" && newest.version > shown.version;
  if (!newest || (newest.hash !== shown.hash && !isTheirs) || followUp.to?.address !== shown.to.address)
    return refuse("That draft has changed since it was shown; the new one stands in the next digest.");
  if (candidacy.wordCount !== shown.wordCount)
    return refuse("The thread has changed since that draft was written: they wrote since, or you did.");
  if (followUp.status !== "approved")
    return followUp.status === "planned" || followUp.status === "offered"
      ? ok({ ...newest, followUp })
      : refuse(`That mail is ${followUp.status} already.`);
  const stopped = await stop(app, tx, followUp);
  if (!stopped.ok) return stopped;
  await tx.followUps.setStatus(followUp.id, ["approved"], "offered");
  const offered = await tx.drafts.newest(followUp.id);
  return ok({ ...(offered ?? newest), followUp: { ...followUp, status: "offered" } });
}

import { ownTextBlock, ownTextWaits } from "../domain/confirmation-words.ts";
import type { Draft } from "../domain/draft.ts";
import type { Rewording } from "../domain/reply-rewording.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import { momentInWords } from "../domain/spoken.ts";
import { dateIn } from "../domain/working-time.ts";
import type { Done, Shown } from "./carry-out.ts";
import type { Deciding } from "./decide.ts";
import { editDraft } from "./edit-draft.ts";
import { doubtAboutOwnText } from "./own-text.ts";
import { askForChange, openForChange, replaceText } from "./reword-draft.ts";
import { hasRoomFor } from "./short-mails.ts";

/** Carries out a wish for other words, or sends the person's own where it is plain that they wrote every one (POLICY 7.3). */
export async function carryOutRewording(
  deciding: Deciding,
  decision: Rewording,
  draft: Draft,
  shown: Shown,
): Promise<Result<Done, string>> {
  const { app, tx, person } = deciding;
  const candidacies = [draft.candidacyId];
  if (decision.type === "revise") {
    const asked = await askForChange(deciding, draft, decision.wish);
    return asked.ok ? ok({ candidacies, draft: asked.value }) : asked;
  }
  const unsure = doubtAboutOwnText(decision.text, { text: shown.answer }, person);
  if (unsure !== null) return refuse(unsure);
  if (!(await hasRoomFor(tx, person, app.clock.now(), "answers")))
    return keepForApproval(deciding, draft, decision.text);
  const replaced = await replaceText(deciding, draft, decision.text);
  if (!replaced.ok) return replaced;
  const { outboxId, leavesAt, draft: own } = replaced.value;
  const when = momentInWords(leavesAt, person.zone, dateIn(person.zone, app.clock.now()));
  return ok({
    candidacies,
    outbox: { id: outboxId, at: leavesAt },
    told: {
      blocks: [ownTextBlock(decision.item, own, when)],
      shown: [{ n: decision.item, draftId: own.id, asks: false }],
    },
  });
}

/** No mail may show any more what would leave, so it does not: the next digest shows it in full, and asks. */
async function keepForApproval(
  deciding: Deciding,
  draft: Draft,
  text: string,
): Promise<Result<Done, string>> {
  const open = await openForChange(deciding, draft);
  if (!open.ok) return open;
  const own = await editDraft(deciding, open.value, text);
  return own.ok ? ok({ candidacies: [draft.candidacyId], told: { doubts: [ownTextWaits(own.value)] } }) : own;
}

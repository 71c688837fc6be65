import { ownTextBlock } from "../domain/confirmation-words.ts";
import type { Draft } from "../domain/draft.ts";
import type { Rewording } from "../domain/reply-rewording.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import { spokenDate, spokenTime } from "../domain/spoken.ts";
import type { Done, Shown } from "./carry-out.ts";
import type { Deciding } from "./decide.ts";
import { doubtAboutOwnText } from "./own-text.ts";
import { askForChange, replaceText } from "./reword-draft.ts";

/** Carries out a wish for other words, or sends the person's own where it is plain that they wrote every one (POLICY 7.3). */
export async function carryOutRewording(
  deciding: Deciding,
  decision: Rewording,
  draft: Draft,
  shown: Shown,
): Promise<Result<Done, string>> {
  const candidacies = [draft.candidacyId];
  if (decision.type === "revise") {
    const asked = await askForChange(deciding, draft, decision.wish);
    return asked.ok ? ok({ candidacies, draft: asked.value }) : asked;
  }
  const unsure = doubtAboutOwnText(decision.text, { text: shown.answer }, deciding.person);
  if (unsure !== null) return refuse(unsure);
  const replaced = await replaceText(deciding, draft, decision.text);
  if (!replaced.ok) return replaced;
  const { outboxId, leavesAt, draft: own } = replaced.value;
  const { zone } = deciding.person;
  const at = leavesAt.toZonedDateTimeISO(zone);
  const when = `on ${spokenDate(at.toPlainDate(), at.toPlainDate())} at ${spokenTime(at.toPlainTime())}`;
  return ok({
    candidacies,
    outbox: { id: outboxId, at: leavesAt },
    told: {
      blocks: [ownTextBlock(decision.item, own, when)],
      shown: [{ n: decision.item, draftId: own.id, asks: false }],
    },
  });
}

import type { Temporal } from "temporal-polyfill";
import type { Decision } from "../domain/approval.ts";
import type { Draft } from "../domain/draft.ts";
import type { Rewording } from "../domain/reply-rewording.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import { spokenDate, spokenTime } from "../domain/spoken.ts";
import type { Person } from "../ports/store.ts";
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
  const { outboxId, leavesAt } = replaced.value;
  return ok({
    candidacies,
    outbox: { id: outboxId, at: leavesAt },
    tells: confirmation(decision, draft, leavesAt, deciding.person),
  });
}

/** POLICY 7.3: exactly what will leave, and how it is stopped. */
const confirmation = (
  { item, text }: Extract<Decision, { type: "replace" }>,
  { to, subject }: Draft,
  leavesAt: Temporal.Instant,
  { zone }: Person,
): string => {
  const at = leavesAt.toZonedDateTimeISO(zone);
  const today = at.toPlainDate();
  return [
    `Your text goes out on ${spokenDate(today, today)} at ${spokenTime(at.toPlainTime())}. To stop it, answer the digest with "${item} undo"; to put it right, with "${item} send:" and the text once more.`,
    `To: ${to.name === "" ? to.address : `${to.name} <${to.address}>`}\nSubject: ${subject}`,
    text.replaceAll(/^/gm, "> "),
  ].join("\n\n");
};

import type { CandidacyId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { DigestItemRow } from "../ports/store.ts";
import type { Deciding } from "./decide.ts";
import { questionOf, sentenceOf } from "./kind-in-words.ts";
import { eventOf, moveCandidacy, sayOf, stoodLate } from "./move-candidacy.ts";

/** `4 yes` or `4 no` to "is this a no?": the person's word makes the assessment sure, or drops it. Asked and answered once. */
export async function answerQuestion(
  { app, tx, person, proof }: Deciding,
  item: DigestItemRow,
  yes: boolean,
): Promise<Result<CandidacyId, string>> {
  const message = item.messageId ? await tx.messages.get(item.messageId) : null;
  if (!message?.candidacyId || !message.assessment) return refuse("That question is about no candidacy.");
  if (!(await tx.messages.setQuestion(message.id, false)))
    return refuse("That question is answered already.");
  const now = app.clock.now();
  const { evidence } = message.assessment;
  const kind = questionOf(message.assessment.kind);
  const candidacy = await tx.candidacies.lock(message.candidacyId);
  await tx.journal.append({
    personId: person.id,
    candidacyId: candidacy.id,
    at: now,
    type: "marked",
    by: "person",
    says: `You said that the mail of ${message.from.address} ${yes ? "means" : "does not mean"}: ${sentenceOf[kind]}.`,
    evidence,
    data: { message: message.id, proof },
  });
  const event = yes ? eventOf(kind, candidacy, await stoodLate(tx, candidacy, now)) : null;
  if (event)
    await moveCandidacy(tx, candidacy, event, now, {
      says: sayOf[event](candidacy),
      evidence,
      by: "person",
      reason: "rejected",
    });
  return ok(candidacy.id);
}

import type { Draft } from "../domain/draft.ts";
import { editLessons } from "../drafting/voice/edit-lessons.ts";
import { mailToAnswer, speechOf } from "./answered-thread.ts";
import type { Deciding } from "./decide.ts";

/**
 * Learns from what the person made of a draft (POLICY 5), once they approve it: before that they may still think again. Of what was approved by a
 * link nothing is learnt, for anybody who holds it may have written it (SAFETY R36).
 */
export async function learnFromEdit({ app, tx, person, proof }: Deciding, draft: Draft): Promise<void> {
  if (draft.by !== "person" || proof.by === "link") return;
  const proposed = (await tx.drafts.versions(draft.followUpId)).findLast(
    ({ by, version }) => by !== "person" && version < draft.version,
  );
  if (!proposed) return;
  const mails = await tx.messages.ofCandidacy(draft.candidacyId);
  const { language } = speechOf(mails, mailToAnswer(mails, draft.to.address));
  await tx.voices.learn(person.id, editLessons(proposed.text, draft.text, language), app.clock.now());
}

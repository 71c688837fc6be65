import { createHash } from "node:crypto";
import { type Draft, hashedText } from "../domain/draft.ts";
import type { DraftId } from "../domain/ids.ts";
import { answerSubject } from "../domain/thread.ts";
import type { FollowUpRow, Person, StoredMessage, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { isStillSaid, newWording, textsBeside } from "./choose-wording.ts";
import { draftFacts } from "./draft-facts.ts";

/**
 * Gives the draft of a follow-up that has a recipient: the newest version while nobody has written since and what it says is still so, else a
 * new one with a new hash. Only facts that the store knows go into it (POLICY 5).
 */
export async function writeDraft(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "holidays" | "writer">,
  person: Person,
  followUp: FollowUpRow,
): Promise<Draft> {
  const { to, kind } = followUp;
  if (!to) throw new Error("a follow-up without a recipient has no draft");
  const candidacy = await tx.candidacies.lock(followUp.candidacyId);
  const known = await tx.drafts.newest(followUp.id);
  const facts = await draftFacts(tx, app, person, followUp);
  const isOfNow = known && known.wordCount === candidacy.wordCount && known.to.address === to.address;
  if (isOfNow && isStillSaid(app.writer, kind, facts, known.text)) return known;

  const mails = await tx.messages.ofCandidacy(candidacy.id);
  const answered = mailToAnswer(mails, to.address);
  const others = await textsBeside(tx, followUp);
  const written = newWording(app.writer, kind, facts, await tx.drafts.countOf(person.id, kind), others);
  const content = {
    to,
    subject: answered ? answerSubject(answered.subject) : written.subject,
    text: written.text,
    inReplyTo: answered?.messageId ?? null,
    references: answered?.messageId ? [...answered.thread, answered.messageId] : [],
  };
  const draft: Draft = {
    ...content,
    id: app.ids.uuid() as DraftId,
    followUpId: followUp.id,
    candidacyId: candidacy.id,
    version: (known?.version ?? 0) + 1,
    hash: createHash("sha256").update(hashedText(content)).digest("hex"),
    wordCount: candidacy.wordCount,
  };
  await tx.drafts.insert(draft, app.clock.now());
  return draft;
}

/** The newest human mail of theirs that the recipient wrote or got; else the newest human mail of theirs at all. */
function mailToAnswer(mails: readonly StoredMessage[], address: string): StoredMessage | undefined {
  const theirs = mails.filter((mail) => mail.direction === "in" && mail.human && mail.messageId !== null);
  const with_ = theirs.findLast(
    (mail) =>
      mail.from.address === address || mail.recipients.some((recipient) => recipient.address === address),
  );
  return with_ ?? theirs.at(-1);
}

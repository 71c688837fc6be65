import { createHash } from "node:crypto";
import { type Draft, hashedText } from "../domain/draft.ts";
import type { DraftId } from "../domain/ids.ts";
import { answerReferences, answerSubject } from "../domain/thread.ts";
import type { FollowUpRow, Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { newWording, textsBeside } from "./choose-wording.ts";
import { type Matter, matterOf, stillHolds } from "./matter.ts";
import { hashOf, requestFor } from "./request-for.ts";

export type Writing = Pick<App, "clock" | "ids" | "holidays" | "writer" | "drafter" | "prompts">;

/**
 * Gives the draft of a follow-up that has a recipient: the newest version while nobody has written since and what it says is still so, else a
 * new one with a new hash. Only facts that the store knows go into it, in the language of the thread and in the person's manner (POLICY 5); what
 * a model made of them is taken where it was found fit (`proposeDrafts`), else the template.
 */
export async function writeDraft(
  tx: Tx,
  app: Writing,
  person: Person,
  followUp: FollowUpRow,
): Promise<Draft> {
  const matter = await matterOf(tx, app, person, followUp);
  if (matter.known && stillHolds(matter)) return matter.known;
  const plain = await plainDraft(tx, app, matter);
  const proposed = app.drafter === null ? null : await proposedText(tx, app, matter, plain.text);
  return addVersion(tx, app, matter, {
    by: proposed === null ? "template" : "model",
    text: proposed ?? plain.text,
    ...threadOf(matter, plain.subject),
  });
}

/** What the template says of it, in a wording that this employer has not read (POLICY 1 thank_you). */
export async function plainDraft(
  tx: Tx,
  { writer }: Pick<App, "writer">,
  { person, followUp, facts, tone }: Matter,
): Promise<{ subject: string; text: string }> {
  const others = await textsBeside(tx, person, followUp);
  const from = await tx.drafts.countOf(person.id, followUp.kind);
  return newWording(writer, { kind: followUp.kind, facts, tone }, from, others);
}

async function proposedText(
  tx: Tx,
  app: Pick<App, "clock" | "prompts">,
  matter: Matter,
  plain: string,
): Promise<string | null> {
  const request = await requestFor(tx, app, matter, plain);
  const proposal = await tx.proposals.find(matter.person.id, hashOf(request, app.prompts.version(request)));
  return proposal?.text ?? null;
}

/** Gives the thread of a draft: that of the mail it answers, or none (SAFETY R42). */
const threadOf = (
  { answered, mails }: Matter,
  subject: string,
): Pick<Draft, "subject" | "inReplyTo" | "references"> => ({
  subject: answered ? answerSubject(answered.subject, lastByHand(mails)) : subject,
  inReplyTo: answered?.messageId ?? null,
  references: answered?.messageId ? answerReferences(answered.thread, answered.messageId) : [],
});

/** The subject of what the person last wrote to them with their own mail program. */
const lastByHand = (mails: Matter["mails"]): string =>
  mails.findLast(({ direction }) => direction === "hand")?.subject ?? "";

/** Writes the next version of a draft down. */
export async function addVersion(
  tx: Tx,
  { ids, clock }: Pick<App, "ids" | "clock">,
  { to, followUp, candidacy, known, basis }: Matter,
  {
    by,
    text,
    subject,
    inReplyTo,
    references,
  }: Pick<Draft, "by" | "text" | "subject" | "inReplyTo" | "references">,
): Promise<Draft> {
  const content = { to, subject, text, inReplyTo, references };
  const draft: Draft = {
    ...content,
    id: ids.uuid() as DraftId,
    followUpId: followUp.id,
    candidacyId: candidacy.id,
    version: (known?.version ?? 0) + 1,
    hash: createHash("sha256").update(hashedText(content)).digest("hex"),
    wordCount: candidacy.wordCount,
    by,
    basis,
    wish: null,
  };
  await tx.drafts.insert(draft, clock.now());
  return draft;
}

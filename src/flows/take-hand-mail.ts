import { belongsTo } from "../domain/thread.ts";
import { follow } from "./answer-question.ts";
import { replan } from "./plan-follow-ups.ts";
import { type Afterwards, keep, nothingMore, type Received } from "./receive-message.ts";
import { copyThatWasSent, countAsSent } from "./sent-from-drafts.ts";

/** A mail that the person wrote by hand counts: it satisfies or restarts the timers (POLICY 3.2, 6.5). Only the copy in Sent proves it. */
export async function takeHandMail(received: Received): Promise<Afterwards> {
  const { app, tx, person, fetched, message, now } = received;
  if (fetched.folder !== "sent") return nothingMore;
  if (!received.isHistory) await followAnswered(received);
  const candidates = await tx.candidacies.linkCandidates(person.id);
  const recipients = [...message.to, ...message.cc].map((recipient) => recipient.address);
  const fromDrafts = await lockedCopyThatWasSent(received);
  const candidacyId =
    fromDrafts?.draft.candidacyId ??
    belongsTo(candidates, [...message.inReplyTo, ...message.references], recipients);
  const direction = fromDrafts ? "afterword" : "hand";
  const id = await keep(received, { direction, candidacyId, human: true });
  if (!id || !candidacyId) return nothingMore;
  const candidacy = await tx.candidacies.lock(candidacyId);
  await tx.candidacies.countWord(candidacyId);
  const sent = fromDrafts && (await countAsSent(received, fromDrafts));
  await tx.journal.append({
    personId: person.id,
    candidacyId,
    at: now,
    type: "by_hand",
    by: "person",
    says: sent ? sent.says : `You wrote to ${recipients.join(", ")} yourself.`,
    evidence: [fromDrafts ? received.newText : message.subject],
    data: {
      messageId: message.messageId,
      number: candidacy.number,
      ...(fromDrafts && { draft: fromDrafts.draft.id, hash: fromDrafts.draft.hash, proof: { by: "hand" } }),
      ...(sent?.tells && { tells: true }),
    },
  });
  if (received.isHistory) return nothingMore;
  return {
    plans: [{ id: candidacyId, at: await replan(tx, app, person, candidacyId) }],
    outbox: [],
    drafts: [],
  };
}

/** Which copy it was is asked again once nobody else can move it: a visit of Drafts may just have missed it. */
async function lockedCopyThatWasSent(received: Received): ReturnType<typeof copyThatWasSent> {
  const found = await copyThatWasSent(received);
  if (found === null) return null;
  await received.tx.candidacies.lock(found.draft.candidacyId);
  const now = await copyThatWasSent(received);
  return now?.draft.candidacyId === found.draft.candidacyId ? now : null;
}

/** The person's own answer to a recruiter's approach opens the candidacy (POLICY 6.15). */
async function followAnswered({ app, tx, person, message }: Received): Promise<void> {
  const answered = await tx.messages.withIds(person.id, [...message.inReplyTo, ...message.references]);
  // A forward names it in References as well: an answer goes to whoever wrote.
  const approach = answered.find(
    (mail) =>
      mail.question?.asks === "follow" &&
      [...message.to, ...message.cc].some(({ address }) => address === mail.from.address),
  );
  if (approach) await follow({ app, tx, person, proof: { by: "hand" } }, approach);
}

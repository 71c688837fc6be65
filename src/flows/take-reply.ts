import { Temporal } from "temporal-polyfill";
import { answersFor, type OwnMail, type Proof } from "../domain/approval.ts";
import type { FoundToken } from "../domain/reply-token.ts";
import type { DigestRow } from "../ports/store.ts";
import { type Afterwards, isOwn, nothingMore, type Received } from "./receive-message.ts";
import { takeDebriefAnswer } from "./take-debrief-answer.ts";
import { takeDigestAnswer } from "./take-digest-answer.ts";

/**
 * Takes an answer to a mail of ours. It acts only with both proofs of SAFETY R29: a token that belongs to this person, and the sender proven by the
 * copy in their own Sent folder or by a DKIM signature over everything that counts. Otherwise nothing happens and the next digest says so in one line.
 * Null: no token is one of ours, so it is a mail as any other.
 */
export async function takeReply(
  received: Received,
  tokens: readonly FoundToken[],
): Promise<Afterwards | null> {
  const { tx, person, message, now } = received;
  const sender = senderProof(received);
  const replyId = message.messageId ?? message.contentHash;
  for (const token of tokens) {
    const found = await tx.digests.byToken(token.token);
    const debrief = found ? null : await tx.debriefs.byToken(token.token);
    const owner = found?.digest.personId ?? debrief?.personId;
    if (!owner) continue;
    if (isAutomatic(received)) return nothingMore;
    if (owner !== person.id || sender === "stranger") return refuseReply(received);
    // The copy in the inbox proves nothing by itself; the one in Sent may follow.
    if (sender === "unproven") {
      await tx.digests.sawUnproven(person.id, replyId);
      return nothingMore;
    }
    if (!(await tx.digests.takeReplyOnce(person.id, replyId, now))) return nothingMore;
    if (reachedOthers(received)) return notAlone(received);
    if (debrief)
      return takeDebriefAnswer(received, debrief, {
        by: "command",
        token: "references",
        ...ownMail(received, sender),
      });
    if (!found) return nothingMore;
    const { digest, items, confirmation } = found;
    if (Temporal.Instant.compare(now, (confirmation ?? digest).madeAt.add(answersFor)) > 0)
      return tooOld(received, digest);
    const proof: Proof = {
      by: "reply",
      digestId: digest.id,
      ...(confirmation && { confirmationId: confirmation.id }),
      token: token.where,
      ...ownMail(received, sender),
    };
    const { id: digestId, messageId, madeAt } = digest;
    const shown = { items, confirmation, digestId, messageId, madeAt, answer: message.text };
    return takeDigestAnswer(received, shown, proof);
  }
  return null;
}

/** Auto-replies, read receipts and list mail do nothing, even with both proofs (POLICY 7.7, SAFETY R40). */
export const isAutomatic = ({ message: { headers } }: Received): boolean =>
  (headers["auto-submitted"] ?? "no").toLowerCase().split(";")[0]?.trim() !== "no" ||
  headers["list-id"] !== undefined ||
  /^multipart\/report\b/i.test(headers["content-type"]?.trim() ?? "") ||
  /^(bulk|list|junk)$/i.test(headers.precedence?.trim() ?? "");

/** A digest that others have read is a forwarded one: what stands above it may be meant for them (SAFETY R36). */
export const reachedOthers = (received: Received): boolean =>
  [...received.message.to, ...received.message.cc].some((one) => !isOwn(one, received));

async function notAlone({ tx, person, message, now }: Received): Promise<Afterwards> {
  await tx.journal.append({
    personId: person.id,
    candidacyId: null,
    at: now,
    type: "reply_doubt",
    by: "program",
    says: "Your answer to me went to others as well, so nothing was done; please answer to your own address alone.",
    evidence: [message.subject],
  });
  return nothingMore;
}

/** Which mail of theirs it is, and what proves it, for the journal (SAFETY R59). */
export const ownMail = ({ message }: Received, sender: OwnMail["sender"]): OwnMail => ({
  mail: message.messageId,
  sender,
  signed: sender === "dkim" ? message.proof.evidence : null,
});

/** From is forgeable: it only tells a stranger from somebody who may be the person. */
export function senderProof({
  message,
  person,
  mailbox,
  fetched,
}: Received): "sent_folder" | "dkim" | "unproven" | "stranger" {
  const from = message.from?.address;
  if (from !== person.address && from !== mailbox.address) return "stranger";
  if (fetched.folder === "sent") return "sent_folder";
  return message.proof.dkimWhole ? "dkim" : "unproven";
}

async function refuseReply({ tx, person, message, now }: Received): Promise<Afterwards> {
  await tx.journal.append({
    personId: person.id,
    candidacyId: null,
    at: now,
    type: "reply_refused",
    by: "program",
    says: `${message.from?.address ?? "Somebody"} answered a mail of mine that was meant for you alone; nothing was done.`,
    evidence: [message.subject],
  });
  return nothingMore;
}

async function tooOld({ tx, person, now }: Received, digest: DigestRow): Promise<Afterwards> {
  await tx.journal.append({
    personId: person.id,
    candidacyId: null,
    at: now,
    type: "reply_doubt",
    by: "program",
    says: `Your answer to the digest of ${digest.localDate.toString()} came more than seven days later, so nothing was done; what is still open stands below.`,
  });
  return nothingMore;
}

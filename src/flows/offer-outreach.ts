import type { Assessment } from "../domain/assessment.ts";
import type { MessageRowId } from "../domain/ids.ts";
import { canBeWrittenTo } from "../domain/recipient.ts";
import { isOwn, type Received } from "./receive-message.ts";

/** Below this an approach may be anything. */
const plausible = 0.7;

/**
 * Whether a recruiter's approach is offered to be followed (POLICY 6.15): written to this person by somebody who is proven and can be answered,
 * by no list, and not offered before. It opens nothing by itself.
 */
export async function isWorthOffering(
  received: Received,
  { kind, confidence }: Assessment,
): Promise<boolean> {
  const { tx, person, message } = received;
  const { from, headers } = message;
  if (kind !== "recruiter_outreach" || confidence < plausible || !from || !message.proof.aligned)
    return false;
  if (!canBeWrittenTo(from.address) || !message.to.some((one) => isOwn(one, received))) return false;
  if (headers["list-id"] !== undefined || /^(?:bulk|list|junk)$/i.test(headers.precedence?.trim() ?? ""))
    return false;
  return !(await tx.messages.hasApproached(person.id, from.address));
}

/** Offered once: in the next digest that arrives, and not again. */
export async function offerToFollow(
  { tx, person, message, now }: Received,
  assessment: Assessment,
  messageId: MessageRowId,
): Promise<void> {
  await tx.messages.ask(messageId, "follow", null);
  await tx.journal.append({
    personId: person.id,
    candidacyId: null,
    at: now,
    type: "outreach",
    by: "program",
    says: `${message.from?.address ?? "Somebody"} wrote as a recruiter; nothing is followed unless you say so.`,
    evidence: [message.subject, ...assessment.evidence],
    data: { message: messageId },
  });
}

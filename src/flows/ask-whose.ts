import type { QuestionKind } from "../domain/approval.ts";
import type { Assessment } from "../domain/assessment.ts";
import type { CandidacyId, MessageRowId } from "../domain/ids.ts";
import type { LinkCandidate } from "../domain/thread.ts";
import { claims } from "../understanding/belonging.ts";
import type { Received } from "./receive-message.ts";

/**
 * A mail that is only possibly related changes nothing (SAFETY R39) and becomes a question: whether it belongs there, to which candidacy, or
 * whether it begins one. What no person answers for, such as an automatic reply, is told in one line and not asked about.
 */
export async function askWhose(
  { tx, person, message, now }: Received,
  assessment: Assessment,
  candidates: readonly LinkCandidate[],
  linked: { readonly id: CandidacyId | null; readonly why: string },
  messageId: MessageRowId,
): Promise<void> {
  const answered = new Set([...message.inReplyTo, ...message.references]);
  const claimed = candidates.filter(
    (each) => claims(message, assessment, each) || each.threadIds.some((one) => answered.has(one)),
  );
  const asks: QuestionKind | null = isNobodys(assessment)
    ? null
    : linked.id
      ? "belongs"
      : claimed.length > 0
        ? "which"
        : "opens";
  if (asks) await tx.messages.ask(messageId, asks, linked.id);
  await tx.journal.append({
    personId: person.id,
    candidacyId: null,
    at: now,
    type: "possibly_related",
    by: "program",
    says: `A mail from ${message.from?.address ?? "an unknown sender"} is possibly related and changed nothing: ${linked.why}`,
    evidence: [message.subject, ...assessment.evidence],
    data: { message: messageId, candidacy: linked.id, kind: assessment.kind, asks },
  });
}

const isNobodys = ({ kind }: Assessment): boolean => kind === "auto_reply" || kind === "newsletter_job_alert";

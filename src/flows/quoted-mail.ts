import type { Draft } from "../domain/draft.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { Mime } from "../ports.ts";

/** Gives the mail that a draft answers, as it is quoted below the text with its time in the person's zone; null where it begins a thread. */
export async function quotedMail(
  tx: Tx,
  { zone }: Pick<Person, "zone">,
  draft: Pick<Draft, "candidacyId" | "inReplyTo">,
): Promise<Parameters<Mime["followUp"]>[0]["quoted"]> {
  if (draft.inReplyTo === null) return null;
  const mails = await tx.messages.ofCandidacy(draft.candidacyId);
  const answered = mails.findLast((mail) => mail.messageId === draft.inReplyTo);
  return answered
    ? { at: answered.at.toZonedDateTimeISO(zone), from: answered.from, text: answered.text }
    : null;
}

import type { Draft } from "../domain/draft.ts";
import { quotesWhole } from "../domain/edited-quote.ts";
import { holdsOtherWords, isQuotedInPieces } from "../domain/other-words.ts";
import { quotedWords } from "../understanding/text/quoted-words.ts";
import type { Shown } from "./carry-out.ts";
import type { Deciding } from "./decide.ts";

/**
 * True where an answer does not quote a draft whole, in its block, and what it does quote is not as our mails had it: a sentence was taken out of the
 * draft, or words of somebody else's stand in the quote (POLICY 7.3, SAFETY R12). An approval above it may be meant for those.
 */
export async function isQuoteChanged(
  deciding: Deciding,
  { draft, n }: { readonly draft: Draft; readonly n: number },
  shown: Shown,
): Promise<boolean> {
  if (quotesWhole(shown.answer, { ...draft, n })) return false;
  const quoted = quotedWords(shown.answer);
  if (quoted.trim() === "") return false;
  const others: string[] = [];
  for (const { draftId } of shown.items) {
    const other = draftId === null || draftId === draft.id ? null : await deciding.tx.drafts.get(draftId);
    if (other) others.push(other.text);
  }
  if (isQuotedInPieces(quoted, draft.text, others)) return true;
  return holdsOtherWords(quoted, [draft.text, ...others, ...(await mailsShown(deciding, shown))]);
}

/** The texts of the digest and of the confirmation that is answered. */
async function mailsShown({ app, tx, person }: Deciding, shown: Shown): Promise<readonly string[]> {
  const ids = [shown.messageId, ...(shown.confirmation ? [shown.confirmation.messageId] : [])];
  const texts: string[] = [];
  for (const id of ids) {
    const mail = await tx.outbox.byMessageId(person.id, id);
    if (!mail) continue;
    const { message } = await app.mime.read(mail.rfc822, { internalDate: shown.madeAt, authservId: null });
    texts.push(message.text);
  }
  return texts;
}

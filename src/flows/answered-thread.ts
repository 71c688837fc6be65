import type { DraftFacts } from "../domain/draft-facts.ts";
import type { Language } from "../domain/language.ts";
import type { StoredMessage } from "../ports/store.ts";
import { languageOf } from "../understanding/lexicon/language.ts";
import { isFamiliar } from "../understanding/text/address-form.ts";
import { newestText } from "../understanding/text/reply-text.ts";

/** How a draft speaks to whoever reads it. */
export type Speech = Required<Pick<DraftFacts, "language" | "informal">>;

/** The newest human mail of theirs that the recipient wrote or got; else the newest human mail of theirs at all. `mails` are a candidacy's, oldest first. */
export function mailToAnswer(mails: readonly StoredMessage[], address: string): StoredMessage | undefined {
  const theirs = mails.filter((mail) => mail.direction === "in" && mail.human && mail.messageId !== null);
  return theirs.findLast((mail) => tookPartIn(mail, address)) ?? theirs.at(-1);
}

/** True for whoever wrote a mail, got it, or is to get the answers to it. */
export const tookPartIn = (
  { from, recipients, replyTo = [] }: Pick<StoredMessage, "from" | "recipients" | "replyTo">,
  address: string,
): boolean =>
  from.address === address || replyTo.includes(address) || recipients.some((one) => one.address === address);

/**
 * Gives the language of that thread (POLICY 5): of their newest mail that is long enough to tell, else of the person's own newest one there,
 * else English; and whether they say du, tu or je in it. `answered` is undefined where the draft begins a thread.
 */
export function speechOf(mails: readonly StoredMessage[], answered: StoredMessage | undefined): Speech {
  const thread = answered === undefined ? mails : threadOf(mails, answered);
  const theirs = wordsOf(thread.filter(({ direction, human }) => direction === "in" && human));
  const own = wordsOf(thread.filter(({ direction }) => direction === "hand"));
  const language = firstTold(theirs) ?? firstTold(own) ?? "en";
  return { language, informal: isFamiliar(theirs, language) };
}

/** That mail, and all that hang together with it by References. */
export function threadOf(mails: readonly StoredMessage[], answered: StoredMessage): readonly StoredMessage[] {
  const ids = new Set([answered.messageId, ...answered.thread]);
  return mails.filter(
    ({ messageId, thread }) => (messageId !== null && ids.has(messageId)) || thread.some((id) => ids.has(id)),
  );
}

/** Newest first, without what they quote. */
const wordsOf = (mails: readonly StoredMessage[]): readonly string[] =>
  mails.map(({ text }) => newestText(text)).toReversed();

/** "Passt, danke" is foreign to nobody: a text so short counts only where it shows another language than English, which is the reader's default. */
function firstTold(texts: readonly string[]): Language | null {
  for (const text of texts) {
    const language = languageOf(text);
    if (language !== "en" || text.split(/\s+/).length >= tellsLanguage) return language;
  }
  return null;
}
const tellsLanguage = 12;

import type { Message } from "../domain/message.ts";
import type { Account } from "../ports.ts";
import { assess } from "../understanding/assess.ts";
import { isWorthASecondReading, type SecondOpinion } from "../understanding/kind/second-opinion.ts";
import { newestText } from "../understanding/text/reply-text.ts";
import type { App } from "./app.ts";

/**
 * Asks the model about a mail that the rules leave unsure, before anything is written down: no transaction waits for a model. Null where none
 * is configured, the mail is clear, or no usable answer came; then the rules alone count.
 */
export async function secondOpinionOn(
  { store, secondReader }: Pick<App, "store" | "secondReader">,
  { mailboxId, address }: Pick<Account, "mailboxId" | "address">,
  message: Message,
): Promise<SecondOpinion | null> {
  if (secondReader === null || message.from === null || message.from.address === address) return null;
  const person = await store.transaction(async (tx) =>
    tx.people.get((await tx.mailboxes.get(mailboxId)).personId),
  );
  const newest = newestText(message.text);
  if (!isWorthASecondReading(assess(message, person), message, newest)) return null;
  const { name, address: from } = message.from;
  return secondReader.read({
    from: `${name} <${from}>`,
    subject: message.subject,
    date: message.date,
    newest,
  });
}

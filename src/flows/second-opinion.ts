import type { Message } from "../domain/message.ts";
import type { Account } from "../ports.ts";
import { assess } from "../understanding/assess.ts";
import { questionAbout, type SecondOpinion } from "../understanding/kind/second-opinion.ts";
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
  if (secondReader === null || message.from?.address === address) return null;
  const person = await store.transaction(async (tx) =>
    tx.people.get((await tx.mailboxes.get(mailboxId)).personId),
  );
  const question = questionAbout(assess(message, person), message);
  return question && secondReader.read(person.id, question);
}

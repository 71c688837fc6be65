import type { Temporal } from "temporal-polyfill";
import type { CandidacyId, OutboxId } from "../domain/ids.ts";
import type { MailboxRow, Person, Tx } from "../ports/store.ts";
import type { OwnWords } from "../ports.ts";
import type { App } from "./app.ts";

/**
 * Puts a mail of ours to the person themselves into the outbox, from where it travels like any other (SAFETY section 1).
 * `token` is what an answer to it must carry (R29). Gives the row; the queue is told after the commit.
 */
export async function mailToPerson(
  tx: Tx,
  app: Pick<App, "ids" | "mime">,
  to: { readonly person: Person; readonly mailbox: MailboxRow },
  mail: {
    readonly messageId: string;
    readonly token: string;
    readonly words: OwnWords;
    readonly candidacyId: CandidacyId | null;
  },
  now: Temporal.Instant,
): Promise<OutboxId> {
  const { person, mailbox } = to;
  const { messageId, token, words, candidacyId } = mail;
  const id = app.ids.uuid() as OutboxId;
  const rfc822 = await app.mime.own({
    outboxId: id,
    address: person.address,
    messageId,
    mark: token,
    date: now.toZonedDateTimeISO(person.zone),
    words,
  });
  await tx.outbox.insert(
    {
      id,
      personId: person.id,
      mailboxId: mailbox.id,
      purpose: "self",
      draftId: null,
      draftHash: null,
      candidacyId,
      messageId,
      envelopeFrom: mailbox.address,
      envelopeTo: person.address,
      rfc822,
      notBefore: now,
    },
    now,
  );
  return id;
}

import { draftMark } from "../domain/drafts-folder.ts";
import type { MailboxId } from "../domain/ids.ts";
import { newMessageId } from "../domain/message-id.ts";
import { recipient } from "../domain/plain-address.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { standingOf } from "./draft-copy-standing.ts";
import { quotedMail } from "./quoted-mail.ts";

/**
 * Writes down a copy of every draft that is offered and has none in Drafts, with its final bytes and a Message-ID of its own, before anything is put
 * there. Gives how many. Copies lie in the mailbox from which an approved mail would leave.
 */
export async function writeDraftCopies(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "mime">,
  person: Person,
  mailboxId: MailboxId,
): Promise<number> {
  const now = app.clock.now();
  const [mailbox] = await tx.mailboxes.ofPerson(person.id);
  if (mailbox?.id !== mailboxId) return 0;
  let written = 0;
  for (const draft of await tx.draftCopies.uncopied(person.id, person.preferences.shownInFull)) {
    if (!recipient(draft.to).ok || (await standingOf(tx, person, draft, now)) !== "offered") continue;
    const messageId = newMessageId(app.ids.token(), mailbox.address);
    const rfc822 = await app.mime.draftCopy({
      mark: draftMark(draft),
      from: { name: person.name, address: mailbox.address },
      draft,
      messageId,
      date: now.toZonedDateTimeISO(person.zone),
      quoted: await quotedMail(tx, person, draft),
    });
    if (await tx.draftCopies.insert({ draftId: draft.id, mailboxId, messageId, rfc822 }, now)) written += 1;
  }
  return written;
}

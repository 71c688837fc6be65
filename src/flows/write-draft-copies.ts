import type { Draft } from "../domain/draft.ts";
import { draftMark } from "../domain/drafts-folder.ts";
import type { MailboxId } from "../domain/ids.ts";
import { newMessageId } from "../domain/message-id.ts";
import { recipient } from "../domain/plain-address.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { aroundDraft } from "./around-draft.ts";
import { standingOf } from "./draft-copy-standing.ts";
import { isShownInFull } from "./shown-in-full.ts";

/**
 * Writes down a copy of every draft that is offered and has none in Drafts, with its final bytes and a Message-ID of its own, before anything is put
 * there; one that the last digest showed as one line only gets none. Copies lie in the mailbox from which an approved mail would leave.
 */
export async function writeDraftCopies(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "mime">,
  person: Person,
  mailboxId: MailboxId,
): Promise<void> {
  const now = app.clock.now();
  for (const draft of await tx.draftCopies.uncopied(person.id)) {
    const mailbox = await tx.mailboxes.ofCandidacy(draft.candidacyId);
    if (mailbox?.id !== mailboxId) continue;
    if (!recipient(draft.to).ok || (await standingOf(tx, person, draft, now)) !== "offered") continue;
    if (!(await wasShownInFull(tx, person, draft))) continue;
    const messageId = newMessageId(app.ids.token(), mailbox.address);
    const rfc822 = await app.mime.draftCopy({
      mark: draftMark(draft),
      from: { name: person.name, address: mailbox.address },
      draft,
      messageId,
      date: now.toZonedDateTimeISO(person.zone),
      ...(await aroundDraft(tx, person, draft)),
    });
    await tx.draftCopies.insert({ draftId: draft.id, mailboxId, messageId, rfc822 }, now);
  }
}

async function wasShownInFull(tx: Tx, person: Person, draft: Draft): Promise<boolean> {
  const candidacy = await tx.candidacies.lock(draft.candidacyId);
  const { timesOffered } = await tx.followUps.get(draft.followUpId);
  const shown = await tx.digests.showing(draft.id);
  // The digest that offers it now is written down already.
  return isShownInFull(person, candidacy, { offered: timesOffered - 1, shown: Math.max(0, shown - 1) });
}

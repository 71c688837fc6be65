import type { MailboxId, PersonId } from "../domain/ids.ts";
import type { Endings, JobsForgotten } from "../ports/endings.ts";

type Ending = { readonly endings: Endings; readonly queue: JobsForgotten };

/**
 * Deletes a person, or one of their mailboxes, with everything that hangs on it: rows, then jobs, then what deleted rows leave in files
 * (SAFETY R56). Jobs hold nothing but ids; one that outlives a kill in between finds nothing and ends.
 * @returns whether the files of the database are known to hold nothing of it either.
 */
export async function end(
  { endings, queue }: Ending,
  what: { readonly person: PersonId } | { readonly mailbox: MailboxId },
): Promise<boolean> {
  const ids =
    "person" in what ? await endings.endPerson(what.person) : await endings.endMailbox(what.mailbox);
  await queue.forget(ids);
  return endings.scrub();
}

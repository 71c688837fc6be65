import type { App } from "../flows/app.ts";
import type { MailboxRow } from "../ports/store.ts";
import { SetupError } from "../setup-error.ts";
import { notConnected } from "./connect-known.ts";
import { peopleOf } from "./people.ts";

/**
 * The mailbox with that address.
 * @throws SetupError when it is not connected, or several people have connected it and `--person` does not say whose is meant.
 */
export async function connectedMailbox(
  app: Pick<App, "store">,
  given: string,
  person: string | undefined,
): Promise<MailboxRow> {
  const address = given.trim().toLowerCase();
  const owner = person === undefined ? null : (await peopleOf(app, person))[0];
  const all = await app.store.transaction((tx) => tx.mailboxes.all());
  const [found, ...others] = all.filter(
    (one) => one.address.toLowerCase() === address && (owner === null || one.personId === owner.id),
  );
  if (!found) throw new SetupError(await notConnected(app, address));
  if (others.length > 0)
    throw new SetupError(`Several people have connected ${address}; say whose with --person.`);
  return found;
}

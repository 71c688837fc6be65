import { readAddress } from "../connecting/account.ts";
import type { App } from "../flows/app.ts";
import type { Person } from "../ports/store.ts";
import type { Account } from "../ports.ts";
import { SetupError } from "../setup-error.ts";
import { connectFirst, peopleOf } from "./people.ts";
import { line } from "./print.ts";

/** @throws SetupError unless it is one address. */
export function addressGiven(given: string): string {
  const address = readAddress(given);
  if (!address.ok) throw new SetupError(line(address.error));
  return address.value;
}

/** Who is to own a mailbox, and the mailbox itself where it was connected before. */
export type Before = { readonly person: Person; readonly account: Account | null };

/**
 * What is known of an address: the person whose own it is, or who has a mailbox of that address. With `owner` the mailbox is that person's.
 * @throws SetupError when nobody has the address `owner`.
 */
export async function connectedBefore(
  app: Pick<App, "store">,
  address: string,
  owner: string | undefined,
): Promise<Before | null> {
  const named = owner === undefined ? null : (await peopleOf(app, owner))[0];
  return app.store.transaction(async (tx) => {
    const mailbox = (await tx.mailboxes.all()).find(
      (each) => each.address === address && (named === null || each.personId === named.id),
    );
    const person =
      named ?? (mailbox ? await tx.people.get(mailbox.personId) : await tx.people.byAddress(address));
    return person && { person, account: mailbox ? await tx.mailboxes.account(mailbox.id) : null };
  });
}

/** What to say where that mailbox is not connected: which ones are. */
export async function notConnected(app: Pick<App, "store">, address: string): Promise<string> {
  const all = await app.store.transaction((tx) => tx.mailboxes.all());
  return all.length === 0
    ? connectFirst
    : `${address} is not connected; connected are ${all.map((mailbox) => mailbox.address).join(", ")}.`;
}

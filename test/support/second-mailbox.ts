import { connectMailbox } from "../../src/flows/connect-mailbox.ts";
import type { Connected, ReceivingApp } from "./receiving-app.ts";

/** Connects one more mailbox for that person, at the same provider. */
export async function connectSecond(
  { app }: ReceivingApp,
  first: Connected,
  address: string,
): Promise<Connected> {
  const { name, zone, country, digestAt } = await app.store.transaction((tx) =>
    tx.people.get(first.personId),
  );
  const { mailboxId } = await connectMailbox(
    app,
    { name, address: first.address, zone, country, digestAt },
    { ...first.account, password: "other horse", address, login: address },
    0,
  );
  return app.store.transaction(async (tx) => {
    for (const folder of ["inbox", "sent"] as const)
      await tx.mailboxes.startAt(mailboxId, folder, { uidValidity: 1n, lastUid: 0 });
    return { ...first, mailboxId, account: await tx.mailboxes.account(mailboxId), address };
  });
}

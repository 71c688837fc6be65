import { programCall } from "../domain/program-call.ts";
import type { App } from "../flows/app.ts";
import type { Person } from "../ports/store.ts";
import { SetupError } from "../setup-error.ts";

export const connectFirst = `No mailbox is connected yet; "${programCall} connect you@your-mail.example" connects one.`;

/** @throws SetupError when nobody has connected a mailbox, or nobody with that address. */
export async function peopleOf(
  app: Pick<App, "store">,
  address?: string,
): Promise<readonly [Person, ...Person[]]> {
  const all = await app.store.transaction((tx) => tx.people.all());
  const [first, ...rest] =
    address === undefined ? all : all.filter((person) => person.address === address.trim().toLowerCase());
  if (first) return [first, ...rest];
  throw new SetupError(
    all.length === 0
      ? connectFirst
      : `Nobody here has the address ${address}; known are ${all.map((person) => person.address).join(", ")}.`,
  );
}

/** Numbers are the first person's where several share one installation, and so are the times shown. */
export const firstPerson = async (app: Pick<App, "store">): Promise<Person> => (await peopleOf(app))[0];

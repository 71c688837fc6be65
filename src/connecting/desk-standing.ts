import type { App } from "../flows/app.ts";
import { digestDueAt } from "../flows/digest-time.ts";
import type { Account } from "../ports.ts";
import type { Step } from "./desk-steps.ts";

/** How far a mailbox is that was just connected: whether its past is still being read, what was found, and when the first digest comes. */
export const standingOf = (
  app: Pick<App, "store" | "clock">,
  { account, owner }: { readonly account: Account; readonly owner: string },
): Promise<Step> =>
  app.store.transaction(async (tx) => {
    const person = await tx.people.byAddress(owner);
    const { isBeingReadFirst } = await tx.mailboxes.get(account.mailboxId);
    const digest = person && (await digestDueAt(tx, person, app.clock.now()));
    return {
      at: "connected",
      address: account.address,
      reading: isBeingReadFirst,
      candidacies: person ? (await tx.candidacies.all(person.id)).length : 0,
      digestAt: person && digest ? digest.toZonedDateTimeISO(person.zone) : null,
    };
  });

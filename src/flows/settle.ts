import { Temporal } from "temporal-polyfill";
import type { MailboxRow } from "../ports/store.ts";
import type { Account } from "../ports.ts";
import type { App } from "./app.ts";
import { digestDueAt } from "./digest-time.ts";
import { readMailbox } from "./read-mailbox.ts";
import { sweep } from "./sweep.ts";

/** Rounds without rest after which something must be turning in circles. */
const mostRounds = 50;

/** Every connected account, unsealed; paused ones too. */
export const allAccounts = (app: Pick<App, "store">): Promise<Account[]> => accounts(app, () => true);

const accounts = (app: Pick<App, "store">, which: (mailbox: MailboxRow) => boolean): Promise<Account[]> =>
  app.store.transaction(async (tx) =>
    Promise.all((await tx.mailboxes.all()).filter(which).map(({ id }) => tx.mailboxes.account(id))),
  );

/** Reads every mailbox that is not paused up to now, as if every server had told at once. */
export async function readEverything(app: App): Promise<void> {
  await Promise.all(
    (await accounts(app, ({ pausedAt }) => pausedAt === null)).map((account) => readMailbox(app, account)),
  );
}

/**
 * Lets everything happen that is due now and waits for it: reminds the queue of what the store knows and waits until no job waits or
 * runs, until nothing is due any more. For a clock that was just moved (DESIGN section 7).
 */
export async function settle(
  app: App,
  quiet: () => Promise<boolean>,
  isDue: (now: Temporal.Instant) => Promise<boolean>,
): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    await sweep(app);
    await until(quiet);
    const now = app.clock.now();
    if (!(await isDue(now)) && !(await digestIsDue(app, now))) return;
  }
  throw new Error("something stays due however often it is done");
}

/** When the next digest of anybody is due. */
export async function nextDigestAt(app: Pick<App, "store" | "clock">): Promise<Temporal.Instant | null> {
  const now = app.clock.now();
  const times = await app.store.transaction(async (tx) =>
    Promise.all((await tx.people.all()).map((person) => digestDueAt(tx, person, now))),
  );
  return times.filter((at) => at !== null).sort(Temporal.Instant.compare)[0] ?? null;
}

const digestIsDue = async (app: App, now: Temporal.Instant): Promise<boolean> => {
  const at = await nextDigestAt(app);
  return at !== null && Temporal.Instant.compare(at, now) <= 0;
};

async function until(quiet: () => Promise<boolean>): Promise<void> {
  while (!(await quiet())) await new Promise((resolve) => setTimeout(resolve, 15));
}

import { Temporal } from "temporal-polyfill";
import { type Composed, isLoopback } from "./compose.ts";
import type { App } from "./flows/app.ts";
import { allAccounts, nextDigestAt, readEverything, settle } from "./flows/settle.ts";
import type { TimeMachine } from "./web/clock.ts";

/** Moves the clock of a running program. One journey at a time; time goes forward once anything has been written down. */
export function timeMachine({ app, clock, reminders, views }: Composed): TimeMachine {
  const nextDue = async () =>
    [await views.nextDue(), await nextDigestAt(app)]
      .filter((at) => at !== null)
      .sort(Temporal.Instant.compare)[0] ?? null;
  const isDue = async (now: Temporal.Instant) => {
    const at = await views.nextDue();
    return at !== null && Temporal.Instant.compare(at, now) <= 0;
  };
  let journey: Promise<unknown> = Promise.resolve();
  const travel: TimeMachine["travel"] = async (to) => {
    if (to && Temporal.Instant.compare(to, clock.now()) < 0 && !(await views.journalIsEmpty()))
      return "Time cannot go back once something has been written down; start with an empty data folder.";
    const far = await serverElsewhere(app);
    if (far)
      return `Time moves only while every server is on this machine, and ${far} is not: a moved clock would write to real people.`;
    // What has arrived by now belongs to now, not to the time that is travelled to.
    await readEverything(app);
    if (to) await clock.moveTo(to);
    await settle(app, reminders.quiet, isDue);
    return null;
  };
  return {
    nextDue,
    travel: (to) => {
      const mine = journey.then(() => travel(to));
      journey = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** A mail server that is not on the loopback, for the refusal (DESIGN section 7). */
async function serverElsewhere(app: App): Promise<string | null> {
  const servers = (await allAccounts(app)).flatMap(({ imap, smtp }) => [imap, smtp]);
  return servers.find(({ host }) => !isLoopback(host))?.host ?? null;
}

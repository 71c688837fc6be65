import { Temporal } from "temporal-polyfill";
import type { Composed } from "./compose.ts";
import { nextDigestAt, settle } from "./flows/settle.ts";
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
    await settle(app, reminders.quiet, isDue);
    if (to) {
      await clock.moveTo(to);
      await settle(app, reminders.quiet, isDue);
    }
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

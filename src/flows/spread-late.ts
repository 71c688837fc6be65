import type { Temporal } from "temporal-polyfill";
import { mannerOf } from "../domain/follow-up.ts";
import { dateIn, workingDayFrom } from "../domain/working-time.ts";
import type { FollowUpRow, Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";

/**
 * Spreads what is overdue over the coming working days, `from` on: three a day unless the person wants otherwise. More would be a burst, and too
 * much to read (POLICY 6.12). Courtesies come first, for they are stale soonest, then the latest promise.
 */
export async function spreadLate(
  tx: Tx,
  app: Pick<App, "holidays">,
  person: Person,
  now: Temporal.Instant,
  from: Temporal.PlainDate = dateIn(person.zone, now).add({ days: 1 }),
): Promise<void> {
  const today = dateIn(person.zone, now);
  const calendar = app.holidays.calendar(person.country, person.zone);
  const late = (await tx.followUps.offerable(person.id, now, today)).filter(
    ({ dueAt }) => dueAt.epochMilliseconds < now.epochMilliseconds,
  );
  const isChase = ({ kind }: FollowUpRow): number => (mannerOf[kind] === "chase" ? 1 : 0);
  let day = workingDayFrom(calendar, from);
  for (const [at, followUp] of late
    .reverse()
    .sort((a, b) => isChase(a) - isChase(b))
    .entries()) {
    if (at > 0 && at % person.preferences.lateADay === 0)
      day = workingDayFrom(calendar, day.add({ days: 1 }));
    await tx.followUps.setStatus(followUp.id, ["planned", "offered"], "planned", { notBefore: day });
  }
}

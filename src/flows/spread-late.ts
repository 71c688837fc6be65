import { Temporal } from "temporal-polyfill";
import { mannerOf } from "../domain/follow-up.ts";
import { dateIn, workingDayFrom } from "../domain/working-time.ts";
import type { FollowUpRow, Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";

/**
 * Spreads what is overdue over the coming days, `from` on: three a day unless the person wants otherwise. More would be a burst, and too much to
 * read (POLICY 6.12). Courtesies come first, for they are stale soonest; then chases on working days, the latest promise first.
 */
export async function spreadLate(
  tx: Tx,
  app: Pick<App, "holidays">,
  person: Person,
  now: Temporal.Instant,
  from: Temporal.PlainDate = dateIn(person.zone, now).add({ days: 1 }),
): Promise<void> {
  const calendar = app.holidays.calendar(person.country, person.zone);
  const late = (await tx.followUps.offerable(person.id, now, dateIn(person.zone, now)))
    .filter(({ dueAt }) => Temporal.Instant.compare(dueAt, now) < 0)
    .toReversed()
    .toSorted((a, b) => isChase(a) - isChase(b));
  let day = from;
  let onThatDay = 0;
  for (const followUp of late) {
    const next = onThatDay < person.preferences.lateADay ? day : day.add({ days: 1 });
    const fitting = isChase(followUp) ? workingDayFrom(calendar, next) : next;
    onThatDay = fitting.equals(day) ? onThatDay + 1 : 1;
    day = fitting;
    await tx.followUps.setStatus(followUp.id, ["planned", "offered"], "planned", { notBefore: day });
  }
}

const isChase = ({ kind }: FollowUpRow): number => (mannerOf[kind] === "chase" ? 1 : 0);

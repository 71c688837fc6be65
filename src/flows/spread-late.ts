import type { Temporal } from "temporal-polyfill";
import { workingDayFrom } from "../domain/working-time.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";

/** More than so many late mails a day would be a burst, and too much to read (POLICY 6.12). */
const mostADay = 3;

/** Spreads what is overdue over the coming working days, the latest promise first: three a day from tomorrow on. */
export async function spreadLate(
  tx: Tx,
  app: Pick<App, "holidays">,
  person: Person,
  now: Temporal.Instant,
): Promise<void> {
  const today = now.toZonedDateTimeISO(person.zone).toPlainDate();
  const calendar = app.holidays.calendar(person.country, person.zone);
  const late = (await tx.followUps.offerable(person.id, now, today)).filter(
    ({ dueAt }) => dueAt.epochMilliseconds < now.epochMilliseconds,
  );
  let day = workingDayFrom(calendar, today.add({ days: 1 }));
  for (const [at, followUp] of late.reverse().entries()) {
    if (at > 0 && at % mostADay === 0) day = workingDayFrom(calendar, day.add({ days: 1 }));
    await tx.followUps.setStatus(followUp.id, ["planned", "offered"], "planned", { notBefore: day });
  }
}

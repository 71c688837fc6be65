import { Temporal } from "temporal-polyfill";
import type { Person, Tx } from "../ports/store.ts";

/**
 * When the person's next digest is due: today's at their hour if it has not been made (late rather than missing, SAFETY R11), else that of the
 * next day. Days on which they want none are passed over; the digest after them tells everything.
 * Null while no mailbox is connected, all are paused, or one is still being read for the first time. Where daylight saving skips the hour, the wall
 * clock's next one counts.
 */
export async function digestDueAt(
  tx: Tx,
  person: Person,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const mailboxes = await tx.mailboxes.ofPerson(person.id);
  const connectedAt = mailboxes[0]?.connectedAt;
  const inUse = mailboxes.filter(({ pausedAt }) => pausedAt === null);
  if (!connectedAt || inUse.length === 0 || inUse.some((mailbox) => mailbox.isBeingReadFirst)) return null;
  const today = now.toZonedDateTimeISO(person.zone).toPlainDate();
  const at = digestHour(person, today);
  const passedBeforeConnecting = Temporal.Instant.compare(at, connectedAt) <= 0;
  const isOver = passedBeforeConnecting || (await tx.digests.exists(person.id, today));
  return digestHour(person, digestDayFrom(person, isOver ? today.add({ days: 1 }) : today));
}

/** `day`, or the first one after it on which the person wants a digest. */
function digestDayFrom({ preferences: { digestDays } }: Person, day: Temporal.PlainDate): Temporal.PlainDate {
  const ahead = [0, 1, 2, 3, 4, 5, 6].find((days) => digestDays.includes(day.add({ days }).dayOfWeek));
  return day.add({ days: ahead ?? 0 });
}

const digestHour = (person: Person, day: Temporal.PlainDate): Temporal.Instant =>
  day
    .toZonedDateTime({ timeZone: person.zone, plainTime: Temporal.PlainTime.from(person.digestAt) })
    .toInstant();

import { Temporal } from "temporal-polyfill";
import type { PersonId } from "../domain/ids.ts";
import type { MailboxRow, Person, Tx } from "../ports/store.ts";

/**
 * When the person's next digest is due: today's at their hour if it has not been made (late rather than missing, SAFETY R11), else that of the
 * next day. Days on which they want none are passed over; the digest after them tells everything.
 * Null while no mailbox is connected, all are paused, or one is still being read for the first time. Where daylight saving skips the hour, the wall
 * clock's next one counts.
 */
export const digestDueAt = async (
  tx: Tx,
  person: Person,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> => {
  const isMade = await tx.digests.exists(person.id, todayOf(person, now));
  return dueAt(person, await tx.mailboxes.ofPerson(person.id), isMade, now);
};

/** The same for everybody at once. `mailboxes` are all there are, the first connected first. */
export async function digestsDueAt(
  tx: Tx,
  mailboxes: readonly MailboxRow[],
  now: Temporal.Instant,
): Promise<{ readonly id: PersonId; readonly at: Temporal.Instant | null }[]> {
  // No zone's today is earlier.
  const earliest = now.toZonedDateTimeISO("UTC").toPlainDate().subtract({ days: 1 });
  const made = Map.groupBy(await tx.digests.madeSince(earliest), ({ personId }) => personId);
  const ofPerson = Map.groupBy(mailboxes, ({ personId }) => personId);
  return (await tx.people.all()).map((person) => {
    const today = todayOf(person, now);
    const isMade = (made.get(person.id) ?? []).some(({ localDate }) => localDate.equals(today));
    return { id: person.id, at: dueAt(person, ofPerson.get(person.id) ?? [], isMade, now) };
  });
}

function dueAt(
  person: Person,
  mailboxes: readonly MailboxRow[],
  isMade: boolean,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const connectedAt = mailboxes[0]?.connectedAt;
  const inUse = mailboxes.filter(({ pausedAt }) => pausedAt === null);
  if (!connectedAt || inUse.length === 0 || inUse.some((mailbox) => mailbox.isBeingReadFirst)) return null;
  const today = todayOf(person, now);
  const passedBeforeConnecting = Temporal.Instant.compare(digestHour(person, today), connectedAt) <= 0;
  const isOver = passedBeforeConnecting || isMade;
  return digestHour(person, digestDayFrom(person, isOver ? today.add({ days: 1 }) : today));
}

const todayOf = ({ zone }: Person, now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO(zone).toPlainDate();

/** `day`, or the first one after it on which the person wants a digest. */
function digestDayFrom({ preferences: { digestDays } }: Person, day: Temporal.PlainDate): Temporal.PlainDate {
  const ahead = [0, 1, 2, 3, 4, 5, 6].find((days) => digestDays.includes(day.add({ days }).dayOfWeek));
  return day.add({ days: ahead ?? 0 });
}

const digestHour = (person: Person, day: Temporal.PlainDate): Temporal.Instant =>
  day
    .toZonedDateTime({ timeZone: person.zone, plainTime: Temporal.PlainTime.from(person.digestAt) })
    .toInstant();

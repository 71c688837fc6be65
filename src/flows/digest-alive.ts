import { Temporal } from "temporal-polyfill";
import { dueInWords, offerInWords } from "../domain/agenda-words.ts";
import { candidacyInWords } from "../domain/candidacy.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { isSignOfLifeDue, openInWords, type SignOfLife } from "../domain/sign-of-life.ts";
import { momentInWords, spokenDate } from "../domain/spoken.ts";
import { dateIn } from "../domain/working-time.ts";
import type { CandidacyRow, Person, Tx } from "../ports/store.ts";

type Day = { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate };

/** The sign of life for a day without news, or null: something was mailed within the week, or the person wants none. Nobody was mailed before connecting. */
export async function signOfLife(
  tx: Tx,
  person: Person,
  candidacies: ReadonlyMap<CandidacyId, CandidacyRow>,
  day: Day,
): Promise<SignOfLife | null> {
  const mailboxes = await tx.mailboxes.ofPerson(person.id);
  const last = (await tx.outbox.lastToPerson(person.id)) ?? mailboxes[0]?.connectedAt;
  if (!person.preferences.signOfLife || !last || !isSignOfLifeDue(dateIn(person.zone, last), day.today))
    return null;
  const own = [...candidacies.values()].filter(({ mergedInto }) => !mergedInto);
  return {
    mailboxes: (await tx.mailboxes.inUse(person.id)).map(({ address, healthyAt }) => ({
      address,
      lastRead: healthyAt && momentInWords(healthyAt, person.zone, day.today),
    })),
    candidacies: openInWords(own.map(({ state }) => state)),
    next: await nextIn(tx, person, own, day),
  };
}

const dayInWords = (date: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  date.equals(today) ? "today" : `on ${spokenDate(date, today)}`;

type Next = { readonly at: Temporal.Instant; readonly says: string };

/** The earliest of what is ahead: an interview, a mail that will be proposed, the last day of an offer. */
async function nextIn(
  tx: Tx,
  person: Person,
  candidacies: readonly CandidacyRow[],
  { now, today }: Day,
): Promise<string | null> {
  const ahead: Next[] = [];
  for (const candidacy of candidacies) {
    for (const { start, cancelled } of await tx.candidacies.interviews(candidacy.id))
      if (!cancelled) {
        const at = start.toInstant();
        const says = `${momentInWords(at, person.zone, today)}: Interview with ${candidacyInWords(candidacy)}`;
        ahead.push({ at, says });
      }
    for (const followUp of await tx.followUps.ofCandidacy(candidacy.id)) {
      if (followUp.status !== "planned" && followUp.status !== "offered") continue;
      const from = dateIn(person.zone, followUp.offerFrom);
      const date =
        followUp.notBefore && Temporal.PlainDate.compare(followUp.notBefore, from) > 0
          ? followUp.notBefore
          : from;
      ahead.push(onDay(date, dueInWords(followUp, candidacy), person, today));
    }
    if (candidacy.state === "offered" && candidacy.offerDeadline)
      ahead.push(onDay(candidacy.offerDeadline, offerInWords(candidacy), person, today));
  }
  const [first] = ahead
    .filter(({ at }) => Temporal.Instant.compare(at, now) > 0)
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  return first?.says ?? null;
}

/** The end of the day, so that what is due today is still ahead. */
const onDay = (
  date: Temporal.PlainDate,
  says: string,
  { zone }: Person,
  today: Temporal.PlainDate,
): Next => ({
  at: date.add({ days: 1 }).toZonedDateTime(zone).toInstant(),
  says: `${dayInWords(date, today)}: ${says}`,
});

import { Temporal } from "temporal-polyfill";
import { debriefDueAt } from "../domain/debrief.ts";
import { withOwn } from "../domain/preferences.ts";
import { dateIn, startOf } from "../domain/working-time.ts";
import type { JournalRow, Person, Tx } from "../ports/store.ts";

/** Short mails to the person a day besides the digest; questions after interviews count among them. */
const mostADay = 2;

/** Why a short mail is made: it answers something, or it only confirms what was decided. */
export type ShortMail = "answers" | "confirms";

/**
 * True where such a mail may go out on the person's own day. One that only confirms is the first of that day or none, so that a doubt or the question
 * after an interview still has room; it gives way to two interviews, and to the setting `confirm`. Whoever asks is alone with it until the transaction
 * ends, because two answers that are taken in at one moment would both see room for the last mail.
 */
export async function hasRoomFor(
  tx: Tx,
  person: Person,
  now: Temporal.Instant,
  mail: ShortMail,
): Promise<boolean> {
  await tx.people.hold(person.id);
  const gone = await shortMailsToday(tx, person, now);
  if (mail === "answers") return gone < mostADay;
  if (gone > 0 || person.preferences.confirm === "doubts") return false;
  return (await debriefsAhead(tx, person, now)) < mostADay;
}

const short: ReadonlySet<JournalRow["type"]> = new Set<JournalRow["type"]>(["answered", "debrief"]);

async function shortMailsToday(tx: Tx, person: Person, now: Temporal.Instant): Promise<number> {
  const today = startOf(person.zone, dateIn(person.zone, now)).subtract({ milliseconds: 1 });
  return (await tx.journal.since(person.id, today)).filter(({ type }) => short.has(type)).length;
}

/** Questions after interviews that may still be asked today. */
async function debriefsAhead(tx: Tx, person: Person, now: Temporal.Instant): Promise<number> {
  const tomorrow = startOf(person.zone, dateIn(person.zone, now).add({ days: 1 }));
  const open = (await tx.candidacies.all(person.id)).filter(
    ({ state, mergedInto }) => state !== "closed" && !mergedInto,
  );
  const asked = await tx.debriefs.askedAbout(open.map(({ id }) => id));
  let ahead = 0;
  for (const { id, preferences } of open)
    for (const interview of await tx.candidacies.interviews(id)) {
      const due = debriefDueAt(interview, now, withOwn(person.preferences, preferences));
      if (due && !asked.has(interview.id) && Temporal.Instant.compare(due, tomorrow) < 0) ahead += 1;
    }
  return ahead;
}

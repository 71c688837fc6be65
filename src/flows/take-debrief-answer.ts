import { spokenDate } from "../domain/spoken.ts";
import type { DebriefRow } from "../ports/store.ts";
import { stagesIn } from "../understanding/said-stages.ts";
import { sentencesOf } from "../understanding/text/plain-words.ts";
import { promiseIn } from "../understanding/when/promise.ts";
import { calendarOf, replan } from "./plan-follow-ups.ts";
import { type Afterwards, nothingMore, type Received } from "./receive-message.ts";

/** The free answer to "how did it go?" becomes a note and, if it names a date, a promise (POLICY 2). */
export async function takeDebriefAnswer(received: Received, debrief: DebriefRow): Promise<Afterwards> {
  const { app, tx, person, message, newText, now } = received;
  if (newText.trim() === "") return nothingMore;
  const candidacy = await tx.candidacies.lock(debrief.candidacyId);
  await tx.debriefs.answer(debrief.id, newText);
  await tx.journal.append({
    personId: person.id,
    candidacyId: debrief.candidacyId,
    at: now,
    type: "note",
    by: "person",
    says: "You told how the interview went.",
    evidence: [newText],
  });
  if (stagesIn(sentencesOf(newText))) await tx.candidacies.update(debrief.candidacyId, { stagesTold: true });
  const { isHoliday } = calendarOf(app, { candidacy }, person);
  const promise = promiseIn(newText, message.date.toZonedDateTimeISO(person.zone), isHoliday);
  if (promise) {
    await tx.candidacies.addPromise(debrief.candidacyId, { madeAt: message.date, ...promise });
    await tx.journal.append({
      personId: person.id,
      candidacyId: debrief.candidacyId,
      at: now,
      type: "promise",
      by: "person",
      says: `You said that they promised word by ${spokenDate(promise.due, message.date.toZonedDateTimeISO(person.zone).toPlainDate())}.`,
      evidence: [promise.quote],
    });
  }
  return {
    plans: [{ id: debrief.candidacyId, at: await replan(tx, app, person, debrief.candidacyId) }],
    outbox: [],
  };
}

import { Temporal } from "temporal-polyfill";
import { interviewText } from "../domain/assessment-text.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { type Interview, isOver } from "../domain/interview.ts";
import { dayMeant } from "../domain/later.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import { spokenDate, spokenTime } from "../domain/spoken.ts";
import type { StoredMessage } from "../ports/store.ts";
import type { Deciding } from "./decide.ts";
import { reassess } from "./read-anew.ts";
import { type Repaired, recordRepair } from "./repair.ts";
import { stopApproved } from "./stop-approved.ts";

/**
 * `4 at friday 14:00`: when an interview is, by the person's word and in the person's zone. A known interview that is still to come moves
 * there; else the mail that left its time open gets it. What is left out is taken from the interview that is known, or asked back.
 */
export async function setTime(
  deciding: Deciding,
  id: CandidacyId,
  mail: StoredMessage | null,
  said: { readonly day: string; readonly time: string | null },
): Promise<Result<Repaired, string>> {
  const { app, tx, person } = deciding;
  const now = app.clock.now();
  const upcoming = (await tx.candidacies.interviews(id)).filter(
    (interview) => !interview.cancelled && !isOver(interview, now),
  );
  const [known, ...more] = upcoming;
  if (more.length > 0)
    return refuse("Several interviews are still to come there; I cannot tell which one you mean.");
  const before = known?.start.withTimeZone(person.zone);
  const today = now.toZonedDateTimeISO(person.zone).toPlainDate();
  const day = said.day === "" ? before?.toPlainDate() : dayMeant(said.day, today);
  const time = said.time === null ? before?.toPlainTime() : Temporal.PlainTime.from(said.time);
  if (!day) return refuse('On which day? Say for example "4 at friday 14:00".');
  if (!time) return refuse('At what time? Say for example "4 at friday 14:00".');
  const start = day.toZonedDateTime({ timeZone: person.zone, plainTime: time });
  const inWords = `${spokenDate(day, today)} at ${spokenTime(time)} (${person.zone})`;
  const says = `You said when the interview is: ${inWords}.`;
  if (known) return moveInterview(deciding, known, start, says);
  if (!mail?.assessment) return refuse("There is no mail there that speaks of an interview.");
  const kind = mail.assessment.kind.startsWith("interview_") ? mail.assessment.kind : "interview_invitation";
  return reassess(deciding, mail, kind, {
    says,
    at: {
      uid: null,
      sequence: 0,
      start,
      end: start.add({ hours: 1 }),
      endKnown: false,
      title: mail.subject || "Interview",
      place: null,
    },
  });
}

async function moveInterview(
  deciding: Deciding,
  interview: Interview,
  start: Temporal.ZonedDateTime,
  says: string,
): Promise<Result<Repaired, string>> {
  const { app, tx, person } = deciding;
  if (interview.start.toInstant().equals(start.toInstant())) return refuse("That is when it is already.");
  const id = interview.candidacyId;
  await tx.candidacies.lock(id);
  await stopApproved(deciding, id);
  await tx.candidacies.saveInterview({
    ...interview,
    start,
    end: start.add(interview.start.until(interview.end)),
  });
  await tx.candidacies.countWord(id);
  for (const open of await tx.messages.openQuestions(person.id))
    if (open.candidacyId === id) await tx.messages.answered(open.id, "time");
  await recordRepair(deciding, app.ids.uuid(), [id], says, [], {
    what: "time",
    interview: interview.id,
    before: interviewText(interview),
  });
  return ok([id]);
}

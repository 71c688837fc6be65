import type { Proof } from "../domain/approval.ts";
import { readCommands } from "../domain/command-mail.ts";
import { spokenDate } from "../domain/spoken.ts";
import type { DebriefRow } from "../ports/store.ts";
import { stagesIn } from "../understanding/said-stages.ts";
import { sentencesOf } from "../understanding/text/plain-words.ts";
import { promiseIn } from "../understanding/when/promise.ts";
import { answerCommand } from "./answer-command.ts";
import { obeyCommands } from "./obey-commands.ts";
import { replan } from "./plan-follow-ups.ts";
import { calendarOf } from "./planning-of.ts";
import { type Afterwards, nothingMore, type Received } from "./receive-message.ts";

/** `pause 2w` in answer to the question how it went is no account of a talk. Null: it is one. */
async function takeCommandsAlone(received: Received, proof: Proof): Promise<Afterwards | null> {
  const { tx, app, mailbox, newText } = received;
  const { commands, doubts, rest } = readCommands(newText);
  if (commands.length === 0 || rest.length > 0) return null;
  const obeyed = await obeyCommands(received, { commands, doubts }, proof, []);
  const outbox = await answerCommand(tx, app, { person: obeyed.person, mailbox }, obeyed);
  return { plans: obeyed.plans, outbox, drafts: [] };
}

/** The free answer to "how did it go?" becomes a note and, if it names a date, a promise (POLICY 2). */
export async function takeDebriefAnswer(
  received: Received,
  debrief: DebriefRow,
  proof: Proof,
): Promise<Afterwards> {
  const { app, tx, person, message, newText, now } = received;
  if (newText.trim() === "") return nothingMore;
  const commanded = await takeCommandsAlone(received, proof);
  if (commanded) return commanded;
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
    drafts: [],
  };
}

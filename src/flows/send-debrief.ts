import { Temporal } from "temporal-polyfill";
import type { Candidacy } from "../domain/candidacy.ts";
import { debriefDueAt } from "../domain/debrief.ts";
import type { DraftFacts } from "../domain/draft-facts.ts";
import type { CandidacyId, DebriefId, OutboxId } from "../domain/ids.ts";
import type { Interview } from "../domain/interview.ts";
import { newMessageId } from "../domain/message-id.ts";
import { withOwn } from "../domain/preferences.ts";
import { spokenDate } from "../domain/spoken.ts";
import type { Person } from "../ports/store.ts";
import type { App } from "./app.ts";
import { mailToPerson } from "./mail-to-person.ts";

/** Asks about every interview of the candidacy whose debrief is due, once each, by a short mail to the person; where it is closed nobody has to know any more. */
export async function sendDebriefs(
  app: Pick<App, "store" | "clock" | "ids" | "queue" | "mime" | "writer">,
  id: CandidacyId,
): Promise<void> {
  const outboxIds = await app.store.transaction(async (tx) => {
    const now = app.clock.now();
    const candidacy = await tx.candidacies.lock(id);
    const person = await tx.people.get(candidacy.personId);
    const [mailbox] = await tx.mailboxes.inUse(person.id);
    if (!mailbox || candidacy.state === "closed") return [];
    const preferences = withOwn(person.preferences, candidacy.preferences);
    const sent: OutboxId[] = [];
    for (const interview of await tx.candidacies.interviews(id)) {
      const due = debriefDueAt(interview, now, preferences);
      if (!due || Temporal.Instant.compare(due, now) > 0) continue;
      const token = app.ids.token();
      const messageId = newMessageId(`debrief.${token}`, person.address);
      const debriefId = app.ids.uuid() as DebriefId;
      const isNew = await tx.debriefs.insert(
        {
          id: debriefId,
          personId: person.id,
          interviewId: interview.id,
          candidacyId: id,
          token,
          messageId,
          answer: null,
        },
        now,
      );
      if (!isNew) continue;
      const words = await app.mime.debrief(
        app.writer.debrief(debriefFacts(person, candidacy, interview, now)),
      );
      sent.push(
        await mailToPerson(tx, app, { person, mailbox }, { messageId, token, words, candidacyId: id }, now),
      );
      await tx.journal.append({
        personId: person.id,
        candidacyId: id,
        at: now,
        type: "debrief",
        by: "clock",
        says: `Asked how the interview with ${candidacy.employer} went.`,
        data: { messageId },
      });
    }
    return sent;
  });
  for (const outboxId of outboxIds)
    await app.queue.remind({ queue: "outbox", id: outboxId }, app.clock.now());
}

const debriefFacts = (
  person: Person,
  candidacy: Candidacy,
  interview: Interview,
  now: Temporal.Instant,
): DraftFacts => ({
  language: "en",
  personName: person.name,
  recipientName: person.name,
  employer: candidacy.employer,
  role: candidacy.role,
  interviewDay: spokenDate(
    interview.start.withTimeZone(person.zone).toPlainDate(),
    now.toZonedDateTimeISO(person.zone).toPlainDate(),
  ),
  promisedDay: null,
  ordinal: 1,
  variant: candidacy.number,
});

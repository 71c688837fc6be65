import { createHash } from "node:crypto";
import { type Draft, hashedText } from "../domain/draft.ts";
import type { DraftId } from "../domain/ids.ts";
import { isOver } from "../domain/interview.ts";
import { spokenDate } from "../domain/spoken.ts";
import type { DraftFacts } from "../domain/template.ts";
import { answerSubject } from "../domain/thread.ts";
import type { FollowUpRow, Person, StoredMessage, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";

/**
 * Gives the draft of a follow-up that has a recipient: the newest version while nobody has written since, else a new one with a new hash.
 * Only facts that the store knows go into it (POLICY 5).
 */
export async function writeDraft(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "writer">,
  person: Person,
  followUp: FollowUpRow,
): Promise<Draft> {
  const { to } = followUp;
  if (!to) throw new Error("a follow-up without a recipient has no draft");
  const candidacy = await tx.candidacies.lock(followUp.candidacyId);
  const known = await tx.drafts.newest(followUp.id);
  if (known && known.wordCount === candidacy.wordCount && known.to.address === to.address) return known;

  const mails = await tx.messages.ofCandidacy(candidacy.id);
  const answered = mailToAnswer(mails, to.address);
  const written = app.writer.draft(followUp.kind, await factsFor(tx, app, person, followUp));
  const content = {
    to,
    subject: answered ? answerSubject(answered.subject) : written.subject,
    text: written.text,
    inReplyTo: answered?.messageId ?? null,
    references: answered?.messageId ? [...answered.thread, answered.messageId] : [],
  };
  const draft: Draft = {
    ...content,
    id: app.ids.uuid() as DraftId,
    followUpId: followUp.id,
    candidacyId: candidacy.id,
    version: (known?.version ?? 0) + 1,
    hash: createHash("sha256").update(hashedText(content)).digest("hex"),
    wordCount: candidacy.wordCount,
  };
  await tx.drafts.insert(draft, app.clock.now());
  return draft;
}

/** The newest human mail of theirs that the recipient wrote or got; else the newest human mail of theirs at all. */
function mailToAnswer(mails: readonly StoredMessage[], address: string): StoredMessage | undefined {
  const theirs = mails.filter((mail) => mail.direction === "in" && mail.human && mail.messageId !== null);
  const with_ = theirs.findLast(
    (mail) =>
      mail.from.address === address || mail.recipients.some((recipient) => recipient.address === address),
  );
  return with_ ?? theirs.at(-1);
}

async function factsFor(
  tx: Tx,
  app: Pick<App, "clock">,
  person: Person,
  followUp: FollowUpRow,
): Promise<DraftFacts> {
  const now = app.clock.now();
  const today = now.toZonedDateTimeISO(person.zone).toPlainDate();
  const { candidacy, interviews, promises, words } = await tx.candidacies.facts(followUp.candidacyId, person);
  const held = interviews.filter((interview) => isOver(interview, now));
  const interview = interviews.find(({ id }) => id === followUp.interviewId) ?? held.at(-1);
  const promise = promises.at(-1);
  const wasThere = interview?.people.some((one) => one.address === followUp.to?.address) ?? false;
  const wrote = words.some(
    (word) => word.from === "employer" && followUp.to && word.addresses.includes(followUp.to.address),
  );
  const debrief = interview ? await tx.debriefs.ofInterview(interview.id) : null;
  return {
    personName: person.name,
    recipientName: followUp.to?.name || null,
    coordinator: followUp.kind === "thank_you" && wrote && !wasThere,
    employer: candidacy.employer,
    role: candidacy.role,
    interviewDay: interview
      ? spokenDate(interview.start.withTimeZone(person.zone).toPlainDate(), today)
      : null,
    promisedDay: promise ? spokenDate(promise.due, today) : null,
    notes: debrief?.answer ?? null,
    ordinal: followUp.ordinal,
    variant: await tx.drafts.countOf(person.id, followUp.kind),
  };
}

import type { Assessment, Facts, InterviewFact } from "../domain/assessment.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import type { InterviewId, MessageRowId } from "../domain/ids.ts";
import { type Interview, isOver } from "../domain/interview.ts";
import { isApplicantSystem, isFreeMail, registrable } from "../understanding/domains.ts";
import type { Applying } from "./applying.ts";

/** Keeps one interview one interview through every change of its invitation: by calendar UID, else the same start, else the only one that is still to come. */
export async function applyInterview(
  applying: Applying,
  { kind, facts, evidence, by }: Assessment,
  candidacy: Candidacy,
  messageId: MessageRowId,
): Promise<void> {
  const { app, tx, person, message, now } = applying;
  const known = await tx.candidacies.interviews(candidacy.id);
  const upcoming = known.filter((interview) => !interview.cancelled && !isOver(interview, now));
  if (kind === "interview_cancelled") {
    const cancelled =
      known.find((interview) => facts.interview?.uid && interview.uid === facts.interview.uid) ??
      (upcoming.length === 1 ? upcoming[0] : undefined);
    if (!cancelled || cancelled.cancelled) return;
    await tx.candidacies.noteInterviewChange(messageId, cancelled.id, cancelled);
    await tx.candidacies.saveInterview({ ...cancelled, cancelled: true });
    return say(applying, candidacy, `The interview on ${inWords(cancelled)} is cancelled.`, evidence);
  }
  const fact = facts.interview;
  if (!fact)
    return kind.startsWith("interview_") && (facts.ambiguous.length > 0 || by === "person")
      ? askWhen(applying, candidacy, facts.ambiguous, messageId)
      : undefined;
  const same = sameInterview(fact, known, upcoming, kind === "interview_rescheduled");
  // An older SEQUENCE is a late copy of what has been changed since (RFC 5546 section 2.1.5).
  if (same && same.uid === fact.uid && fact.sequence < same.sequence) return;
  const interview: Interview = {
    id: same?.id ?? (app.ids.uuid() as InterviewId),
    candidacyId: candidacy.id,
    uid: fact.uid ?? same?.uid ?? null,
    sequence: fact.sequence,
    start: fact.start,
    end: endOf(fact),
    title: fact.title,
    place: fact.place,
    cancelled: false,
    finalStage: facts.finalStage || (same?.finalStage ?? false),
    people: merge(
      same?.people ?? [],
      present(facts, same?.people ?? []).map((one) => reachable(one, message)),
      person.address,
    ),
  };
  await tx.candidacies.saveInterview(interview);
  await tx.candidacies.noteInterviewChange(messageId, interview.id, same ?? null);
  await settleWhen(applying, candidacy);
  if (!candidacy.zone && fact.uid && fact.start.timeZoneId !== "UTC")
    await tx.candidacies.update(candidacy.id, { zone: fact.start.timeZoneId });
  if (!same) return say(applying, candidacy, `Interview on ${inWords(interview)}.`, evidence);
  if (!same.start.equals(interview.start) || same.cancelled)
    return say(applying, candidacy, `The interview moves to ${inWords(interview)}.`, evidence);
}

/** No talk lasts longer than a day: an end beyond that is a slip or a trick, and would be waited for. */
const endOf = ({ start, end }: InterviewFact): InterviewFact["end"] =>
  end.epochMilliseconds - start.epochMilliseconds > 24 * 3_600_000 ? start.add({ hours: 1 }) : end;

/** Without a time there is no interview to remember, and a time is never guessed: the person is asked. */
async function askWhen(
  { tx, person, now }: Applying,
  candidacy: Candidacy,
  why: readonly string[],
  messageId: MessageRowId,
): Promise<void> {
  await tx.messages.ask(messageId, "time", candidacy.id);
  await tx.journal.append({
    personId: person.id,
    candidacyId: candidacy.id,
    at: now,
    type: "asked",
    by: "program",
    says: `${candidacy.employer}: it is not clear when the interview is. ${why.join(" ")}`.trim(),
    evidence: why,
  });
}

/** A time that is known by now is not asked for any more. */
async function settleWhen({ tx, person }: Applying, candidacy: Candidacy): Promise<void> {
  for (const mail of await tx.messages.openQuestions(person.id))
    if (mail.candidacyId === candidacy.id) await tx.messages.answered(mail.id, "time");
}

function sameInterview(
  fact: InterviewFact,
  known: readonly Interview[],
  upcoming: readonly Interview[],
  moves: boolean,
): Interview | undefined {
  const byUid = fact.uid ? known.find((interview) => interview.uid === fact.uid) : undefined;
  if (byUid) return byUid;
  const byStart = known.find(
    (interview) =>
      interview.start.epochMilliseconds === fact.start.epochMilliseconds && (!interview.uid || !fact.uid),
  );
  if (byStart) return byStart;
  return moves && upcoming.length === 1 ? upcoming[0] : undefined;
}

/** Where others will be there, whoever only arranges it is none of the interviewers (POLICY 1 thank_you: else the coordinator). */
function present({ people, arrangers }: Facts, known: Interview["people"]): Facts["people"] {
  const isThere = ({ address }: Facts["people"][number]) => address === null || !arrangers.includes(address);
  return [...known, ...people].some(isThere) ? people.filter(isThere) : people;
}

/** Only addresses at the proven sender's own domain may be written to (SAFETY R38, POLICY 6.6); of others the name is kept. */
const reachable = (
  one: Interview["people"][number],
  message: Applying["message"],
): Interview["people"][number] =>
  one.address && one.address !== message.from?.address && !sharesDomain(one.address, message.proof.domain)
    ? { ...one, address: null }
    : one;

/** Of a domain that many share, such as a mail provider's, nobody else is known. */
const sharesDomain = (address: string, proven: string | null): boolean =>
  proven !== null && registrable(address) === proven && !isFreeMail(proven) && !isApplicantSystem(proven);

const merge = (before: Interview["people"], now: Interview["people"], own: string): Interview["people"] => {
  const all = [...before];
  for (const one of now) {
    if (one.address === own) continue;
    const twin = all.findIndex(
      (other) => (one.address && other.address === one.address) || (!one.address && other.name === one.name),
    );
    if (twin === -1) all.push(one);
  }
  return all;
};

const inWords = (interview: Pick<Interview, "start">): string =>
  interview.start.toLocaleString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });

const say = async (
  { tx, person, now }: Applying,
  candidacy: Candidacy,
  says: string,
  evidence: readonly string[],
): Promise<void> =>
  tx.journal.append({
    personId: person.id,
    candidacyId: candidacy.id,
    at: now,
    type: "interview",
    by: "employer",
    says,
    evidence,
  });

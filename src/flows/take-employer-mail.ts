import { type Assessment, isWord } from "../domain/assessment.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import type { CandidacyId } from "../domain/ids.ts";
import type { LinkCandidate } from "../domain/thread.ts";
import { assess } from "../understanding/assess.ts";
import { answersOurs } from "../understanding/belonging.ts";
import { link } from "../understanding/link.ts";
import { applyAssessment } from "./apply-assessment.ts";
import { askWhose } from "./ask-whose.ts";
import { type Noticed, noticeOccasion, occasionIn } from "./notice-occasion.ts";
import { isWorthOffering, offerToFollow } from "./offer-outreach.ts";
import { openCandidacy } from "./open-candidacy.ts";
import { replan } from "./plan-follow-ups.ts";
import { meaningOf } from "./read-anew.ts";
import { type Afterwards, keep, nothingMore, type Received } from "./receive-message.ts";
import { takeBounce } from "./take-bounce.ts";

/** A mail from somebody else: understood, linked to a candidacy, written down, and its effects drawn. What is only possibly related changes nothing (SAFETY R39). */
export async function takeEmployerMail(received: Received): Promise<Afterwards> {
  const { app, tx, person, message } = received;
  // Whose mail it is shows only afterwards, so promised working days are counted in the person's country (POLICY, head of the page).
  const { isHoliday } = app.holidays.calendar(person.country, person.zone);
  const assessment = assess(message, person, isHoliday, received.opinion);
  if (assessment.kind === "bounce") {
    const taken = await takeBounce(received);
    if (taken) return taken;
    // What only looks like a report and comes from a contact is a word of theirs, whatever it says (SAFETY R14, R41).
    const candidates = await tx.candidacies.linkCandidates(person.id);
    if (!message.proof.aligned || !isContact(received, candidates)) return nothingMore;
    return takeLinked(received, { ...assessment, kind: "unrelated" }, candidates);
  }
  // Who has left may be a contact of several.
  if (assessment.facts.leftCompany) await tx.candidacies.lockAll(person.id);
  return takeLinked(received, assessment, await tx.candidacies.linkCandidates(person.id));
}

async function takeLinked(
  received: Received,
  assessment: Assessment,
  candidates: readonly LinkCandidate[],
): Promise<Afterwards> {
  const { tx, message } = received;
  const linked = link(message, assessment, candidates);
  const noticed = received.isHistory ? null : occasionIn(received, assessment, candidates);
  switch (linked.type) {
    case "nothing":
      if (noticed) return takeNotice(received, assessment, noticed);
      if (!received.isHistory && (await isWorthOffering(received, assessment))) {
        const id = await keepAs(received, assessment, null);
        if (id) await offerToFollow(received, assessment, id);
      }
      return nothingMore;
    case "possibly_related": {
      // A notice of somebody who is no contact says itself what it is; a contact's may be more.
      if (noticed && !isContact(received, candidates)) return takeNotice(received, assessment, noticed);
      const id = await keepAs(received, assessment, null);
      if (!id) return nothingMore;
      if (received.isHistory) return nothingMore;
      if (isWord(assessment.kind)) await askAgain(received, candidates, linked.id);
      await askWhose(received, assessment, candidates, linked, id);
      return noticed ? noticeOccasion(received, noticed, id) : nothingMore;
    }
    case "opens": {
      const candidacy = await openCandidacy(received, assessment, {
        by: "employer",
        why: linked.why,
        subject: message.subject,
      });
      return takeInto(received, assessment, candidacy);
    }
    case "joins":
      return takeInto(received, assessment, await tx.candidacies.lock(linked.id), noticed);
  }
}

/** A mail that belongs to no candidacy and gives an occasion for one. */
async function takeNotice(received: Received, assessment: Assessment, noticed: Noticed): Promise<Afterwards> {
  const id = await keepAs(received, assessment, null);
  return id ? noticeOccasion(received, noticed, id) : nothingMore;
}

const isContact = ({ message }: Received, candidates: readonly LinkCandidate[]): boolean =>
  candidates.some(({ addresses }) => message.from !== null && addresses.includes(message.from.address));

/**
 * A stranger's answer to a mail of ours or the person's changes no state, but it may be the answer, from another address: what was shown or
 * approved before is asked again (SAFETY R14). Only those who got that mail know its Message-ID. The same goes for a proven contact of the one candidacy
 * that it may be about.
 */
async function askAgain(
  received: Received,
  candidates: readonly LinkCandidate[],
  related: CandidacyId | null,
): Promise<void> {
  const { tx, message } = received;
  const answered = new Set([...message.inReplyTo, ...message.references]);
  const isTheirs = ({ id }: LinkCandidate): boolean =>
    id === related && message.proof.aligned && isContact(received, candidates);
  const ids = candidates.filter((each) => answersOurs(each, answered) || isTheirs(each)).map(({ id }) => id);
  for (const id of ids.sort()) await tx.candidacies.countWord(id);
}

/** Draws the effects of a mail that belongs to a candidacy. */
async function takeInto(
  received: Received,
  assessment: Assessment,
  candidacy: Candidacy,
  noticed: Noticed | null = null,
): Promise<Afterwards> {
  const { app, tx, person } = received;
  const id = await keepAs(received, assessment, candidacy.id);
  if (!id) return nothingMore;
  if (isWord(assessment.kind)) await tx.candidacies.countWord(candidacy.id);
  await applyAssessment(received, assessment, candidacy, id);
  if (received.isHistory) return nothingMore;
  if (noticed?.id === candidacy.id) await noticeOccasion(received, noticed, id);
  return {
    plans: [{ id: candidacy.id, at: await replan(tx, app, person, candidacy.id) }],
    outbox: [],
    drafts: [],
  };
}

const keepAs = (received: Received, assessment: Assessment, candidacyId: CandidacyId | null) =>
  keep(received, { direction: "in", candidacyId, ...meaningOf(assessment) });

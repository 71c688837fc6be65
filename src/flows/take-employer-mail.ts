import { type Assessment, notHuman } from "../domain/assessment.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import type { CandidacyId } from "../domain/ids.ts";
import type { LinkCandidate } from "../domain/thread.ts";
import { assess } from "../understanding/assess.ts";
import { answersOurs } from "../understanding/belonging.ts";
import { link } from "../understanding/link.ts";
import { applyAssessment } from "./apply-assessment.ts";
import { replan } from "./plan-follow-ups.ts";
import { type Afterwards, keep, nothingMore, type Received } from "./receive-message.ts";
import { takeBounce } from "./take-bounce.ts";

/** A mail from somebody else: understood, linked to a candidacy, written down, and its effects drawn. What is only possibly related changes nothing (SAFETY R39). */
export async function takeEmployerMail(received: Received): Promise<Afterwards> {
  const { app, tx, person, message, now } = received;
  // Whose mail it is shows only afterwards, so promised working days are counted in the person's country (POLICY, head of the page).
  const { isHoliday } = app.holidays.calendar(person.country, person.zone);
  const assessment = assess(message, person, isHoliday);
  if (assessment.kind === "bounce") return takeBounce(received);
  const candidates = await tx.candidacies.linkCandidates(person.id);
  const linked = link(message, assessment, candidates);
  switch (linked.type) {
    case "nothing":
      return nothingMore;
    case "possibly_related": {
      const id = await keepAs(received, assessment, null);
      if (!id) return nothingMore;
      if (isHuman(assessment)) await askAgain(received, candidates);
      await tx.journal.append({
        personId: person.id,
        candidacyId: null,
        at: now,
        type: "possibly_related",
        by: "program",
        says: `A mail from ${message.from?.address ?? "an unknown sender"} is possibly related and changed nothing: ${linked.why}`,
        evidence: [message.subject, ...assessment.evidence],
        data: { message: id, candidacy: linked.id, kind: assessment.kind },
      });
      return nothingMore;
    }
    case "opens": {
      const candidacy = await open(received, assessment, linked.why);
      return takeInto(received, assessment, candidacy);
    }
    case "joins":
      return takeInto(received, assessment, await tx.candidacies.lock(linked.id));
  }
}

/**
 * A stranger's answer to a mail of ours or the person's changes no state, but it may be the answer, from another address: what was shown or
 * approved before is asked again (SAFETY R14). Only those who got that mail know its Message-ID.
 */
async function askAgain({ tx, message }: Received, candidates: readonly LinkCandidate[]): Promise<void> {
  const answered = new Set([...message.inReplyTo, ...message.references]);
  const ids = candidates.filter((each) => answersOurs(each, answered)).map(({ id }) => id);
  for (const id of ids.sort()) await tx.candidacies.countWord(id);
}

/** Draws the effects of a mail that belongs to a candidacy. */
async function takeInto(
  received: Received,
  assessment: Assessment,
  candidacy: Candidacy,
): Promise<Afterwards> {
  const { app, tx, person } = received;
  const human = isHuman(assessment);
  const id = await keepAs(received, assessment, candidacy.id);
  if (!id) return nothingMore;
  if (human) await tx.candidacies.countWord(candidacy.id);
  await applyAssessment(received, assessment, candidacy, id);
  return { plans: [{ id: candidacy.id, at: await replan(tx, app, person, candidacy.id) }], outbox: [] };
}

async function open(
  { app, tx, person, message, now }: Received,
  assessment: Assessment,
  why: string,
): Promise<Candidacy> {
  const { facts } = assessment;
  const candidacy = await tx.candidacies.open({
    id: app.ids.uuid() as CandidacyId,
    personId: person.id,
    employer: facts.employer ?? message.proof.domain ?? message.from?.address ?? "an unnamed employer",
    employerDomain: facts.employerDomain ?? null,
    role: facts.role,
    state: "applied",
    size: "unknown",
    sizeBy: "rules",
    country: null,
    zone: null,
    openedAt: now,
  });
  await tx.journal.append({
    personId: person.id,
    candidacyId: candidacy.id,
    at: now,
    type: "opened",
    by: "employer",
    says: `${candidacy.employer}${candidacy.role ? `, ${candidacy.role}` : ""}: opened by ${message.from?.address ?? "a mail"}. ${why}`,
    evidence: [message.subject, message.proof.evidence],
  });
  return candidacy;
}

const keepAs = (received: Received, assessment: Assessment, candidacyId: CandidacyId | null) => {
  const { kind, confidence, by, evidence, facts } = assessment;
  const away = kind === "auto_reply" && !facts.leftCompany;
  return keep(received, {
    direction: "in",
    candidacyId,
    human: isHuman(assessment),
    asks: facts.asks,
    assessment: { kind, confidence, by, evidence },
    outOfOfficeUntil: away ? (facts.returnDate ?? "unknown") : null,
  });
};

/** Acknowledgements, newsletters and auto-replies are nobody's word (POLICY 3.1). */
const isHuman = (assessment: Assessment): boolean => !notHuman.has(assessment.kind);

import { type Assessment, type Kind, notHuman } from "../domain/assessment.ts";
import { assessmentText } from "../domain/assessment-text.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { kindWords } from "../domain/kind-words.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Meaning, StoredMessage, Tx } from "../ports/store.ts";
import { drawEffects } from "./apply-assessment.ts";
import { applyingKept } from "./applying.ts";
import type { Deciding } from "./decide.ts";
import { mailInWords, type Repaired, recordRepair } from "./repair.ts";
import { stopApproved } from "./stop-approved.ts";
import { takeBack } from "./take-back.ts";

/** `4 is offer`, `4 yes`: what a mail means by the person's word. The wrong effects go, the right ones come (DESIGN section 5). */
export async function reassess(
  deciding: Deciding,
  mail: StoredMessage,
  kind: Kind,
  told: { readonly at?: Assessment["facts"]["interview"]; readonly says?: string } = {},
): Promise<Result<Repaired, string>> {
  const before = mail.assessment;
  if (!before || mail.direction !== "in") return refuse("That line is about no mail of theirs.");
  if (!mail.candidacyId)
    return refuse(
      "That mail belongs to no candidacy yet; say first whose it is, for example with yes or move.",
    );
  if (before.kind === kind && before.by === "person" && !told.at)
    return refuse(`That mail is ${kindWords[kind].tells} already.`);
  const repair = deciding.app.ids.uuid();
  const assessment: Assessment = {
    ...before,
    kind,
    confidence: 1,
    by: "person",
    facts: { ...before.facts, interview: told.at ?? before.facts.interview },
  };
  const { question } = mail;
  if (question) await deciding.tx.messages.answered(mail.id, question.asks);
  await readAnew(deciding, { ...mail, candidacyId: mail.candidacyId }, meaningOf(assessment), repair);
  await recordRepair(
    deciding,
    repair,
    [mail.candidacyId],
    told.says ?? `You said what ${mailInWords(mail)}, is: ${kindWords[kind].tells}.`,
    before.evidence,
    {
      what: "reread",
      message: mail.id,
      before: assessmentText(before),
      human: mail.human,
      asks: mail.asks,
      question: question?.asks,
      questionAbout: question?.about,
    },
  );
  return ok([mail.candidacyId]);
}

/** Puts a new meaning in the place of the old one, with its effects; whatever was approved is asked again. */
export async function readAnew(
  deciding: Deciding,
  mail: StoredMessage & { readonly candidacyId: CandidacyId },
  meaning: Meaning,
  repair: string,
): Promise<void> {
  const { tx } = deciding;
  const applying = applyingKept(deciding, mail);
  await tx.candidacies.lock(mail.candidacyId);
  await stopApproved(deciding, mail.candidacyId);
  await takeBack(applying, mail.candidacyId, mail.id, repair);
  await tx.messages.reread(mail.id, meaning);
  await tx.candidacies.countWord(mail.candidacyId);
  if (meaning.assessment) {
    const candidacy = await tx.candidacies.lock(mail.candidacyId);
    await drawEffects(applying, meaning.assessment, candidacy, mail.id, repair);
  }
  await closeIfEmpty(deciding, mail.candidacyId, mail, repair);
}

/** What follows for the mail itself from what it means. */
export function meaningOf(assessment: Assessment): Meaning {
  const { kind, facts } = assessment;
  const away = kind === "auto_reply" && !facts.leftCompany;
  return {
    assessment,
    human: !notHuman.has(kind),
    asks: kind === "rejection" ? null : facts.asks,
    outOfOfficeUntil: away ? (facts.returnDate ?? "unknown") : null,
  };
}

/** A candidacy that only a misread mail had made is none: it is closed away, and comes back when that is taken back. */
export async function closeIfEmpty(
  { app, tx, person, proof }: Deciding,
  id: CandidacyId,
  because: StoredMessage,
  repair: string,
): Promise<void> {
  const candidacy = await tx.candidacies.lock(id);
  if (candidacy.state === "closed" || candidacy.state === "signed" || (await hasWord(tx, id))) return;
  await tx.candidacies.update(id, { state: "closed", closeReason: null, stateBefore: candidacy.state });
  await tx.journal.append({
    personId: person.id,
    candidacyId: id,
    at: app.clock.now(),
    type: "moved",
    by: "person",
    says: `${candidacy.employer}: closed, for nothing else is known of it.`,
    data: {
      from: candidacy.state,
      to: "closed",
      event: "emptied",
      message: because.id,
      repair,
      proof,
    },
  });
}

const hasWord = async (tx: Tx, id: CandidacyId): Promise<boolean> =>
  (await tx.messages.ofCandidacy(id)).some(
    (mail) => mail.human || mail.assessment?.kind === "application_received",
  );

import { type Assessment, isWord } from "../domain/assessment.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { looksLike } from "../domain/look-alike.ts";
import { canBeWrittenTo } from "../domain/recipient.ts";
import type { StoredMessage } from "../ports/store.ts";
import { isApplicantSystem, registrable } from "../understanding/domains.ts";
import { drawEffects } from "./apply-assessment.ts";
import { applyingKept } from "./applying.ts";
import type { Deciding } from "./decide.ts";
import { forgetEmployer } from "./forget-employer.ts";
import { closeIfEmpty, meaningOf } from "./read-anew.ts";
import { stopApproved } from "./stop-approved.ts";
import { takeBack } from "./take-back.ts";

/**
 * A kept mail becomes one of the candidacy by the person's word, with everything that follows from it, and its sender's address a contact's:
 * asked once, then remembered (POLICY 8.7). True when that address is new there.
 */
export async function takeIn(
  deciding: Deciding,
  mail: StoredMessage,
  id: CandidacyId,
  repair: string,
): Promise<boolean> {
  const { tx, person } = deciding;
  await tx.candidacies.lock(id);
  await stopApproved(deciding, id);
  await tx.messages.giveTo(mail.id, id);
  const { name, address } = mail.from;
  const isLearnt =
    isSomebodys(address) && address !== person.address && !(await isLookAlike(deciding, address, id))
      ? await tx.candidacies.addContact({ candidacyId: id, name, address })
      : false;
  if (mail.assessment) await draw(deciding, mail, id, mail.assessment, repair);
  await tx.candidacies.countWord(id);
  return isLearnt;
}

/** Of a domain that could be taken for a known one the mail is taken in, and nothing is written there (SAFETY R38). */
async function isLookAlike({ tx }: Deciding, address: string, id: CandidacyId): Promise<boolean> {
  const domain = registrable(address) ?? "";
  const { employerDomain } = await tx.candidacies.lock(id);
  const known = (await tx.candidacies.contacts(id)).flatMap((contact) => registrable(contact.address) ?? []);
  return [...known, ...(employerDomain ? [employerDomain] : [])].some((one) => looksLike(domain, one));
}

/** What the person takes in is somebody's word, even where no rule understood it. */
async function draw(
  deciding: Deciding,
  mail: StoredMessage,
  id: CandidacyId,
  assessment: Assessment,
  repair: string,
): Promise<void> {
  const { tx } = deciding;
  const meaning = meaningOf(assessment);
  await tx.messages.reread(mail.id, { ...meaning, human: isWord(assessment.kind) });
  await drawEffects(applyingKept(deciding, mail), assessment, await tx.candidacies.lock(id), mail.id, repair);
}

/** The mail leaves its candidacy with its effects and its sender's address, unless others wrote from or to that. It belongs to none then. */
export async function takeOut(
  deciding: Deciding,
  mail: StoredMessage,
  id: CandidacyId,
  repair: string,
): Promise<void> {
  const { tx } = deciding;
  await tx.candidacies.lock(id);
  await stopApproved(deciding, id);
  await takeBack(applyingKept(deciding, mail), id, mail.id, repair);
  await forgetEmployer(applyingKept(deciding, mail), id, mail.id);
  await tx.messages.giveTo(mail.id, null);
  const { address } = mail.from;
  const others = await tx.messages.ofCandidacy(id);
  const isKnownOtherwise = others.some((other) =>
    [other.from, ...other.recipients].some((one) => one.address === address),
  );
  if (!isKnownOtherwise) await tx.candidacies.removeContact(id, address);
  await tx.candidacies.countWord(id);
  await closeIfEmpty(deciding, id, mail, repair);
}

/** A system's address says nothing about whose candidacy it is, and is never written to (POLICY 3.5). */
const isSomebodys = (address: string): boolean => {
  const domain = registrable(address);
  return domain !== null && canBeWrittenTo(address) && !isApplicantSystem(domain);
};

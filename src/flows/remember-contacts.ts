import type { Assessment } from "../domain/assessment.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import { canBeWrittenTo } from "../domain/recipient.ts";
import { isApplicantSystem, isFreeMail, registrable } from "../understanding/domains.ts";
import type { Applying } from "./applying.ts";

/** Who may be written to: everyone in an authenticated mail of this candidacy at the sender's own registrable domain (POLICY 6.6, SAFETY R38). */
export async function rememberContacts(
  { tx, person, message }: Applying,
  assessment: Assessment,
  candidacy: Candidacy,
): Promise<void> {
  const domain = message.proof.domain;
  if (!domain || assessment.kind === "auto_reply" || assessment.kind === "bounce") return;
  const named = assessment.facts.people.flatMap(({ name, address }) => (address ? [{ name, address }] : []));
  // A shared domain says nothing about the others in it.
  const isShared = isFreeMail(domain) || isApplicantSystem(domain);
  const others = isShared ? [] : [...message.to, ...message.cc, ...named];
  const all = [...(message.from ? [message.from] : []), ...others];
  for (const { name, address } of all) {
    if (address === person.address || registrable(address) !== domain) continue;
    if (!canBeWrittenTo(address)) continue;
    await tx.candidacies.addContact({ candidacyId: candidacy.id, name, address });
  }
}

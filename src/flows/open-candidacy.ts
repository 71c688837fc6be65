import type { Proof } from "../domain/approval.ts";
import type { Assessment } from "../domain/assessment.ts";
import { type Candidacy, candidacyInWords } from "../domain/candidacy.ts";
import type { CandidacyId } from "../domain/ids.ts";
import type { Applying } from "./applying.ts";

/** Opens a candidacy from a mail, by itself or by the person's word; the journal keeps why. The caller takes the mail into it. */
export async function openCandidacy(
  { app, tx, person, message, now }: Applying,
  { facts }: Assessment,
  told: {
    readonly by: "employer" | "person";
    readonly why: string;
    readonly subject: string;
    readonly repair?: string;
    readonly proof?: Proof;
  },
): Promise<Candidacy> {
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
    by: told.by,
    says: `${candidacyInWords(candidacy)}: opened by ${message.from?.address ?? "a mail"}. ${told.why}`,
    evidence: [told.subject, message.proof.evidence],
    data: { repair: told.repair, proof: told.proof },
  });
  return candidacy;
}

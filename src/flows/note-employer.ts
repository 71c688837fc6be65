import type { Kind } from "../domain/assessment.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import { type ReadOfEmployer, readOfEmployer, strengthOf, withReading } from "../domain/employer-reading.ts";
import type { MessageRowId } from "../domain/ids.ts";
import { readEmployer } from "../understanding/employer/employer.ts";
import { letterParts } from "../understanding/text/reply-text.ts";
import type { Applying } from "./applying.ts";

/** Nobody at the employer wrote these. */
const silent: ReadonlySet<Kind> = new Set<Kind>(["auto_reply", "bounce", "newsletter_job_alert"]);

/**
 * Keeps what a mail shows of its employer, with the sentence that shows it (POLICY 4, 6.16): size and kind, country, zone. Stronger evidence takes the
 * place of weaker, nothing that of the person's word.
 */
export async function noteEmployer(
  { tx, person, message, now }: Applying,
  kind: Kind,
  candidacy: Candidacy,
  messageId: MessageRowId,
): Promise<void> {
  if (silent.has(kind)) return;
  const read = readEmployer({
    from: message.from,
    domain: message.proof.domain,
    employer: candidacy.employer,
    ...letterParts(message.text),
    calendar: message.calendar,
  });
  const learnt = readOfEmployer.flatMap((what) => {
    const guess = read[what];
    return guess !== null && isBetter(candidacy, what, guess) ? [{ what, ...guess }] : [];
  });
  if (learnt.length === 0) return;
  const reading = learnt.reduce(
    (record, { what, says, strength }) => withReading(record, what, says, { strength, message: messageId }),
    candidacy.reading,
  );
  await tx.candidacies.update(candidacy.id, {
    ...Object.fromEntries(learnt.map(({ what, value }) => [what, value])),
    reading,
  });
  await tx.journal.append({
    personId: person.id,
    candidacyId: candidacy.id,
    at: now,
    type: "marked",
    by: "program",
    says: `${candidacy.employer}: ${learnt.map(inWords).join(", ")}, as their mail shows.`,
    evidence: [...new Set(learnt.map(({ says }) => says))],
    data: { message: messageId },
  });
}

/** A region within the country that is known already says more, whatever tells it. */
const isBetter = (
  candidacy: Candidacy,
  what: ReadOfEmployer,
  guess: { readonly value: string; readonly strength: number },
): boolean => {
  if (guess.value === candidacy[what]) return false;
  const known = strengthOf(candidacy, what);
  const refines = what === "country" && guess.value.startsWith(`${candidacy.country}-`);
  return guess.strength > known || (refines && known <= 4);
};

const inWords = ({ what, value }: { readonly what: ReadOfEmployer; readonly value: string }): string =>
  what === "size" ? spokenSize(value) : `${what} ${value}`;

const spokenSize = (value: string): string =>
  value === "agency" ? "an agency writes for them" : value === "charity" ? "a charity" : value;

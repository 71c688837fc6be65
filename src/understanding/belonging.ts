import type { Assessment } from "../domain/assessment.ts";
import type { Message } from "../domain/message.ts";
import type { LinkCandidate } from "../domain/thread.ts";
import { isApplicantSystem, isFreeMail, registrable } from "./domains.ts";
import { squash } from "./who/spelling.ts";

/** Why the sender belongs to this candidacy (POLICY 8.7), or null. An unproven From is only a claim. */
export function belongs(
  message: Message,
  assessment: Assessment,
  candidate: LinkCandidate,
  answered: ReadonlySet<string>,
): string | null {
  if (message.from === null) return null;
  const { address } = message.from;
  const known = candidate.addresses.includes(address);
  if (known && message.proof.aligned) return `${address} is a known contact (${message.proof.evidence})`;
  if (known && answersOurs(candidate, answered))
    return `${address} is a known contact and answers a mail of ours`;
  const domain = provenDomain(message);
  if (domain === null) return null;
  if (candidate.employerDomain === domain && !isFreeMail(domain))
    return `${domain} is the employer's domain (${message.proof.evidence})`;
  if (candidate.employerDomain === null && sharesDomain(candidate, domain))
    return `${domain} is the domain of a known contact`;
  if (isApplicantSystem(domain) && sameEmployer(assessment, candidate))
    return `${domain} is an applicant system that names ${candidate.employer}`;
  return null;
}

/** True when the mail answers one that we or the person sent in this candidacy. */
export const answersOurs = (candidate: LinkCandidate, answered: ReadonlySet<string>): boolean =>
  candidate.weWrote.some((id) => answered.has(id));

const provenDomain = (message: Message): string | null =>
  message.proof.aligned && message.from !== null
    ? (message.proof.domain ?? registrable(message.from.address))
    : null;

const sharesDomain = (candidate: LinkCandidate, domain: string): boolean =>
  !isFreeMail(domain) &&
  !isApplicantSystem(domain) &&
  candidate.addresses.some((address) => registrable(address) === domain);

const sameEmployer = (assessment: Assessment, candidate: LinkCandidate): boolean => {
  const name = assessment.facts.employer;
  return name !== null && squash(name) !== "" && squash(name) === squash(candidate.employer);
};

/** Does the mail say that it comes from this employer, proven or not? */
export const claims = (message: Message, assessment: Assessment, candidate: LinkCandidate): boolean => {
  const domain = message.from === null ? null : registrable(message.from.address);
  return (
    sameEmployer(assessment, candidate) ||
    (message.from !== null && candidate.addresses.includes(message.from.address)) ||
    (domain !== null &&
      !isFreeMail(domain) &&
      !isApplicantSystem(domain) &&
      (candidate.employerDomain === domain || sharesDomain(candidate, domain)))
  );
};

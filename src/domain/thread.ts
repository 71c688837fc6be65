import type { CandidacyState } from "./candidacy.ts";
import type { CandidacyId } from "./ids.ts";

/** A stored candidacy as far as joining needs it. Message-IDs stand without angle brackets. */
export type LinkCandidate = {
  readonly id: CandidacyId;
  readonly employer: string;
  readonly employerDomain: string | null;
  readonly role: string | null;
  readonly state: CandidacyState;
  /** Message-IDs of the mails accepted in it. */
  readonly threadIds: readonly string[];
  /** Known contacts' addresses, lower case. */
  readonly addresses: readonly string[];
  readonly interviewUids: readonly string[];
  /** Message-IDs that we or the person sent in it; they cannot be guessed (POLICY 8.7). */
  readonly weWrote: readonly string[];
};

/**
 * Which candidacy a mail of the person's own belongs to: by thread first, else by a recipient who is a contact of exactly one.
 * `ids` are the Message-IDs it answers, `recipients` lower-case addresses. Null: it is about something else, or it cannot be told.
 */
export function belongsTo(
  candidates: readonly Pick<LinkCandidate, "id" | "threadIds" | "addresses">[],
  ids: readonly string[],
  recipients: readonly string[],
): CandidacyId | null {
  const byThread = candidates.filter((candidate) => candidate.threadIds.some((id) => ids.includes(id)));
  if (byThread[0]) return byThread[0].id;
  const byAddress = candidates.filter((candidate) =>
    candidate.addresses.some((address) => recipients.includes(address)),
  );
  return byAddress.length === 1 ? (byAddress[0]?.id ?? null) : null;
}

/** "Re: " once in front, whatever stood there before in that form. */
export const answerSubject = (subject: string): string =>
  /^re:\s/i.test(subject) ? subject : `Re: ${subject}`;

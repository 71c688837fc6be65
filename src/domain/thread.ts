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

/** What mail programs write before the subject of an answer, in their languages; some count the answers: "Re[2]:". */
const mark = "re|aw|antw(?:ort)?|sv|vs|r|rif|res|odp|ynt|回复|答复|回覆|返信";
const answerMark = new RegExp(`^\\s*(${mark})(?:\\[\\d{1,3}\\]|\\^\\d{1,3})?[ \\u00a0]?[:：]\\s*`, "iu");

/**
 * Gives the subject of an answer: that of the answered mail behind exactly one mark. The outermost that stands there is kept as it is written
 * ("AW:", "RE:", "SV:"); where none is, the mark of `before`, what the person last wrote in that conversation, else "Re:" (RFC 5322 section 3.6.5).
 */
export function answerSubject(subject: string, before = ""): string {
  let rest = subject;
  let first = "";
  for (let found = answerMark.exec(rest); found !== null; found = answerMark.exec(rest)) {
    first ||= found[1] ?? "";
    rest = rest.slice(found[0].length);
  }
  return `${first || (answerMark.exec(before)?.[1] ?? "Re")}: ${rest.trim()}`.trimEnd();
}

/** No conversation has so many mails; a header so long may be refused on its way. In characters, both. */
const mostReferences = 50;
const longestReferences = 4_000;

/**
 * Gives the References of an answer (RFC 5322 section 3.6.4): those of the answered mail and its own id behind them, each once. Of absurdly many the
 * first stays, by which mail programs find the conversation, and the newest.
 * @param thread Message-IDs that the answered mail names, oldest first, without angle brackets
 */
export function answerReferences(thread: readonly string[], answered: string): readonly string[] {
  const older = [...new Set(thread)].filter((id) => id !== answered);
  const [first] = older;
  if (first === undefined) return [answered];
  const newest: string[] = [];
  let length = first.length + answered.length;
  for (const id of older.slice(1).toReversed()) {
    length += id.length;
    if (length > longestReferences || newest.length === mostReferences - 2) break;
    newest.unshift(id);
  }
  return [first, ...newest, answered];
}

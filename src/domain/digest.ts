import type { AnswerableItem, ItemType } from "./approval.ts";
import type { DigestParts, QuestionPart } from "./digest-parts.ts";

export type * from "./digest-parts.ts";

type Numbered<T> = T & { readonly n: number };
type NumberedList<T extends readonly unknown[]> = readonly Numbered<T[number]>[];

/**
 * Lists whose lines can be answered or pointed to, in the order of their numbers: drafts, questions, then the rest as it is shown (POLICY 6.19).
 * A mail that could not be confirmed asks something, so it has its number among the questions; it is shown last, with the trouble.
 */
export const numberedLists = [
  "drafts",
  "questions",
  "unconfirmed",
  "interviews",
  "waitingForYou",
  "changes",
  "waiting",
] as const;
export type NumberedListName = (typeof numberedLists)[number];

const typeOf: Readonly<Record<NumberedListName, ItemType>> = {
  drafts: "draft",
  questions: "question",
  interviews: "standing",
  waitingForYou: "standing",
  changes: "candidacy",
  waiting: "standing",
  unconfirmed: "unconfirmed",
};

/** A digest whose answerable lines have their numbers; lists keep the order of the parts, so that index and number belong together. */
export type Digest = Omit<DigestParts, NumberedListName> & {
  readonly [List in NumberedListName]: NumberedList<DigestParts[List]>;
};

/** Numbers every line that can be answered: drafts from 1, then questions, then the rest in their order (POLICY 6.19). */
export function numbered(parts: DigestParts): Digest {
  let last = 0;
  const next = <T>(part: T): Numbered<T> => {
    last += 1;
    return { ...part, n: last };
  };
  const drafts = parts.drafts.map(next);
  const questions = parts.questions.map(next);
  const unconfirmed = parts.unconfirmed.map(next);
  const interviews = parts.interviews.map(next);
  const waitingForYou = parts.waitingForYou.map(next);
  const changes = parts.changes.map(next);
  const waiting = parts.waiting.map(next);
  return { ...parts, drafts, questions, interviews, waitingForYou, changes, waiting, unconfirmed };
}

/** Gives what the reply grammar has to know of a digest, in order of numbers. */
export const answerableItems = (digest: Digest): readonly AnswerableItem[] =>
  numberedLists.flatMap((list) =>
    digest[list].map((line) => ({
      n: line.n,
      type: isNew(line) ? "standing" : typeOf[list],
      ...("asks" in line && list === "questions" && isQuestion(line) && { asks: line.asks }),
    })),
  );

/** That something is new asks nothing. */
export const isNew = (line: object): boolean => "change" in line && line.change === "new";
const isQuestion = (line: object): line is QuestionPart => "question" in line;

/** False for a day on which no mail is due (POLICY 6.2): what is merely still awaited is no news. */
export const hasNews = (parts: DigestParts): boolean =>
  [
    parts.drafts,
    parts.questions,
    parts.interviews,
    parts.waitingForYou,
    parts.changes,
    parts.unconfirmed,
    parts.troubles,
    parts.byLink ?? [],
  ].some((list) => list.length > 0);

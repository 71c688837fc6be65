import type { AnswerableItem } from "../../src/domain/approval.ts";
import { readReply } from "../../src/domain/reply-grammar.ts";

/** Three drafts, a question, a candidacy and a sending that could not be confirmed. */
export const digestItems: readonly AnswerableItem[] = [
  { n: 1, type: "draft" },
  { n: 2, type: "draft" },
  { n: 3, type: "draft" },
  { n: 4, type: "question" },
  { n: 5, type: "candidacy" },
  { n: 6, type: "unconfirmed" },
];

/** Gives the decisions of a reply in short: "approve 1", "later 3 friday", "answer 4 yes", "is 4 rejection". */
export const saidIn = (text: string, items = digestItems): string[] =>
  readReply(text, items).decisions.map((decision) =>
    [
      decision.type,
      decision.item,
      ...("until" in decision && decision.until !== "" ? [decision.until] : []),
      ...("yes" in decision ? [decision.yes ? "yes" : "no"] : []),
      ...("kind" in decision ? [decision.kind] : []),
      ...("wish" in decision ? [decision.wish] : []),
    ].join(" "),
  );

/** True where a reply would have a mail sent. */
export const sends = (text: string, items = digestItems): boolean =>
  readReply(text, items).decisions.some(({ type }) => type === "approve" || type === "replace");

export const doubtsIn = (text: string, items = digestItems): string[] =>
  readReply(text, items).doubts.map(({ question }) => question);

import type { AnswerableItem, Decision } from "./approval.ts";
import { decisions } from "./reply-choices.ts";
import type { Clause } from "./reply-clauses.ts";

/** Why words about all drafts cannot be carried out, as a sentence; null where they can. */
export function problemOf(clause: Clause, items: readonly AnswerableItem[]): string | null {
  const drafts = items.filter(({ type }) => type === "draft").length;
  if (clause.both && drafts !== 2) return "That digest had not just two drafts. Which numbers are meant?";
  if (!clause.all || targets(clause, items).length > 0) return null;
  return drafts === 0
    ? "There is no draft to which this could apply."
    : "That leaves out every draft of that digest, so nothing was decided.";
}

/** `all` means every draft shown, never a question (POLICY 7.1). An excepted number that does not exist is a doubt about the whole. */
export function targets(clause: Clause, items: readonly AnswerableItem[]): readonly number[] {
  if (!clause.all) return [...new Set(clause.items)];
  const unknown = clause.items.filter((n) => !items.some((item) => item.n === n));
  if (unknown.length > 0) return unknown;
  return items
    .filter((item) => item.type === "draft" && !clause.items.includes(item.n))
    .map((item) => item.n);
}

/** What a clause comes to for one line; null where it does not fit, so it is asked back. */
export function decide({ verb, until }: Clause, item: AnswerableItem): Decision | null {
  if (verb === "undo" || verb === "reopen" || verb === "close" || verb === "why")
    return { type: verb, item: item.n };
  return decisions[item.type](verb, item, until);
}

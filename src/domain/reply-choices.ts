import type { AnswerableItem, Decision, ItemType, QuestionKind } from "./approval.ts";
import { kindsToSay } from "./kind-words.ts";
import type { Verb } from "./reply-table/shape.ts";
import { replyTokens } from "./reply-words.ts";

/** What a verb means for each kind of line; null: it does not fit, so it is asked back. */
export const decisions: Record<
  ItemType,
  (verb: Verb, item: AnswerableItem, until: string) => Decision | null
> = {
  draft: (verb, { n: item }, until) => {
    if (verb === "yes" || verb === "good") return { type: "approve", item };
    if (verb === "no" || verb === "skip") return { type: "skip", item };
    return verb === "later" ? { type: "later", item, until } : null;
  },
  question: (verb, { n: item, asks }) =>
    verb === "no" || (verb === "skip" && asks === "occasion") || (verb === "yes" && takesYes(asks))
      ? { type: "answer", item, yes: verb === "yes" }
      : null,
  candidacy: () => null,
  unconfirmed: (verb, { n: item }) =>
    verb === "send_again" || verb === "was_sent" ? { type: verb, item } : null,
  standing: () => null,
};

/** "When is it?", "whose is it?" and "what about?" cannot be answered with yes. */
const takesYes = (asks: QuestionKind | null | undefined): boolean =>
  asks !== "time" && asks !== "which" && asks !== "occasion";

/** What can be said to a line, as it is told to somebody whose words did not fit it. */
export const choices: Record<ItemType, (item: AnswerableItem) => string> = {
  draft: ({ n }) =>
    `For ${n} you can reply "${n} ok", "${n} skip" or "${n} later friday"; "${n}: shorter, please" has it reworded, "${n} send:" sends the text behind it.`,
  question: ({ n, asks }) => {
    if (asks === "time") return `For ${n} you can reply "${n} at friday 14:00" or "${n} no".`;
    if (asks === "which")
      return `For ${n} you can reply "move ${n} to" and the employer's name, or "${n} no".`;
    if (asks === "occasion")
      return `For ${n} you can reply with what to write about, "${n}: they opened a second bakery", or "${n} no".`;
    return `For ${n} you can reply "${n} yes" or "${n} no".`;
  },
  candidacy: ({ n }) =>
    `For ${n} you can reply "${n} undo", "${n} reopen", "${n} close", or what the mail is: "${n} is offer". A mail can be: ${kindsToSay}.`,
  unconfirmed: ({ n }) => `For ${n} you can reply "${n} send again" or "${n} was sent".`,
  standing: ({ n }) =>
    `For ${n} you can reply "${n} close", "${n} no more", "${n} every 10 days", or what their last mail is: "${n} is offer", "${n} is rejection".`,
};

/** "1 is no" says what a mail of theirs is, but a draft is a mail to them: it may be left out, or the candidacy ended. */
export function saysNo(repair: Decision, words: string): boolean {
  if (repair.type !== "is" || repair.kind !== "rejection") return false;
  const tokens = replyTokens(words);
  const own = tokens.slice(
    tokens.findIndex((token) => token.type === "number" && token.n === repair.item) + 1,
  );
  const next = own.findIndex(({ type }) => type === "number");
  return own
    .slice(0, next === -1 ? own.length : next)
    .some((token) => token.type === "verb" && token.verb === "no");
}

export const skipOrClose = (n: number): string =>
  `Line ${n} is a draft of yours. "${n} skip" leaves it out, "${n} close" ends the candidacy, "${n} is rejection" says that their mail was a no.`;

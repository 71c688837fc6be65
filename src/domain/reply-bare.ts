import type { AnswerableItem } from "./approval.ts";
import { choices } from "./reply-choices.ts";
import type { Clause } from "./reply-clauses.ts";
import type { LineReading } from "./reply-line.ts";

export type Line = { readonly words: string; readonly reading: LineReading };

/** A bare verb counts only where the digest had one thing to answer and the reply says nothing else (POLICY 7.1). */
export function clausesOf(
  reading: LineReading,
  items: readonly AnswerableItem[],
  lines: readonly Line[],
  isClear: boolean,
): readonly (Clause | "unclear")[] {
  if (reading.type === "clauses") return reading.clauses;
  if (reading.type !== "bare") return [];
  const [only, ...more] = answerable(items);
  if (only === undefined) return [];
  const alone = lines.every(
    (line) =>
      line.reading === reading ||
      line.reading.type === "nothing" ||
      (line.reading.type === "prose" && !line.reading.brake),
  );
  const isSaid = reading.verb !== "good" && (reading.verb !== "yes" || !isNewAddress(only));
  return more.length === 0 && isClear && alone && isSaid
    ? [{ all: false, both: false, items: [only.n], verb: reading.verb, until: reading.until }]
    : ["unclear"];
}

/** A line that is only told of asks nothing, so it leaves no doubt about what a bare word answers. */
const answerable = (items: readonly AnswerableItem[]): AnswerableItem[] =>
  items.filter((item) => item.type !== "standing");

/** Whether mails may go to an address that is new needs a yes of its own (SAFETY R38): a bare word is easily meant for the mail as a whole. */
const isNewAddress = ({ type, asks }: AnswerableItem): boolean => type === "question" && asks === "contact";

/** What is asked back where a bare word is not enough. */
export function whichNumber(items: readonly AnswerableItem[]): string {
  const [only, ...more] = answerable(items);
  return only !== undefined && more.length === 0 && isNewAddress(only)
    ? `Whether mails may go to a new address needs its number. ${choices.question(only)}`
    : "Which number is meant?";
}

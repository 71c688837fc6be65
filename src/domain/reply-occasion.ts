import type { AnswerableItem, Decision } from "./approval.ts";
import { readLine } from "./reply-line.ts";

/** "7: they opened a second bakery": free words behind the number of a question for an occasion, where they are no other answer. */
export function occasionIn(
  line: string,
  items: readonly AnswerableItem[],
): Extract<Decision, { type: "tell" }> | null {
  const [, digits, text = ""] = /^#?(\d{1,3})\s*[:.)–-]\s*(\S.{7,})$/u.exec(line) ?? [];
  const item = items.find(({ n, asks }) => n === Number(digits) && asks === "occasion");
  // Words that hold back, or that answer something, are no occasion: they are read as what they are (POLICY 7.2).
  const reading = item && readLine(line).type !== "clauses" ? readLine(text) : null;
  if (item === undefined || reading?.type !== "prose" || reading.brake) return null;
  return { type: "tell", item: item.n, text: text.trim() };
}

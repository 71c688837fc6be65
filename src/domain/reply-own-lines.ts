import { isProgramFooter } from "./program-footer.ts";
import { readLine } from "./reply-line.ts";
import { isChat } from "./reply-table/chat.ts";

const mark = /^(?:-- ?|_{5,})$/;
const quoteHead =
  /^(?:-{3,}.*(?:original|forwarded).*|(?:on|am|le|el|op|em) .{5,200} (?:wrote|schrieb.{0,80}|a écrit|escribió|schreef.{0,80}|escreveu) ?:|(?:from|von|de|van) ?: .*@.*|from: .*)$/i;

/** Gives what stands above a signature mark or the head of a quoted mail: below are no new words of the person's, should any have been left in. */
export function linesAbove(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const end = endIn(lines);
  return end < 0 ? lines : lines.slice(0, end);
}

const endIn = (lines: readonly string[]): number =>
  lines
    .map((line) => line.trim())
    .findIndex((line) => mark.test(line) || isProgramFooter(line) || quoteHead.test(line));

/** Gives the lines below a program's footer that may be answers all the same: they decide nothing, but leave in doubt what stands above it. */
export function answersBelowFooter(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const end = endIn(lines);
  if (end < 0 || !isProgramFooter(lines[end] ?? "")) return [];
  const below = lines.slice(end + 1);
  const quoted = below.findIndex((line) => mark.test(line) || quoteHead.test(line));
  return (quoted < 0 ? below : below.slice(0, quoted)).filter(mayAnswer);
}

/** True for a line that reads like an answer, plain or not: "1 hold", "skip". Quoted lines, prose and thanks are none. */
export function mayAnswer(line: string): boolean {
  if (/^[>|]/.test(line)) return false;
  const { type } = readLine(line);
  return type === "clauses" || type === "doubt" || (type === "bare" && !isChat(line));
}

/** Gives the person's own lines that are not empty. Quoted ones are not theirs, should any have been left in. */
export const ownLines = (text: string): string[] =>
  linesAbove(text)
    .map((line) => line.trim())
    .filter((line) => !/^$|^[>|]/.test(line));

import { isProgramFooter } from "./program-footer.ts";

const mark = /^(?:-- ?|_{5,})$/;
const quoteHead =
  /^(?:-{3,}.*(?:original|forwarded).*|(?:on|am|le|el|op|em) .{5,200} (?:wrote|schrieb.{0,80}|a écrit|escribió|schreef.{0,80}|escreveu) ?:|(?:from|von|de|van) ?: .*@.*|from: .*)$/i;

/** Gives what stands above a signature mark or the head of a quoted mail: below are no new words of the person's, should any have been left in. */
export function linesAbove(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const end = lines
    .map((line) => line.trim())
    .findIndex((line) => mark.test(line) || isProgramFooter(line) || quoteHead.test(line));
  return end < 0 ? lines : lines.slice(0, end);
}

/** Gives the person's own lines that are not empty. Quoted ones are not theirs, should any have been left in. */
export const ownLines = (text: string): string[] =>
  linesAbove(text)
    .map((line) => line.trim())
    .filter((line) => !/^$|^[>|]/.test(line));

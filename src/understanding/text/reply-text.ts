import { isProgramFooter } from "../../domain/program-footer.ts";
import { mayAnswer } from "../../domain/reply-own-lines.ts";
import { withMarksBack } from "./broken-quotes.ts";
import { plainWords } from "./plain-words.ts";
import { attributionAt, isDivider, isHeaderLine, isLotusHead, opensHeaderBlock } from "./quote-heads.ts";
import { isPostscript, signatureStart } from "./signature.ts";
import { writtenBelow } from "./written-lines.ts";

/** A mail's own words and the signature under them, both without what they answer. */
export type LetterParts = { readonly newest: string; readonly signature: string };

/** Gives what this mail's writer wrote now: quotes, quoted header blocks and signature removed (SAFETY R33, R45). `text` is the whole decoded text. */
export const newestText = (text: string): string => letterParts(text).newest;

/** Like newestText, with the signature kept apart: names of people and companies stand there. Takes time in proportion to the text. */
export function letterParts(text: string): LetterParts {
  const lines = withMarksBack(plainWords(withoutBulk(text)).split("\n"));
  const own = withoutHead(withoutQuotes(lines));
  const at = signatureStart(own);
  if (at === -1) return { newest: tidy(own).slice(0, longestNewest), signature: "" };
  const tail = own.slice(at);
  const added = addedAt(tail);
  const after = added === -1 ? [] : tail.slice(added);
  return {
    newest: tidy([...own.slice(0, at), "", ...after]).slice(0, longestNewest),
    signature: tidy(added === -1 ? tail : tail.slice(0, added)),
  };
}

/** Where the writer's own words go on in a signature: at a postscript, or at a program's footer below which something reads like an answer; -1 for nowhere. */
function addedAt(tail: readonly string[]): number {
  const postscript = tail.findIndex(isPostscript);
  const footer = tail.findIndex(isProgramFooter);
  const answer = footer === -1 ? -1 : tail.findIndex((line, at) => at > footer && mayAnswer(line.trim()));
  return answer === -1 || (postscript !== -1 && postscript < footer) ? postscript : footer;
}

// What a person writes stands at the front; the rest of a huge mail is quotes, tables or an attack on the patterns.
const longest = 30_000;
const longestNewest = 12_000;

/** Answers may stand below a long quote: of its lines the first is enough to know that there is one. */
function withoutBulk(text: string): string {
  if (text.length <= longest) return text;
  const kept: string[] = [];
  let length = 0;
  let quoted = false;
  for (const line of text.split("\n")) {
    const isQuote = marked.test(line);
    if (isQuote && quoted) continue;
    quoted = isQuote;
    kept.push(isQuote ? line.slice(0, 100) : line);
    length += (kept.at(-1) ?? "").length + 1;
    if (length > longest) break;
  }
  return kept.join("\n").slice(0, longest);
}

const tidy = (lines: readonly string[]): string => {
  let end = lines.length;
  while (end > 0 && empty.test(lines[end - 1] ?? "")) end -= 1;
  return lines
    .slice(0, end)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
};
/** Rules, and the mark that a reader of receipts leaves. */
const empty = /^\s*(?:[-_=*#~+|ᐧ]\s*)*$/;

/** ">" and, from old news readers, the writer's initials before it. */
const marked = /^\s*(?:[A-Z]{1,4})?>(?!>.{0,200}<<\s*$)/;
const barred = /^\s*\|(?:\s|$)/;

/** Marked quotes are dropped where they stand, because answers may stand between them; an unmarked one runs to the end of the mail. */
function withoutQuotes(lines: readonly string[]): readonly string[] {
  const own: string[] = [];
  // A mail that opens with header lines is a forward without a note; its text is all there is.
  let written = false;
  let bars = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if ((marked.test(line) && !isDivider(line)) || (bars && barred.test(line))) continue;
    const head = attributionAt(lines, at);
    if (head !== null) {
      const next = lines[writtenBelow(lines, at + head.lines - 1)];
      bars = next !== undefined && barred.test(next);
      const quoted = next === undefined || marked.test(next) || bars;
      if (head.before !== "" && (quoted || head.sure)) {
        own.push(head.before);
        written = true;
      }
      if (!quoted && head.sure) break;
      if (quoted) {
        at += head.lines - 1;
        continue;
      }
    }
    if (isDivider(line)) {
      if (written) break;
      at = blankAfter(lines, at);
      continue;
    }
    if (written && (isLotusHead(line) || opensHeaderBlock(lines, at))) break;
    own.push(line);
    written ||= !empty.test(line) && !isHeaderLine(line);
  }
  return own;
}

const headField = /^\s*(?:subject|from|to|cc|sent|date(?: sent| received)?|reply-to)\s*:/i;

/** The head of a mail that was exported or forwarded without a note: three fields at least, down to the empty line. They are nobody's words. */
function withoutHead(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0 || !headField.test(lines[first] ?? "")) return lines;
  const length = lines.slice(first, first + 12).findIndex((line) => line.trim() === "");
  const head = length < 0 ? [] : lines.slice(first, first + length);
  return head.filter((line) => headField.test(line)).length >= 3 ? lines.slice(first + length) : lines;
}

/** The fields of a forwarded mail end with an empty line. */
function blankAfter(lines: readonly string[], at: number): number {
  if (!isHeaderLine(lines[at + 1] ?? "")) return at;
  const blank = lines.slice(at, at + 20).findIndex((line) => line.trim() === "");
  return blank < 0 ? at : at + blank;
}

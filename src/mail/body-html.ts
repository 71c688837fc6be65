import { escaped } from "./digest/frame.ts";
import type { TextLine } from "./flowed.ts";

/**
 * Writes a mail's lines as HTML that says the same: a paragraph for what stands between empty lines, a blockquote for each depth of quotation. No
 * style, so that whoever reads it sees their own letters; nothing of the text is read as HTML.
 */
export const htmlOf = (
  own: readonly TextLine[],
  head: readonly string[],
  quote: readonly TextLine[],
): string =>
  [
    "<!DOCTYPE html>",
    '<html><head><meta charset="utf-8"></head><body>',
    ...paragraphs(own.map(({ text }) => text)),
    ...(head.length > 0 ? [...paragraphs(head), ...blocks(quote, 0)] : []),
    "</body></html>",
    "",
  ].join("\n");

/** Lines of one depth or deeper, in order. */
function blocks(lines: readonly TextLine[], depth: number): readonly string[] {
  const written: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const isDeeper = isDeeperThan(depth)(lines[at]);
    const end = lines.findIndex((line, place) => place > at && isDeeperThan(depth)(line) !== isDeeper);
    const run = lines.slice(at, end === -1 ? lines.length : end);
    written.push(
      ...(isDeeper
        ? ['<blockquote type="cite">', ...blocks(run, depth + 1), "</blockquote>"]
        : paragraphs(run.map(({ text }) => text))),
    );
    at += run.length;
  }
  return written;
}

const deepest = 20;
const isDeeperThan =
  (depth: number) =>
  (line: TextLine | undefined): boolean =>
    line !== undefined && Math.min(line.depth, deepest) > depth;

const paragraphs = (lines: readonly string[]): readonly string[] =>
  lines
    .join("\n")
    .split(/\n(?:[ \t]*\n)+/)
    .map((words) => words.replace(/^\n+|\s+$/g, ""))
    .filter((words) => words !== "")
    .map((words) => `<p>${words.split("\n").map(escaped).join("<br>\n")}</p>`);

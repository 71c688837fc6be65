import { readLine } from "../../domain/reply-line.ts";
import { withMarksBack } from "./broken-quotes.ts";
import { plainWords } from "./plain-words.ts";

/**
 * Gives `newest` with its number in front of each bare word ("yes", "skip") that stands in `text` right below the quoted line with that number, or
 * what belongs to it (POLICY 7.4). Only the digest's own lines count, which are quoted once: a list inside a letter is quoted twice.
 * @param newest what the person wrote now, as newestText gives it
 * @param text the whole decoded text of that mail
 */
export function withNumbersAbove(newest: string, text: string): string {
  const lines = withMarksBack(plainWords(text).split("\n"));
  let at = 0;
  return newest
    .split("\n")
    .map((line) => {
      const place =
        line.trim() === "" ? -1 : lines.findIndex((one, index) => index >= at && one.trim() === line.trim());
      if (place < 0) return line;
      at = place + 1;
      const n = readLine(line).type === "bare" ? numberAbove(lines, place) : null;
      return n === null ? line : `${n} ${line.trim()}`;
    })
    .join("\n");
}

/** A number line with what belongs to it, up to an empty line. */
const mostLines = 8;

function numberAbove(lines: readonly string[], below: number): number | null {
  let at = below - 1;
  while (at >= 0 && /^[>\s]*$/.test(lines[at] ?? "")) at -= 1;
  for (let count = 0; count < mostLines; count++, at--) {
    const quoted = /^> ?(.*)$/.exec(lines[at] ?? "")?.[1] ?? "";
    if (quoted.trim() === "") return null;
    const n = /^(\d{1,3})\. \S/.exec(quoted)?.[1];
    if (n !== undefined) return Number(n);
  }
  return null;
}

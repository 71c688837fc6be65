/** Mail programs and gateways break lines at 40 to 130 columns; the longest line that is left may lack a word of that. */
const least = 36;
const most = 130;
const longestWord = 15;

/**
 * Old gateways break quoted lines at a margin and leave the rest of each without a mark. Gives the lines with the marks put back. It takes two such
 * breaks, that lines above unmarked ones are nearly always full, and that no quoted line is far longer: who answers between quoted lines stops anywhere.
 */
export function withMarksBack(lines: readonly string[]): readonly string[] {
  const cut = lines.flatMap((line, at) => (isMarked(line) && isWritten(lines[at + 1]) ? [at] : []));
  const margin = Math.max(0, ...cut.map((at) => lines[at]?.length ?? 0));
  if (margin < least || margin > most) return lines;
  const isFull = (at: number): boolean =>
    (lines[at] ?? "").length + 1 + (/^\S+/.exec(lines[at + 1] ?? "")?.[0].length ?? 0) > margin;
  const full = cut.filter(isFull);
  if (lines.some((line) => isLonger(line, margin)) || full.length < 2 || full.length * 4 < cut.length * 3)
    return lines;
  const rests = new Set<number>();
  for (const start of full)
    for (let at = start; at === start || isFull(at); at++) {
      if (!isWritten(lines[at + 1])) break;
      rests.add(at + 1);
    }
  return lines.map((line, at) => (rests.has(at) ? `> ${line}` : line));
}

/** It could have been broken at that margin, and was not. */
const isLonger = (line: string, margin: number): boolean =>
  isMarked(line) &&
  line.length > margin + longestWord &&
  (/^[> ]*\S+(?= )/.exec(line)?.[0].length ?? line.length) <= margin;
const isMarked = (line: string): boolean => line.startsWith(">");
const isWritten = (line: string | undefined): boolean =>
  line !== undefined && line.trim() !== "" && !isMarked(line);

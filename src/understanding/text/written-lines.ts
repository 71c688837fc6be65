const isWritten = (line: string | undefined): boolean => line !== undefined && line.trim() !== "";

/** The place of the next line below `at` that has words; -1 where none has. */
export function writtenBelow(lines: readonly string[], at: number): number {
  for (let below = at + 1; below < lines.length; below++) if (isWritten(lines[below])) return below;
  return -1;
}

/** The place of the next line above `at` that has words; -1 where none has. */
export function writtenAbove(lines: readonly string[], at: number): number {
  for (let above = at - 1; above >= 0; above--) if (isWritten(lines[above])) return above;
  return -1;
}

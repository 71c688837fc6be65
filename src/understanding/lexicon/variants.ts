/**
 * Writes out phrases that are noted shortly: `a/b` is either word, `(a/b)` is either or none of them.
 * @param short phrases parted by commas, in lines of any length: "went (ahead) with another/someone"
 * @returns the same phrases at full length, parted by commas, as a lexicon takes them
 */
export function variants(short: string): string {
  return short
    .split(",")
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "")
    .flatMap((phrase) => phrase.split(/\s+/).reduce<readonly string[]>(continued, [""]))
    .join(",");
}

function continued(begun: readonly string[], word: string): readonly string[] {
  const optional = word.startsWith("(") && word.endsWith(")");
  const choices = (optional ? word.slice(1, -1) : word).split("/");
  return begun.flatMap((start) => [
    ...(optional ? [start] : []),
    ...choices.map((choice) => (start === "" ? choice : `${start} ${choice}`)),
  ]);
}

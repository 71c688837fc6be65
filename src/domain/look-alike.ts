/**
 * True where one domain could be taken for another one: at most two letters differ (SAFETY R38). Lower case; equal ones and short ones, in
 * which two letters are half the name, are no look-alikes.
 */
export function looksLike(domain: string, known: string): boolean {
  if (domain === known || Math.abs(domain.length - known.length) > 2 || known.length < 8) return false;
  return distance(domain, known) <= 2;
}

/** How many letters must be put in, left out or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

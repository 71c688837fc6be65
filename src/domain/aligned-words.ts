/** A word of a text, or a sign that belongs to what it says, and where it stands. */
export type Word = {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
};

const one =
  /[\p{L}\p{M}\p{N}]+(?:['’‘`´][\p{L}\p{M}]+)*|[.,;:!?…]+|[\p{Sc}%&@#+]|\p{Extended_Pictographic}/gu;

/**
 * Gives the words of a text and the signs that end or part its sentences. Capitals, quotes, dashes, brackets and white space are not among them:
 * a keyboard or a mail program changes those by itself.
 */
export const wordsIn = (text: string): readonly Word[] =>
  [...text.matchAll(one)].map(({ 0: found, index }) => ({
    key: found
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll(/[’‘`´]/g, "'"),
    start: index,
    end: index + found.length,
    isWord: /^[\p{L}\p{M}\p{N}]/u.test(found),
  }));

export const sameWords = (a: readonly Word[], b: readonly Word[]): boolean =>
  a.length === b.length && a.every(({ key }, at) => key === b[at]?.key);

/** True where `part` stands in `whole` as one run. */
export function holdsRun(whole: readonly Word[], part: readonly Word[]): boolean {
  const [all, some] = [whole, part].map((words) => ` ${words.map(({ key }) => key).join(" ")} `);
  return (all ?? "").includes(some ?? "");
}

/**
 * Gives for each word of `b` the place of the word of `a` that it is, or null: a longest common subsequence. Takes time and memory in proportion
 * to the product of both lengths.
 */
export function alignedWith(a: readonly Word[], b: readonly Word[]): readonly (number | null)[] {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        a[i]?.key === b[j]?.key
          ? 1 + (longest[(i + 1) * width + j + 1] ?? 0)
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
  const places: (number | null)[] = b.map(() => null);
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i]?.key === b[j]?.key) {
      places[j] = i;
      i += 1;
      j += 1;
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  return places;
}

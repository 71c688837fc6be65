import { wordsOf } from "./own-letter.ts";

/** A sentence that stayed, changed or not. */
export type KeptSentence = { readonly before: string; readonly after: string };
/** What became of a text's sentences. `gone` were left out: nothing stands in their place. */
export type SentenceChanges = { readonly kept: readonly KeptSentence[]; readonly gone: readonly string[] };

const alike = 0.5;
// A draft has a dozen; what is longer was not edited but replaced.
const most = 60;

/** Compares two texts sentence by sentence, in their order. Sentences that share half of their words are one. */
export function sentenceChanges(before: readonly string[], after: readonly string[]): SentenceChanges {
  const [old, now] = [before.slice(0, most), after.slice(0, most)];
  const oldWords = old.map(wordSet);
  const nowWords = now.map(wordSet);
  const pairs = alignment(oldWords, nowWords);
  const kept = pairs.map(([from, to]) => ({ before: old[from] ?? "", after: now[to] ?? "" }));
  const gone: string[] = [];
  // In a gap between two sentences that stayed, new ones stand for old ones.
  let [lastOld, lastNow] = [-1, -1];
  for (const [from, to] of [...pairs, [old.length, now.length] as const]) {
    if (to - lastNow === 1) gone.push(...old.slice(lastOld + 1, from));
    [lastOld, lastNow] = [from, to];
  }
  return { kept, gone };
}

const wordSet = (sentence: string): ReadonlySet<string> =>
  new Set(wordsOf(sentence).map((word) => word.toLowerCase()));

/** The pairs of a longest common run, by the alikeness that they add up to. */
function alignment(
  old: readonly ReadonlySet<string>[],
  now: readonly ReadonlySet<string>[],
): readonly (readonly [number, number])[] {
  const width = now.length + 1;
  const best = new Float64Array((old.length + 1) * width);
  const share = (from: number, to: number): number => likeness(old[from] ?? new Set(), now[to] ?? new Set());
  const at = (from: number, to: number): number => best[from * width + to] ?? 0;
  for (let from = old.length - 1; from >= 0; from -= 1)
    for (let to = now.length - 1; to >= 0; to -= 1) {
      const same = share(from, to);
      const paired = same >= alike ? same + at(from + 1, to + 1) : 0;
      best[from * width + to] = Math.max(paired, at(from + 1, to), at(from, to + 1));
    }
  const pairs: (readonly [number, number])[] = [];
  let [from, to] = [0, 0];
  while (from < old.length && to < now.length) {
    const same = share(from, to);
    if (same >= alike && at(from, to) === same + at(from + 1, to + 1)) {
      pairs.push([from, to]);
      from += 1;
      to += 1;
    } else if (at(from + 1, to) >= at(from, to + 1)) from += 1;
    else to += 1;
  }
  return pairs;
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return common === 0 ? 0 : (2 * common) / (one.size + other.size);
}

import { joiningWords } from "./company-words.ts";
import { touches, type Word } from "./name-runs.ts";
import { spellings, squash } from "./spelling.ts";

/** Words of a line that a domain label spells: places of the first and last one, and how much of the label they account for (0 to 1). */
export type Spelled = { readonly from: number; readonly to: number; readonly share: number };

/**
 * Finds where a line writes out a domain label: "thornbury-council" finds "Thornbury Borough Council", "valverde-usd" finds "Valverde
 * Unified School District", "maplecrestins" finds "Maplecrest Insurance".
 */
export function spelledBy(label: string, line: string, words: readonly Word[]): readonly Spelled[] {
  const found: Spelled[] = [];
  const tokens = label.split("-").filter((token) => token !== "");
  const orders = tokens.length === 2 ? [tokens, tokens.toReversed()] : [tokens];
  for (const order of orders) {
    const letters = order.join("");
    const bounds = new Set<number>([letters.length]);
    let sum = 0;
    for (const token of order) {
      sum += token.length;
      bounds.add(sum);
    }
    const initial = letters.charAt(0);
    for (const [at, word] of words.entries()) {
      if (!starts(word, initial)) continue;
      const reach = consume(letters, bounds, line, words, at);
      if (reach !== null) found.push({ from: at, ...reach });
    }
  }
  return found;
}

const starts = (word: Word, initial: string): boolean => {
  const letter = word.text.charAt(0).toLowerCase();
  return (
    letter === initial ||
    (letter > "z" && (squash(letter) === initial || spellings(letter)[0]?.charAt(0) === initial))
  );
};

const mostWords = 8;
const leastLetters = 4;

function consume(
  letters: string,
  bounds: ReadonlySet<number>,
  line: string,
  words: readonly Word[],
  at: number,
): { to: number; share: number } | null {
  let best: { to: number; share: number } | null = null;
  let cost = 0;
  const settle = (to: number, position: number, whole: boolean): void => {
    if (position < leastLetters && position < letters.length) return;
    if (position < letters.length && !whole) return;
    // A first word that is only a piece of the label may be chance, unless the label has a seam there.
    const share = position / letters.length;
    if (share < 0.4 && !bounds.has(position)) return;
    if (best === null || share > best.share || (share === best.share && to < best.to)) best = { to, share };
  };
  const step = (n: number, position: number, first: boolean): void => {
    cost += 1;
    const word = words[n];
    if (
      word === undefined ||
      n - at >= mostWords ||
      cost > 60 ||
      (n > at && !touches(line, words[n - 1], word))
    )
      return;
    const rest = letters.slice(position);
    for (const spelling of spellings(word.text)) {
      if (spelling === "") {
        step(n + 1, position, false);
        continue;
      }
      if (rest.startsWith(spelling)) {
        settle(n, position + spelling.length, true);
        if (rest.length > spelling.length) step(n + 1, position + spelling.length, false);
      }
      const common = sharedStart(rest, spelling);
      const least = first ? 3 : 1;
      for (let length = Math.min(common, spelling.length - 1); length >= least && word.cap; length -= 1) {
        if (length === rest.length) settle(n, letters.length, true);
        else if (length >= 3 && bounds.has(position + length)) settle(n, position + length, true);
        if (length < rest.length && (length <= 4 || bounds.has(position + length)))
          step(n + 1, position + length, false);
      }
    }
    if (first) initials(letters, line, words, at, settle);
    else if (joiningWords.has(squash(word.text))) step(n + 1, position, false);
    else if (word.cap && n === at + 1 && rest.length >= 4) skip(n, position);
  };
  // "thornbury-council" leaves "Borough" out.
  const skip = (n: number, position: number): void => {
    const next = words[n + 1];
    if (next === undefined || !touches(line, words[n], next)) return;
    if (spellings(next.text).some((spelling) => spelling === letters.slice(position)))
      settle(n + 1, letters.length, true);
  };
  step(at, 0, true);
  return best;
}

/** "lsrh" of "Lone Star Regional Health": each word that is no joining one gives its first letter. */
function initials(
  letters: string,
  line: string,
  words: readonly Word[],
  at: number,
  settle: (to: number, position: number, whole: boolean) => void,
): void {
  if (letters.length < 3 || letters.length > 6) return;
  let position = 0;
  for (let n = at; n < words.length && position < letters.length; n += 1) {
    const word = words[n];
    if (word === undefined || (n > at && !touches(line, words[n - 1], word))) return;
    if (!word.cap) {
      if (!joiningWords.has(squash(word.text))) return;
    } else if (squash(word.text.charAt(0)) !== letters[position]) return;
    else position += 1;
    if (position === letters.length) settle(n, position, true);
  }
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

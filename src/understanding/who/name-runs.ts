import { joiningWords } from "./company-words.ts";
import { plainStartWords } from "./plain-start-words.ts";
import { squash } from "./spelling.ts";

/** One word of a line; `cap` when it is written like a name's ("Küste", "eBay", "3D"). */
export type Word = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly cap: boolean;
};

/** Words that stand together like a name: "University of the Wolds". `from` and `to` are places in the line's words, both included. */
export type NameRun = { readonly from: number; readonly to: number; readonly text: string };

const word = /[\p{L}\d](?:[\p{L}\d'’+.&/-]*[\p{L}\d])?|[&+]/gu;
const nameLike = /^\p{Lu}|^[ld]['’]\p{Lu}|^\d+\p{Lu}|\p{Ll}\p{Lu}/u;

/** Cuts a line into words. */
export function wordsIn(line: string): readonly Word[] {
  const words: Word[] = [];
  for (const found of line.matchAll(word))
    words.push({
      text: found[0],
      start: found.index,
      end: found.index + found[0].length,
      cap: nameLike.test(found[0]),
    });
  return words;
}

/** True when nothing but a space (or the full stop of "St.") parts two words. */
export function touches(line: string, one: Word | undefined, next: Word | undefined): boolean {
  if (one === undefined || next === undefined) return false;
  const between = line.slice(one.end, next.start);
  return between === " " || (between === ". " && /^(?:St|Mt|Dr|Ste|Co|Gt|Mag|Prof)$/.test(one.text));
}

/** Finds the names of a line. Words that only open a sentence ("Unfortunately Kestrel Freight") are no part of one. */
export function nameRuns(line: string, words: readonly Word[]): readonly NameRun[] {
  const runs: NameRun[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (words[at]?.cap !== true) continue;
    let to = at;
    for (let next = at + 1; next < words.length && touches(line, words[next - 1], words[next]); next += 1) {
      const one = words[next];
      if (one?.cap === true) to = next;
      else if (
        one === undefined ||
        next - to > 2 ||
        !(joiningWords.has(squash(one.text)) || /^[&+]$/.test(one.text)) ||
        ands.test(one.text)
      )
        break;
    }
    let from = at;
    while (from < to && isPlain(words[from])) from += 1;
    while (to > from && (words[to]?.cap !== true || isPlain(words[to]))) to -= 1;
    const [first, last] = [words[from], words[to]];
    if (first !== undefined && last !== undefined && !isPlain(first))
      runs.push({ from, to, text: line.slice(first.start, last.end) });
    at = Math.max(at, to);
  }
  return runs;
}

// "Mara Lindqvist and Tom Okafor" are two names; "Tallow & Rye" is one.
const ands = /^(?:and|und|et|y|e|en)$/;
const isPlain = (one: Word | undefined): boolean => {
  const plain = one === undefined ? "" : squash(one.text);
  return plain === "" || plainStartWords.has(plain) || joiningWords.has(plain);
};

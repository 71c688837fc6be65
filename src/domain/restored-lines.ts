import type { Word } from "./aligned-words.ts";

/** Lines at least so long were broken by a mail program, if the next word did not fit. */
const shortestWrap = 35;
/** A space, and what quote marks in front of the broken line took of its width. */
const marksAtMost = 5;

/**
 * Gives the text that a person made of a draft with the draft's own line breaks where its words stand beside each other as they did; elsewhere with
 * those of the person, where a mail program does not seem to have made them.
 * @param places for each word of `text` its place in the draft, or null
 */
export function restored(
  draft: string,
  draftWords: readonly Word[],
  text: string,
  words: readonly Word[],
  places: readonly (number | null)[],
): string {
  const width = Math.max(...text.split("\n").map((line) => line.trimEnd().length));
  const pieces = [...text.matchAll(/\S+/g)].filter(({ 0: piece }) => !/^[>|]+$/.test(piece));
  let joined = "";
  let word = 0;
  let before: number | null = null;
  let wasSign = false;
  for (const [at, { 0: piece, index }] of pieces.entries()) {
    const previous = pieces[at - 1];
    const isBegun = previous !== undefined;
    while ((words[word]?.end ?? Number.POSITIVE_INFINITY) <= index) {
      before = places[word] ?? null;
      word += 1;
    }
    const after = places[word] ?? null;
    if (isBegun) {
      const gap = text.slice(previous.index + previous[0].length, index);
      const line =
        text
          .slice(0, previous.index + previous[0].length)
          .split("\n")
          .at(-1) ?? "";
      const goesOn = /[\p{L}\p{N}]$/u.test(previous[0]) && /^\p{Ll}/u.test(piece);
      const isFull = width >= shortestWrap && line.length + marksAtMost + piece.length > width;
      joined += breakBetween(breaksIn(gap), goesOn || isFull, {
        // Behind a lone dash the draft's break has been made already.
        inside: !wasSign && before !== null && after === before + 1,
        known: [breakBehind(draft, draftWords, before), breakBefore(draft, draftWords, after)],
      });
    }
    wasSign = (words[word]?.start ?? Number.POSITIVE_INFINITY) >= index + piece.length;
    joined += piece;
  }
  return joined;
}

/** `known`: the draft's line breaks behind the word before the gap, and before the word behind it. */
function breakBetween(
  own: string,
  isWrapped: boolean,
  { inside, known: [behind, ahead] }: { inside: boolean; known: readonly [string, string] },
): string {
  if (inside) return behind || " ";
  if (own === "") return " ";
  const drafted = behind.length > ahead.length ? behind : ahead;
  if (own.length > 1) return "\n\n";
  return drafted || (isWrapped ? " " : "\n");
}

const breakBehind = (draft: string, words: readonly Word[], at: number | null): string =>
  at === null ? "" : breaksIn(draft.slice(words[at]?.end ?? 0, words[at + 1]?.start ?? draft.length));
const breakBefore = (draft: string, words: readonly Word[], at: number | null): string =>
  at === null || at === 0 ? "" : breaksIn(draft.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0));
const breaksIn = (gap: string): string => gap.replaceAll(/[^\n]/g, "").slice(0, 2);

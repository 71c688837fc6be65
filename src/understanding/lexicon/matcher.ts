import type { Concept, Lexicon } from "./concepts.ts";
import { createWordTree, type WordTree } from "./word-tree.ts";
import type { Word } from "./words.ts";

/** What may follow a node beside the words that stand in the tree; few nodes have any of it. */
type Branches = {
  /** Words of which only the beginning is given, and the node behind them, the longest first. */
  readonly starts: [string, number][];
  /** The same of words of which only the end is given. */
  readonly ends: [string, number][];
  /** Phrases that may follow at some distance. */
  readonly apart: [readonly string[], Concept][];
  /** The node behind one word, whichever it is; 0 where there is none. */
  any: number;
};

type Phrases = {
  readonly tree: WordTree;
  readonly branches: Map<number, Branches>;
  /** By node: the concept of the phrase that ends there. */
  readonly concepts: (Concept | undefined)[];
};

export type Found = { readonly concept: Concept; readonly length: number };

/**
 * Finds a lexicon's phrases in words. The longest phrase wins, the words that stand apart counted in; of two as long, the one that says more
 * of its words, then the one named first.
 */
export type Matcher = (words: readonly Word[], at: number) => Found | null;

/** How many words may stand between the two parts of a verb that parts: "sagen … ab". */
const widestGap = 12;

/** @param spelled writes a phrase as the words of a text are written */
export function matcherOf(
  lexicon: Lexicon,
  spelled: (phrase: string) => string = (phrase) => phrase,
): Matcher {
  const known: Phrases = { tree: createWordTree(), branches: new Map(), concepts: [] };
  for (const [concept, phrases] of Object.entries(lexicon)) {
    if (!isConcept(concept, lexicon)) continue;
    for (const phrase of phrases.split(",")) add(known, partsOf(spelled(phrase)), concept);
  }
  return (words, at) => longest(known, words, at);
}

const partsOf = (phrase: string): readonly string[] => phrase.trim().split(/[\s-]+/);

function longest({ tree, branches, concepts }: Phrases, words: readonly Word[], at: number): Found | null {
  let found: Found | null = null;
  let most = 0;
  const take = (concept: Concept, length: number, apart = 0): void => {
    if (length + apart <= most) return;
    found = { concept, length };
    most = length + apart;
  };
  const walk = (node: number, length: number): void => {
    const concept = concepts[node];
    if (concept !== undefined) take(concept, length);
    const beside = branches.get(node);
    for (const [rest, concept] of beside?.apart ?? [])
      if (follows(rest, words, at + length)) take(concept, length, rest.length);
    const word = words[at + length];
    if (word === undefined) return;
    const next = tree.step(node, word);
    if (next !== 0) walk(next, length + 1);
    for (const [start, target] of beside?.starts ?? []) if (word.startsWith(start)) walk(target, length + 1);
    for (const [end, target] of beside?.ends ?? []) if (word.endsWith(end)) walk(target, length + 1);
    if (beside !== undefined && beside.any !== 0) walk(beside.any, length + 1);
  };
  walk(0, 0);
  return found;
}

function follows(rest: readonly string[], words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + widestGap); at += 1)
    if (rest.every((word, place) => words[at + place] === word)) return true;
  return false;
}

function add({ tree, branches, concepts }: Phrases, words: readonly string[], concept: Concept): void {
  let node = 0;
  for (const [place, word] of words.entries()) {
    if (word === "…") {
      besides(branches, node).apart.push([words.slice(place + 1), concept]);
      return;
    }
    const next = tree.grow(node, word);
    if (word === "_") besides(branches, node).any = next;
    else if (word.endsWith("*")) note(besides(branches, node).starts, word.slice(0, -1), next);
    else if (word.startsWith("*")) note(besides(branches, node).ends, word.slice(1), next);
    node = next;
  }
  concepts[node] ??= concept;
}

function besides(branches: Map<number, Branches>, node: number): Branches {
  const known = branches.get(node) ?? { starts: [], ends: [], apart: [], any: 0 };
  branches.set(node, known);
  return known;
}

function note(known: [string, number][], part: string, target: number): void {
  if (known.some(([each]) => each === part)) return;
  known.push([part, target]);
  known.sort(([a], [b]) => b.length - a.length);
}

const isConcept = (name: string, lexicon: Lexicon): name is Concept => Object.hasOwn(lexicon, name);

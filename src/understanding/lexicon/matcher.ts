import type { Concept, Lexicon } from "./concepts.ts";
import type { Word } from "./words.ts";

/**
 * `starts` and `ends` are words of which only the beginning or the end is given, the longest first. `apart` are phrases that may follow at some
 * distance. There are tens of thousands of nodes and most are the end of a phrase, so what a node does not have is null.
 */
type Node = {
  next: Map<string, Node> | null;
  starts: [string, Node][] | null;
  ends: [string, Node][] | null;
  apart: [readonly string[], Concept][] | null;
  any: Node | null;
  concept: Concept | null;
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
  const root = emptyNode();
  for (const [concept, phrases] of Object.entries(lexicon)) {
    if (!isConcept(concept, lexicon)) continue;
    for (const phrase of phrases.split(",")) add(root, partsOf(spelled(phrase)), concept);
  }
  return (words, at) => longest(root, words, at);
}

const partsOf = (phrase: string): readonly string[] => phrase.trim().split(/[\s-]+/);

function longest(root: Node, words: readonly Word[], at: number): Found | null {
  let found: Found | null = null;
  let most = 0;
  const take = (concept: Concept, length: number, apart = 0): void => {
    if (length + apart <= most) return;
    found = { concept, length };
    most = length + apart;
  };
  const walk = (node: Node, length: number): void => {
    if (node.concept !== null) take(node.concept, length);
    for (const [rest, concept] of node.apart ?? [])
      if (follows(rest, words, at + length)) take(concept, length, rest.length);
    const word = words[at + length];
    if (word === undefined) return;
    const next = node.next?.get(word);
    if (next) walk(next, length + 1);
    for (const [start, target] of node.starts ?? []) if (word.startsWith(start)) walk(target, length + 1);
    for (const [end, target] of node.ends ?? []) if (word.endsWith(end)) walk(target, length + 1);
    if (node.any) walk(node.any, length + 1);
  };
  walk(root, 0);
  return found;
}

function follows(rest: readonly string[], words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + widestGap); at += 1)
    if (rest.every((word, place) => words[at + place] === word)) return true;
  return false;
}

function add(root: Node, words: readonly string[], concept: Concept): void {
  let node = root;
  for (const [place, word] of words.entries()) {
    if (word === "…") {
      node.apart ??= [];
      node.apart.push([words.slice(place + 1), concept]);
      return;
    }
    node = step(node, word);
  }
  node.concept ??= concept;
}

function step(node: Node, word: string): Node {
  if (word === "_") {
    node.any ??= emptyNode();
    return node.any;
  }
  if (word.endsWith("*")) {
    node.starts ??= [];
    return partly(node.starts, word.slice(0, -1));
  }
  if (word.startsWith("*")) {
    node.ends ??= [];
    return partly(node.ends, word.slice(1));
  }
  node.next ??= new Map();
  const next = node.next.get(word) ?? emptyNode();
  node.next.set(word, next);
  return next;
}

function partly(known: [string, Node][], part: string): Node {
  const target = known.find(([each]) => each === part)?.[1];
  if (target) return target;
  const made = emptyNode();
  known.push([part, made]);
  known.sort(([a], [b]) => b.length - a.length);
  return made;
}

const emptyNode = (): Node => ({
  next: null,
  starts: null,
  ends: null,
  apart: null,
  any: null,
  concept: null,
});
const isConcept = (name: string, lexicon: Lexicon): name is Concept => Object.hasOwn(lexicon, name);

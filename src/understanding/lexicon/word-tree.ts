/**
 * Phrases word by word: what several begin with stands once. A node is a number, 0 is the beginning of every phrase. There are some eighty
 * thousand, so they lie in flat arrays: an object for each would take ten times the memory.
 */
export type WordTree = {
  /** The node to which a word leads; made where there is none yet. */
  readonly grow: (from: number, word: string) => number;
  /** The node to which a word leads; 0 where no phrase goes on so, for nothing leads back to the beginning. */
  readonly step: (from: number, word: string) => number;
};

export function createWordTree(): WordTree {
  const numbers = new Map<string, number>();
  /** Of each node: the node before it, and the number of the word between the two. */
  let parents = new Int32Array(1_024);
  let words = new Int32Array(1_024);
  /** Nodes by their parent and word; 0 is empty. A power of two, at least twice as many as nodes. */
  let slots = new Int32Array(2_048);
  let size = 1;

  /** The slot of that node, or the empty one in which it belongs. */
  const slotOf = (from: number, word: number): number => {
    const last = slots.length - 1;
    let slot = mixed(from, word) & last;
    for (;;) {
      const node = slots[slot] ?? 0;
      if (node === 0 || (parents[node] === from && words[node] === word)) return slot;
      slot = (slot + 1) & last;
    }
  };
  const double = (): void => {
    parents = twice(parents);
    words = twice(words);
    slots = new Int32Array(slots.length * 2);
    for (let node = 1; node < size; node += 1) slots[slotOf(parents[node] ?? 0, words[node] ?? 0)] = node;
  };
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  return {
    grow: (from, word) => {
      const number = numberOf(word);
      const known = slots[slotOf(from, number)] ?? 0;
      if (known !== 0) return known;
      if (size === parents.length) double();
      parents[size] = from;
      words[size] = number;
      slots[slotOf(from, number)] = size;
      size += 1;
      return size - 1;
    },
    step: (from, word) => {
      const number = numbers.get(word);
      return number === undefined ? 0 : (slots[slotOf(from, number)] ?? 0);
    },
  };
}

/** Spreads neighbours far apart, or searching for an empty slot would take long. */
const mixed = (from: number, word: number): number => {
  const both = Math.imul(from, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return (both ^ (both >>> 15)) >>> 0;
};

function twice(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

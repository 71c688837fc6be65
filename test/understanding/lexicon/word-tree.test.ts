import { expect, test } from "vitest";
import { createWordTree } from "../../../src/understanding/lexicon/word-tree.ts";

test("a word leads on from where it was put, and from nowhere else", () => {
  const tree = createWordTree();
  const we = tree.grow(0, "we");
  const regret = tree.grow(we, "regret");
  expect(tree.grow(0, "we")).toBe(we);
  expect(tree.step(we, "regret")).toBe(regret);
  expect(tree.step(0, "regret")).toBe(0);
  expect(tree.step(we, "unknown")).toBe(0);
});

test("ten thousand nodes are all found again, each by its own way", () => {
  const tree = createWordTree();
  const ways = Array.from({ length: 100 }, (_, first) =>
    Array.from({ length: 100 }, (_, second) => [`a${first}`, `b${second}`] as const),
  ).flat();
  const nodes = ways.map(([first, second]) => tree.grow(tree.grow(0, first), second));
  expect(new Set(nodes).size).toBe(10_000);
  expect(ways.map(([first, second]) => tree.step(tree.step(0, first), second))).toEqual(nodes);
});

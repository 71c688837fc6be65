import { expect, test } from "vitest";
import { wrapped } from "../../src/cli/wrapped.ts";

test("lines break between words, and inside one only where it is longer than a line", () => {
  expect(wrapped("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrapped("id abcdefghij end", 6)).toEqual(["id", "abcdef", "ghij", "end"]);
  expect(wrapped("", 7)).toEqual([]);
});

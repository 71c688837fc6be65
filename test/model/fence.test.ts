import fc from "fast-check";
import { expect, test } from "vitest";
import { fenced } from "../../src/model/fence.ts";

test("text of others cannot close its marks, whatever hides in it (SAFETY R45)", () => {
  const piece = fc.constantFrom(
    "~",
    "~~",
    "~~~~~~~~",
    "\u200b",
    "\u2060",
    "\n",
    "\r\n",
    "\u2028",
    "a",
    " ",
    "\u0000",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(80), (pieces, longest) => {
      const words = fenced(pieces.join(""), longest);
      expect(words.match(/~{8}/g)).toHaveLength(2);
      expect(words.slice(8, -8)).not.toMatch(/~{3}/);
    }),
  );
});

test("a character that the cut would halve is no half character to an endpoint, which would refuse it", () => {
  expect(fenced("ab😀", 3).isWellFormed()).toBe(true);
});

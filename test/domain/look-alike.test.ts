import { expect, test } from "vitest";
import { looksLike } from "../../src/domain/look-alike.ts";

test.each([
  ["fairholm-bakary.example", "fairholm-bakery.example", true],
  ["fairholmbakery.example", "fairholm-bakery.example", true],
  ["fairho1m-bakery.example", "fairholm-bakery.example", true],
  ["fairholm-bakery.example", "fairholm-bakery.example", false],
  ["larkspur-books.example", "fairholm-bakery.example", false],
  ["abd.org", "abc.org", false],
])("%s beside %s: %s (R38)", (domain, known, expected) => {
  expect(looksLike(domain, known)).toBe(expected);
});

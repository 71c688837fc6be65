import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flowed, type TextLine } from "../../src/mail/flowed.ts";

const own = (text: string): readonly TextLine[] => text.split("\n").map((line) => ({ depth: 0, text: line }));

/** Reads format=flowed as RFC 3676 section 4 tells a receiver to, by nothing of ours. */
function unflowed(wire: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let open: TextLine | null = null;
  for (const raw of wire.split("\n")) {
    const depth = /^>*/.exec(raw)?.[0].length ?? 0;
    const text = raw.slice(depth).replace(/^ /, "");
    const whole: TextLine = open?.depth === depth ? { depth, text: open.text + text } : { depth, text };
    if (open !== null && open.depth !== depth) lines.push(open);
    open = text.endsWith(" ") && text !== "-- " ? whole : null;
    if (open === null) lines.push(whole);
  }
  return open === null ? lines : [...lines, open];
}

const words = fc.array(
  fc.constantFrom(
    "a",
    "-- ",
    "--",
    " ",
    "  ",
    ">",
    "> ",
    "From ",
    "From",
    "Zoë",
    "long",
    "x".repeat(90),
    "寿司",
    "\t",
  ),
  { maxLength: 60 },
);
/** What ends in spaces looks the same without them. */
const seen = ({ depth, text }: TextLine): TextLine => ({
  depth,
  text: text === "-- " ? text : text.replace(/ +$/, ""),
});

describe("format=flowed", () => {
  test("a program that knows the format joins exactly the paragraphs that were approved, quotes at their depth", () => {
    const lines = fc.array(
      fc.record({ depth: fc.integer({ min: 0, max: 4 }), text: words.map((parts) => parts.join("")) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(lines, (written) => {
        expect(unflowed(flowed(written))).toEqual(written.map(seen));
      }),
      { numRuns: 3_000 },
    );
  });

  test("any other program shows lines of 72 columns at most, save for a word that is longer itself", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(..."abc, "), maxLength: 9 })), (parts) => {
        for (const depth of [0, 1, 3]) {
          const wire = flowed([{ depth, text: parts.join(" ") }]);
          expect(Math.max(...wire.split("\n").map((line) => line.trimEnd().length))).toBeLessThanOrEqual(73);
        }
      }),
    );
  });

  test("a line that begins with a space, a quote mark or From is stuffed, the signature's mark is not joined", () => {
    expect(flowed(own("> no quote\n two\nFrom here\nSam\n-- \nDesigner  \n\nEnd"))).toBe(
      " > no quote\n  two\n From here\nSam\n-- \nDesigner\n\nEnd",
    );
  });

  test("breaks are soft, behind the space between two words", () => {
    expect(flowed(own(`${"word ".repeat(20)}end`))).toBe(`${"word ".repeat(14)}\n${"word ".repeat(6)}end`);
    expect(flowed([{ depth: 2, text: `${"word ".repeat(20)}end` }])).toBe(
      `>> ${"word ".repeat(14)}\n>> ${"word ".repeat(6)}end`,
    );
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { isQuotedOtherwise } from "../../src/domain/quoted-draft.ts";

const draft =
  "Dear Greg,\n\nThank you for the time you took for me on Thursday. I would be glad to go further, and I am happy to send anything that helps.\n\nKind regards,\nAna";
const quoted = (text: string) =>
  `1 ok\n\nOn Friday Afterword wrote:\n> 1. Thank you to Greg\n${text.replaceAll(/^/gm, "> ")}\n> Reply "1 ok"`;

test("a quote as it was is no edit, whatever a mail program does to its lines, marks and signs", () => {
  expect(isQuotedOtherwise(quoted(draft), draft)).toBe(false);
  expect(isQuotedOtherwise(quoted(draft.replaceAll("\n\n", "\n").replaceAll(" for ", "\nfor ")), draft)).toBe(
    false,
  );
  expect(isQuotedOtherwise(draft.replaceAll(/^/gm, ">> "), draft)).toBe(false);
  expect(isQuotedOtherwise(draft.replaceAll(",", " ,").toUpperCase(), draft)).toBe(false);
});

test("one word more, less or other in the middle is an edit", () => {
  for (const edited of [
    draft.replace("glad", "very glad"),
    draft.replace("Thursday", "Tuesday"),
    draft.replace(" that helps", ""),
  ])
    expect(isQuotedOtherwise(quoted(edited), draft)).toBe(true);
});

test("an answer that quotes nothing, something else, or a piece is no edit", () => {
  expect(isQuotedOtherwise("1 ok", draft)).toBe(false);
  expect(isQuotedOtherwise(`1 ok\n> ${"Something else altogether. ".repeat(20)}`, draft)).toBe(false);
  expect(isQuotedOtherwise("1 ok\n> Dear Greg,\n> Thank you for the time you took", draft)).toBe(false);
});

test("re-broken at any width it is no edit", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 100 }), (width) => {
      const broken = draft.replaceAll(new RegExp(`(.{1,${width}})(?: |$)`, "gm"), "$1\n");
      expect(isQuotedOtherwise(quoted(broken), draft)).toBe(false);
    }),
  );
});

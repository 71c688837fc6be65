import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnswerableItem } from "../../src/domain/approval.ts";
import { readReply } from "../../src/domain/reply-grammar.ts";
import { goTogether, wishForms } from "../../src/domain/reply-setting.ts";

const items: AnswerableItem[] = [
  { n: 1, type: "draft" },
  { n: 2, type: "candidacy" },
  { n: 3, type: "standing" },
  { n: 4, type: "question", asks: "kind" },
  { n: 5, type: "standing" },
  { n: 6, type: "unconfirmed" },
  { n: 7, type: "question", asks: "occasion" },
];
const said = (text: string) => readReply(text, items).decisions;
const doubts = (text: string) => readReply(text, items).doubts.map(({ question }) => question);

describe("how long to wait", () => {
  test.each([
    ["3 every 10 days", 7],
    ["3 every 2 weeks", 10],
    ["3 every 8 working days", 8],
    ["3: every week", 5],
    ["3 every day", 1],
    ["3 every 2 days", 1],
    ["3 every 3 days", 2],
    ["3 every other week", 10],
    ["3 every three weeks, please", 15],
    ["Line 3 every fortnight.", 10],
    ["3 every 12 weeks", 60],
    ["3 every 60 working days", 60],
    ["3 every 84 days", 60],
  ])("%j is %i working days", (text, workingDays) => {
    expect(said(text)).toEqual([{ type: "every", item: 3, workingDays }]);
    expect(doubts(text)).toEqual([]);
  });

  test.each([
    "3 every 0 days",
    "3 every 13 weeks",
    "3 every 61 working days",
    "3 every 86 days",
    "3 every month",
    "3 every time",
    "3 every 10 days or so",
    "3 every",
  ])("%j is asked back with what can be written", (text) => {
    expect(said(text)).toEqual([]);
    expect(doubts(text)).toHaveLength(1);
  });

  test("what can be written is told", () => {
    expect(doubts("3 every month")[0]).toContain('"10 days", "2 weeks" or "8 working days"');
  });
});

test.each([
  ["3 as usual", { type: "as_usual", item: 3 }],
  ["2 no more", { type: "no_more", item: 2 }],
  ["2: no more mails, thanks", { type: "no_more", item: 2 }],
  ["5 small company", { type: "size", item: 5, size: "small" }],
  ["5 small", { type: "size", item: 5, size: "small" }],
  ["5 is a small company", { type: "size", item: 5, size: "small" }],
  ["5 large", { type: "size", item: 5, size: "large" }],
  ["5 public sector", { type: "size", item: 5, size: "public sector" }],
  ["5 agency", { type: "size", item: 5, size: "agency" }],
  ["5 is a charity", { type: "size", item: 5, size: "charity" }],
])("%j", (text, decision) => {
  expect(said(text)).toEqual([decision]);
  expect(doubts(text)).toEqual([]);
});

test("every form that the documentation shows is understood", () => {
  for (const { write } of wishForms) expect(said(write), write).toHaveLength(1);
});

describe("prose does nothing", () => {
  test.each([
    "See you in 10 days",
    "2 small things",
    "I see them every 10 days",
    "There is no more to say.",
    "No more than 3",
    "It is as usual, 3 people were there",
    "We talked about 2 small companies and 5 large ones",
    "They have 5 large offices",
    "3 agency people came",
    "A small company",
    "every 10 days",
    "as usual",
  ])("%j", (text) => {
    expect(said(text)).toEqual([]);
  });

  test("a wish beside words that say something else is asked back", () => {
    for (const text of [
      "2 no more, or perhaps later",
      "I have 3 kids, 2 small",
      "2 no more\nActually, wait.",
    ]) {
      expect(said(text), text).toEqual([]);
      expect(doubts(text).length, text).toBeGreaterThan(0);
    }
  });
});

describe("which lines take a wish", () => {
  test.each([1, 2, 3, 7])("line %i stands for a candidacy or a draft", (n) => {
    expect(said(`${n} no more`)).toEqual([{ type: "no_more", item: n }]);
  });

  test("a question about a mail and a mail that could not be confirmed are none, and say what fits them", () => {
    expect(said("4 no more, 6 every 2 weeks")).toEqual([]);
    expect(doubts("4 no more")[0]).toContain('"4 yes" or "4 no"');
    expect(doubts("6 small")[0]).toContain('"6 was sent"');
  });

  test("a number that the digest had not is asked back", () => {
    expect(said("9 no more")).toEqual([]);
    expect(doubts("9 no more")).toEqual(["That digest had no number 9."]);
  });
});

describe("beside other words about the same line", () => {
  test("an approval, a rhythm and a size go together", () => {
    expect(said("1 ok, 1 every 2 weeks\n1 small company")).toEqual([
      { type: "every", item: 1, workingDays: 10 },
      { type: "approve", item: 1 },
      { type: "size", item: 1, size: "small" },
    ]);
    expect(said("1 skip, 1 no more")).toHaveLength(2);
  });

  test.each([
    "1 ok, 1 no more",
    "3 every 2 weeks, 3 as usual",
    "3 every 2 weeks, 3 every 3 weeks",
    "5 small, 5 large",
    "2 no more, 2 undo",
    "2 no more, 2 reopen",
    "2 no more, 2 every 2 weeks",
  ])("%j is asked back, for it says two things", (text) => {
    expect(said(text)).toEqual([]);
    expect(doubts(text)[0]).toContain("You said two different things about");
  });

  test("the same said twice is said once", () => {
    expect(said("2 no more\n2 no more")).toEqual([{ type: "no_more", item: 2 }]);
  });
});

test("whatever is written, two decisions about one line go together, and none is about a line that the digest had not", () => {
  const pieces = fc.constantFrom(
    ..."1 2 3 4 5 7 99 every 10 days 2 weeks as usual no more small company large agency ok skip later undo is offer and , ; not I the \n".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (words) => {
      const { decisions } = readReply(words.join(" "), items);
      for (const [n, several] of Map.groupBy(decisions, (decision) => decision.item)) {
        expect(items.some((item) => item.n === n)).toBe(true);
        for (const [at, one] of several.entries())
          expect(several.slice(at + 1).every((other) => goTogether(one, other))).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

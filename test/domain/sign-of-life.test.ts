import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { aliveLines, isSignOfLifeDue, openInWords } from "../../src/domain/sign-of-life.ts";

const day = (date: string) => Temporal.PlainDate.from(date);

test.each([
  ["2026-05-28", false],
  ["2026-05-29", true],
  ["2026-06-30", true],
])("after a mail on 22 May 2026 a sign of life on %s: %s", (today, due) => {
  expect(isSignOfLifeDue(day("2026-05-22"), day(today))).toBe(due);
});

test("open candidacies are counted by where they stand, the most urgent first; closed and signed ones are over", () => {
  expect(
    openInWords([
      "interviewing",
      "closed",
      "offered",
      "interviewing",
      "signed",
      "keeping_in_touch",
      "applied",
    ]),
  ).toBe("5 candidacies are open: 1 with an offer, 2 interviewing, 1 applied, 1 keeping in touch.");
  expect(openInWords(["accepted", "closed"])).toBe("1 candidacy is open: 1 accepted.");
  expect(openInWords(["closed"])).toBe("No candidacy is open; an invitation to an interview opens one.");
});

test("each mailbox is named with when it was last read, and what is not known is said", () => {
  const mailboxes = [
    { address: "sam@reed.example", lastRead: "today at 07:28" },
    { address: "work@reed.example", lastRead: null },
  ];
  expect(aliveLines({ mailboxes, candidacies: "No candidacy is open.", next: null })).toEqual([
    "I watch sam@reed.example, last read today at 07:28.",
    "I watch work@reed.example, which I have not read yet.",
    "No candidacy is open.",
    "Nothing is planned next.",
  ]);
});

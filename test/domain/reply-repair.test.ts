import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { AnswerableItem } from "../../src/domain/approval.ts";
import { kinds } from "../../src/domain/assessment.ts";
import { kindSaid, kindsToSay, kindWords } from "../../src/domain/kind-words.ts";
import { dayMeant } from "../../src/domain/later.ts";
import { readReply } from "../../src/domain/reply-grammar.ts";

const items: AnswerableItem[] = [
  { n: 1, type: "draft" },
  { n: 2, type: "candidacy" },
  { n: 3, type: "question", asks: "kind" },
  { n: 4, type: "question", asks: "belongs" },
  { n: 5, type: "standing" },
  { n: 6, type: "question", asks: "time" },
  { n: 7, type: "question", asks: "which" },
  { n: 8, type: "question", asks: "follow" },
];
const said = (text: string, of = items) => readReply(text, of).decisions;
const doubts = (text: string, of = items) => readReply(text, of).doubts.map(({ question }) => question);

describe("what a mail is, in plain words", () => {
  test.each([
    ["2 is offer", "offer"],
    ["2 is an offer", "offer"],
    ["2: is a rejection.", "rejection"],
    ["2 is no", "rejection"],
    ["3 is an invitation", "interview_invitation"],
    ["3 is nothing", "unrelated"],
    ["“3 is nothing”", "unrelated"],
    ["3 IS NOT NOW", "no_for_now"],
    ["line 3 is a newsletter, thanks", "newsletter_job_alert"],
    ["please 2 is cancelled", "interview_cancelled"],
    ["2 is interview_rescheduled", "interview_rescheduled"],
  ])("%j", (text, kind) => {
    expect(said(text)).toMatchObject([{ type: "is", kind }]);
    expect(doubts(text)).toEqual([]);
  });

  test("every kind has words of its own, and none of them means two things", () => {
    const words = kinds.flatMap((kind) => kindWords[kind].says);
    expect(new Set(words).size).toBe(words.length);
    for (const kind of kinds) {
      expect(kindWords[kind].says.length).toBeGreaterThan(1);
      for (const word of kindWords[kind].says) expect(kindSaid(word), word).toBe(kind);
    }
    for (const word of kindsToSay.split(", ")) expect(kindSaid(word), word).not.toBeNull();
  });

  test.each([
    "2 is good",
    "2 is not an offer",
    "2 is an offer?",
    "2 is an offer, I think",
    "2 is an offer or a rejection",
    "2 is ok",
    "2 is",
  ])("%j is asked back", (text) => {
    expect(said(text)).toEqual([]);
    expect(doubts(text).length).toBeGreaterThan(0);
  });

  test("an unknown word is answered with the words that are known", () => {
    expect(doubts("2 is good")[0]).toContain("offer, rejection, invitation, nothing");
  });
});

describe("when an interview is", () => {
  test.each([
    ["6 at 4 March 14:00", "4 march", "14:00"],
    ["6 at 14:00 on 4 March", "4 march", "14:00"],
    ["6 at Friday 2pm", "friday", "14:00"],
    ["6 is at Friday at 2:30 pm", "friday", "14:30"],
    ["6 on fri at 9.15", "fri", "09:15"],
    ["6 at 14:00", "", "14:00"],
    ["6 at noon", "", "12:00"],
    ["6 at 12 am on 4 march", "4 march", "00:00"],
    ["6 on tomorrow", "tomorrow", null],
    ["6 at 2027-03-04 14:00", "2027-03-04", "14:00"],
  ])("%j", (text, day, time) => {
    expect(said(text)).toEqual([{ type: "at", item: 6, day, time }]);
    expect(doubts(text)).toEqual([]);
  });

  test.each([
    "6 at 3:30",
    "6 at 4/3 14:00",
    "6 at 25:00",
    "6 at 14:75",
    "6 at the office",
    "6 at 13 pm",
    "6 at 4 March or 5 March",
  ])("%j can be read in two ways or in none, and is asked back", (text) => {
    expect(said(text)).toEqual([]);
    expect(doubts(text)[0]).toContain("4 at friday 14:00");
  });

  test("a weekday is the next one, a day of a month this year's or the next's, and a day off stays", () => {
    const today = Temporal.PlainDate.from("2026-05-22");
    expect(dayMeant("monday", today)?.toString()).toBe("2026-05-25");
    expect(dayMeant("4 march", today)?.toString()).toBe("2027-03-04");
    expect(dayMeant("today", today)?.toString()).toBe("2026-05-22");
  });
});

describe("whose it is", () => {
  test.each([
    ["move 2 to 5", { type: "move", item: 2, to: { line: 5 } }],
    ["2 move to 5", { type: "move", item: 2, to: { line: 5 } }],
    ["Move 2 to ABC Foods Ltd.", { type: "move", item: 2, to: { employer: "abc foods ltd" } }],
    ["merge 5 into 2", { type: "merge", item: 5, to: { line: 2 } }],
    ["merge 5 to #2 please", { type: "merge", item: 5, to: { line: 2 } }],
    ["split 5", { type: "split", item: 5 }],
    ["5 split!", { type: "split", item: 5 }],
  ])("%j", (text, decision) => {
    expect(said(text)).toEqual([decision]);
    expect(doubts(text)).toEqual([]);
  });

  test.each([
    "move 2",
    "move 2 5",
    "move 2 to",
    "merge 5 with 2",
    "merge 5 and 2",
    "split 5 ways",
    "move 9 to 5",
    "move 2 to 9",
    "merge 5 into 99",
  ])("%j is asked back", (text) => {
    expect(said(text)).toEqual([]);
    expect(doubts(text).length).toBeGreaterThan(0);
  });
});

describe("beside other words", () => {
  test("a repair and an approval may stand in one line or in two", () => {
    const expected = [
      { type: "approve", item: 1 },
      { type: "is", item: 2, kind: "offer" },
    ];
    for (const text of ["1 ok, 2 is offer", "2 is offer; 1 ok", "1 ok and 2 is an offer", "1 ok\n2 is offer"])
      expect(
        said(text).toSorted((a, b) => a.item - b.item),
        text,
      ).toEqual(expected);
  });

  test("two different words about one mail are asked back", () => {
    expect(said("2 is offer\n2 is rejection")).toEqual([]);
    expect(said("2 reopen\n2 is offer")).toEqual([]);
  });

  test("a word about the line that something goes to is asked back as well, for both would touch it", () => {
    expect(said("merge 5 into 1\n1 ok")).toEqual([{ type: "approve", item: 1 }]);
    expect(doubts("merge 5 into 1\n1 ok")[0]).toContain("something else about 1");
  });

  test("a line with a doubtful half does nothing", () => {
    expect(said("2 is offer, but I am not sure")).toEqual([]);
    expect(said("move 2 to 5, or rather not")).toEqual([]);
    expect(said("2 is offer\nActually, wait.")).toEqual([]);
  });

  test("what only sounds like one is prose", () => {
    for (const text of [
      "My interview at 2 is an offer of friendship.",
      "I will move to London in 2 weeks",
      "Let us split the bill",
    ]) {
      expect(said(text), text).toEqual([]);
      expect(doubts(text), text).toEqual([]);
    }
  });

  test("a line that is only told of leaves a bare word its meaning", () => {
    const of: AnswerableItem[] = [
      { n: 1, type: "draft" },
      { n: 2, type: "standing" },
    ];
    expect(said("ok", of)).toEqual([{ type: "approve", item: 1 }]);
    expect(said("ok", [{ n: 1, type: "standing" }])).toEqual([]);
  });
});

describe("yes and no", () => {
  test("fit a question that can be answered so", () => {
    expect(said("3 yes, 4 yes, 8 no")).toEqual([
      { type: "answer", item: 3, yes: true },
      { type: "answer", item: 4, yes: true },
      { type: "answer", item: 8, yes: false },
    ]);
  });

  test("`yes` to when or whose is asked back with the words that answer it; `no` is an answer", () => {
    expect(said("6 yes")).toEqual([]);
    expect(doubts("6 yes")[0]).toContain('"6 at friday 14:00"');
    expect(doubts("7 yes")[0]).toContain('"move 7 to"');
    expect(said("7 no")).toEqual([{ type: "answer", item: 7, yes: false }]);
  });
});

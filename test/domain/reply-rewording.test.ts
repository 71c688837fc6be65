import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnswerableItem } from "../../src/domain/approval.ts";
import { readReply } from "../../src/domain/reply-grammar.ts";
import { closingOf, rewordingsIn } from "../../src/domain/reply-rewording.ts";

const items: AnswerableItem[] = [
  { n: 1, type: "draft" },
  { n: 2, type: "draft" },
  { n: 3, type: "question" },
];
const decisions = (text: string) => readReply(text, items).decisions;

describe("a wish for other words", () => {
  test.each([
    ["2: shorter please", "shorter please"],
    [
      "#2: shorter, mention Gary and the warehouse question",
      "shorter, mention Gary and the warehouse question",
    ],
    ["2: etwas kürzer, bitte ohne den letzten Satz", "etwas kürzer, bitte ohne den letzten Satz"],
  ])("%s", (text, wish) => expect(decisions(text)).toEqual([{ type: "revise", item: 2, wish }]));

  test("stands beside other answers", () => {
    expect(decisions("1 ok\n2: mention the night shift\n3 yes")).toEqual([
      { type: "revise", item: 2, wish: "mention the night shift" },
      { type: "approve", item: 1 },
      { type: "answer", item: 3, yes: true },
    ]);
  });

  test.each(["2: ok", "2: yes", "2: skip", "2: later friday", "2: no"])(
    "%s is an answer and no wish",
    (text) => expect(decisions(text).map(({ type }) => type)).not.toContain("revise"),
  );
  test.each([
    "2: wait",
    "2: hold on",
    "2: please send it on Monday",
    "2: yes but shorter",
    "3: shorter please",
    "4: shorter please",
  ])("%s is no wish, and nothing is sent", (text) => expect(decisions(text)).toEqual([]));

  test("with an approval of the same draft beside it is asked back: nothing happens to it", () => {
    const reading = readReply("2 ok\n2: shorter please", items);
    expect(reading.decisions).toEqual([]);
    expect(reading.doubts).toHaveLength(1);
  });
});

describe("the person's own text", () => {
  const mail = "Dear Greg,\n\nThank you for Thursday.\n\nBest,\nAna";
  test.each(["2 send:", "2: send:", "#2 Send this:", "2 sende:", "2 envoie:", "2 stuur:"])(
    "behind %s",
    (head) => expect(decisions(`${head} ${mail}`)).toEqual([{ type: "replace", item: 2, text: mail }]),
  );

  test("keeps its paragraphs, and its lines decide nothing: numbers and yeses in it are words of the mail", () => {
    const text = "Dear Greg,\n\nYes, Tuesday is fine.\n1. the plan\n2. the people\nAna";
    expect(decisions(`2 send:\n${text}`)).toEqual([{ type: "replace", item: 2, text }]);
  });

  test("ends where another text begins; answers stand above it", () => {
    expect(decisions(`1 ok\n2 send: ${mail}`)).toEqual([
      { type: "replace", item: 2, text: mail },
      { type: "approve", item: 1 },
    ]);
    expect(decisions(`2 send: ${mail}\n1 send: ${mail}`)).toEqual([
      { type: "replace", item: 2, text: mail },
      { type: "replace", item: 1, text: mail },
    ]);
  });

  test("a numbered line of the letter never decides about another draft: the whole text is asked back", () => {
    for (const line of ["1. Yes", "1 ok", "3. No", "1 later friday"]) {
      const reading = readReply(
        `2 send: Dear Greg,\n\nYou had three questions:\n${line}\n\nBest,\nAna`,
        items,
      );
      expect(reading.decisions).toEqual([]);
      expect(reading.doubts).toHaveLength(1);
    }
  });

  test.each([
    "ok",
    "yes please",
    "no, wait until Monday please",
    "wait",
    "Dear Greg,\n\nThank you for Thursday.\n\nActually wait, do not send this yet.",
    "Dear Greg,\n\nThank you for Thursday.\n\nAna\n\nstop",
  ])("that reads like an answer is asked back: %j", (text) => {
    const reading = readReply(`2 send: ${text}`, items);
    expect(reading.decisions).toEqual([]);
    expect(reading.doubts).toHaveLength(1);
  });

  test.each(["1: no, shorter please", "2: shorter please", "pause 2w"])(
    "with %s below it is asked back: that line may be for us, and nothing is sent",
    (line) => {
      const reading = readReply(`2 send: ${mail}\n${line}`, items);
      expect(reading.decisions).toEqual([]);
      expect(reading.doubts).toHaveLength(1);
    },
  );

  test("for a question is none", () => {
    expect(decisions("3 send: hello there")).toEqual([]);
  });

  test("goes on with the closing that was taken for a signature, without what a mail program puts below", () => {
    const closing = closingOf("Cheers,\nAna\nSent from my phone\n+44 20 7946 0000", "Ana Reyes");
    expect(closing).toBe("Cheers,\nAna");
    expect(rewordingsIn("2 send: Hi Greg,\n\nThanks.", items, closing).rewordings[0]?.decision).toEqual({
      type: "replace",
      item: 2,
      text: "Hi Greg,\n\nThanks.\n\nCheers,\nAna",
    });
    expect(closingOf("ACME Ltd\nRegistered in England", "Ana Reyes")).toBe("");
    expect(closingOf("--\nBig Mill Ltd\nBuyer\nAna Reyes", "Ana Reyes")).toBe("");
  });
});

test("whatever is written, only a line with the number of a draft rewords it, and what is left is what was there", () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "2: shorter please",
      "1 send: Dear Greg",
      "2 ok",
      "hello",
      "",
      "9: shorter please",
      "3 send: x",
    ),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const { rewordings, doubts, rest } = rewordingsIn(lines.join("\n"), items);
      for (const { decision } of rewordings) expect([1, 2]).toContain(decision.item);
      if (rewordings.length + doubts.length === 0)
        expect(rest).toBe(lines.join("\n").split(/\r?\n/).join("\n"));
    }),
  );
});

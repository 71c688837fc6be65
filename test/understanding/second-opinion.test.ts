import { describe, expect, test } from "vitest";
import { certaintyOf } from "../../src/domain/certainty.ts";
import { assess } from "../../src/understanding/assess.ts";
import { noHolidays } from "../../src/understanding/when/work-days.ts";
import { ana, messageOf } from "../support/message.ts";

const vague = messageOf({
  subject: "Your application",
  text: "Hi Ana,\n\nThe kettle is on and Greg has cleared his desk.\n\nJo",
});
const read = (message: typeof vague, kind: Parameters<typeof assess>[3] & object) =>
  assess(message, ana, noHolidays, kind);

test("what the rules leave open, a model may settle, with words that stand in the mail", () => {
  const opinion = {
    kind: "interview_invitation",
    confidence: 0.9,
    quotes: ["Greg has cleared his desk"],
  } as const;
  expect(assess(vague, ana).confidence).toBeLessThan(0.7);
  expect(read(vague, opinion)).toMatchObject({
    kind: "interview_invitation",
    by: "model",
    evidence: ["Greg has cleared his desk"],
  });
});

test("a verdict that quotes what is not in the mail is discarded", () => {
  const opinion = {
    kind: "interview_invitation",
    confidence: 0.9,
    quotes: ["we invite you to an interview"],
  } as const;
  expect(read(vague, opinion).by).toBe("rules");
});

test("a model does not overrule words that the rules are sure of", () => {
  const no = messageOf({ text: "Unfortunately, we have decided to move forward with another candidate." });
  const opinion = { kind: "offer", confidence: 1, quotes: ["we have decided to move forward"] } as const;
  expect(read(no, opinion)).toMatchObject({ kind: "rejection", by: "rules" });
});

describe("a model never closes, offers or withdraws alone: it makes a question", () => {
  test.each(["rejection", "offer", "offer_withdrawn", "no_for_now"] as const)("%s", (kind) => {
    const read1 = read(vague, { kind, confidence: 1, quotes: ["Greg has cleared his desk"] });
    expect(read1.kind).toBe(kind);
    expect(certaintyOf(read1)).toBe("asks");
  });
});

test("a model cannot make a bounce or an automatic answer of a mail: that its structure says", () => {
  expect(read(vague, { kind: "bounce", confidence: 1, quotes: ["Greg has cleared his desk"] }).kind).not.toBe(
    "bounce",
  );
});

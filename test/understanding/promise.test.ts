import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { promiseIn } from "../../src/understanding/when/promise.ts";

const monday = Temporal.ZonedDateTime.from("2026-05-18T10:00[Europe/London]");
const friday = Temporal.ZonedDateTime.from("2026-05-22T10:00[Europe/London]");
const due = (text: string, at = monday): string | null => promiseIn(text, at)?.due.toString() ?? null;

test.each([
  ["We will let you know by Friday.", "2026-05-22"],
  ["We'll be in touch before Friday.", "2026-05-21"],
  ["You will hear from us by the end of next week.", "2026-05-29"],
  ["You'll hear from us by the end of the week.", "2026-05-22"],
  ["We should have an answer for you next week.", "2026-05-29"],
  ["We hope to get back to you early next week.", "2026-05-27"],
  ["We will come back to you within 5 working days.", "2026-05-25"],
  ["We aim to reply within two weeks.", "2026-06-01"],
  ["Expect to hear from us in 2-3 weeks.", "2026-06-08"],
  ["You can expect to hear from us in 2-3 weeks.", "2026-06-08"],
  ["Decision by 22 May.", "2026-05-22"],
  ["A decision will be made by the end of May.", "2026-05-29"],
  ["We will make a decision by the end of the month.", "2026-05-29"],
  ["By Friday 22 May, we will let you know how we go on.", "2026-05-22"],
  ["The panel will decide on Wednesday.", "2026-05-20"],
  ["Greg said they decide by Friday", "2026-05-22"],
  ["They'll let me know by the 27th.", "2026-05-27"],
  ["I will write to you tomorrow.", "2026-05-19"],
  ["We will contact all candidates in the first week of June.", "2026-06-05"],
  ["We plan to make a decision in the week of 25 May.", "2026-05-29"],
  ["If you have questions, let me know, and we will be in touch by Thursday.", "2026-05-21"],
  ["We'll get back to you by 07/06/2026.", null],
  ["We will let you know by Wednesday 22 May 2026.", null],
])("written on Monday 18 May 2026: %s -> %s", (text, expected) => {
  expect(due(text)).toBe(expected);
});

test.each([
  "Please let us know by Friday whether you can come.",
  "Please complete the form by 22 May.",
  "We will be in touch soon.",
  "We won't be able to decide by Friday.",
  "We had hoped to let you know by Friday.",
  "We would appreciate your answer by Friday.",
  "We will call you on Thursday at 14:00.",
  "Your interview is on Friday 22 May at 10:00.",
  "I was in Leeds on Friday.",
])("no promise: %s", (text) => {
  expect(due(text)).toBeNull();
});

test("by Friday, said on a Friday, means the next one", () => {
  expect(due("We will let you know by Friday.", friday)).toBe("2026-05-29");
});

test("the end of the week, said on a Saturday, is that of the week to come", () => {
  expect(
    due(
      "You will hear from us by the end of the week.",
      Temporal.ZonedDateTime.from("2026-05-23T10:00[Europe/London]"),
    ),
  ).toBe("2026-05-29");
});

test("working days skip the employer's holidays, and so does the end of a week", () => {
  const holidays = (day: string) => day === "2026-05-25" || day === "2026-05-29";
  expect(
    promiseIn(
      "We reply within 5 working days; we will be in touch within 5 working days.",
      monday,
      holidays,
    )?.due.toString(),
  ).toBe("2026-05-26");
  expect(promiseIn("We will be in touch by the end of next week.", monday, holidays)?.due.toString()).toBe(
    "2026-05-28",
  );
});

test("a promise keeps the sentence it was made in", () => {
  expect(
    promiseIn("Thank you for coming. We will let you know by Friday. Have a good week.", monday)?.quote,
  ).toBe("We will let you know by Friday.");
});

test.each([
  "If you have not heard from us by 29 May, please assume that you were unsuccessful.",
  "Should you not hear from us by 29 May, please consider your application closed.",
  "Only shortlisted candidates will be contacted by 29 May.",
])("silence is a no: %s", (text) => {
  expect(promiseIn(text, monday)).toMatchObject({ silenceIsNo: true });
  expect(due(text)).toBe("2026-05-29");
});

test("a plain promise is not a no by silence", () => {
  expect(promiseIn("We will let you know by 29 May.", monday)?.silenceIsNo).toBe(false);
});

import { expect, test } from "vitest";
import { assess } from "../../src/understanding/assess.ts";
import { ana, messageOf } from "../support/message.ts";

const factsOf = (text: string, given: Parameters<typeof messageOf>[0] = {}) =>
  assess(messageOf({ text, ...given }), ana).facts;
const startOf = (text: string, given: Parameters<typeof messageOf>[0] = {}) =>
  factsOf(text, given).interview?.start.toString() ?? null;

test.each([
  ["Your interview is confirmed for Thursday 21 May at 14:00.", "2026-05-21T14:00:00+01:00[Europe/London]"],
  ["Your interview is confirmed for Thursday at 2.", "2026-05-21T14:00:00+01:00[Europe/London]"],
  [
    "Your interview is confirmed for Thursday, 21 May 2026, 2pm ET.",
    "2026-05-21T14:00:00-04:00[America/New_York]",
  ],
  [
    "Your interview is confirmed for Thursday 21 May at 1:00 PM Houston time.",
    "2026-05-21T13:00:00-05:00[America/Chicago]",
  ],
  ["Your interview is confirmed for 21 July at 10:00 EST.", "2026-07-21T10:00:00-04:00[America/New_York]"],
  [
    "Your interview is confirmed.\n\nDate: Thursday 21 May 2026\nTime: 14:00 to 15:30\nLocation: 12 Harbour Street",
    "2026-05-21T14:00:00+01:00[Europe/London]",
  ],
  [
    "We need to move your interview from Tuesday 19 May at 10:00 to Thursday 21 May at 14:00.",
    "2026-05-21T14:00:00+01:00[Europe/London]",
  ],
])("%s -> %s", (text, expected) => {
  expect(startOf(text)).toBe(expected);
});

test("the end is known when the mail says how long it takes, else one hour is assumed", () => {
  expect(
    factsOf("Your interview is confirmed for Thursday 21 May at 14:00. It takes 45 minutes.").interview,
  ).toMatchObject({ endKnown: true });
  expect(
    factsOf(
      "Your interview is confirmed for Thursday 21 May at 14:00. It takes 45 minutes.",
    ).interview?.end.toString(),
  ).toContain("14:45");
  expect(factsOf("Your interview is confirmed for Thursday 21 May at 14:00.").interview).toMatchObject({
    endKnown: false,
  });
});

test("a range of hours and a place are read", () => {
  const interview = factsOf(
    "Your interview is confirmed.\n\nDate: Thursday 21 May 2026\nTime: 14:00 to 15:30\nLocation: 12 Harbour Street",
  ).interview;
  expect(interview?.end.toString()).toContain("T15:30");
  expect(interview?.place).toBe("12 Harbour Street");
});

test("a sender in another zone means their own clock", () => {
  expect(
    startOf("Your interview is confirmed for Thursday 21 May at 14:00.", {
      date: "2026-05-18T10:00:00+02:00",
    }),
  ).toBe("2026-05-21T14:00:00+02:00[+02:00]");
});

test.each([
  [
    "a Date header in UTC while the person lives elsewhere",
    "Your interview is confirmed for Thursday 21 May at 14:00.",
    { date: "2026-05-18T10:00:00+00:00" },
  ],
  [
    "a Date header without an offset",
    "Your interview is confirmed for Thursday 21 May at 14:00.",
    { date: "2026-05-18T10:00:00" },
  ],
  [
    "a zone name that means several",
    "Your interview is confirmed for Thursday 21 May at 14:00 IST.",
    { date: "2026-05-18T10:00:00+02:00" },
  ],
  ["a date that could be two days", "Your interview is confirmed for 05/06/2026 at 14:00.", {}],
  [
    "a weekday that contradicts its date",
    "Your interview is confirmed for Wednesday 21 May 2026 at 14:00.",
    {},
  ],
])("no guess: %s", (_, text, given) => {
  const facts = factsOf(text, given);
  expect(facts.interview).toBeNull();
  expect(facts.ambiguous.length).toBeGreaterThan(0);
});

test.each([
  "We would like to invite you to an interview. Would Tuesday 19 May at 10:00 or Thursday 21 May at 14:00 suit you?",
  "We would like to invite you to an interview on Thursday 21 May at 10:00 or 14:00, whichever you prefer.",
  "We would like to invite you to an interview. Please tell us your availability on Thursday 21 May after 14:00.",
])("times to choose from stay open: %s", (text) => {
  expect(startOf(text)).toBeNull();
});

test("a time in the past is no interview to come", () => {
  expect(
    startOf(
      "Thank you for Thursday 14 May 2026 at 14:00. We would like to invite you to an interview with the team.",
    ),
  ).toBeNull();
});

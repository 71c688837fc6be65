import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { absenceIn } from "../../src/understanding/absence.ts";

const monday = Temporal.ZonedDateTime.from("2026-06-01T10:00[Europe/London]");
const back = (text: string): string | null => absenceIn(text, monday).returnDate?.toString() ?? null;

test.each([
  ["I am away until 12 June.", "2026-06-15"],
  ["I am out of the office until Monday.", "2026-06-09"],
  ["I will be back on Monday 15 June.", "2026-06-15"],
  ["I will be out of the office starting 2 June and will not return until 9 June 2026.", "2026-06-09"],
  ["I am on annual leave from 1 June to 10 June, returning on 11 June.", "2026-06-11"],
  ["I am travelling from 1 to 10 June.", "2026-06-11"],
  ["Ich bin bis 12. Juni nicht im Büro.", "2026-06-15"],
  ["I am away until 05/06/2026.", null],
  ["I am away at the moment and will answer when I can.", null],
  ["I was away until 12 May 2026.", null],
])("%s -> first day back %s", (text, expected) => {
  expect(back(text)).toBe(expected);
});

test("a return on a holiday moves to the working day after it", () => {
  const holiday = (day: string) => day === "2026-06-15";
  expect(absenceIn("I am away until 12 June.", monday, holiday).returnDate?.toString()).toBe("2026-06-16");
});

test.each([
  "Greg Miller has left the company.",
  "Greg no longer works at Northwind Traders. Please write to Priya.",
])("gone for good: %s", (text) => {
  expect(absenceIn(text, monday)).toMatchObject({ leftCompany: true, returnDate: null });
});

test("an absence is not a departure", () => {
  expect(absenceIn("I have left the office for today and am back on 3 June.", monday).leftCompany).toBe(
    false,
  );
});

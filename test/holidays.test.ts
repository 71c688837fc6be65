import { expect, test } from "vitest";
import { publicHolidays } from "../src/holidays.ts";

const { calendar } = publicHolidays();

test.each([
  ["GB", "Europe/London", "2026-05-25", "2026-05-26"],
  ["GB", "Europe/London", "2026-12-28", "2026-12-29"],
  ["US", "America/New_York", "2026-07-03", "2026-07-02"],
  ["US", "America/New_York", "2026-11-26", "2026-11-27"],
  ["DE", "Europe/Berlin", "2026-05-14", "2026-05-15"],
  ["NZ", "Pacific/Auckland", "2026-07-10", "2026-07-09"],
])("%s (%s): %s is a public holiday and %s is not", (country, zone, holiday, workday) => {
  expect(calendar(country, zone).isHoliday(holiday)).toBe(true);
  expect(calendar(country, zone).isHoliday(workday)).toBe(false);
});

test("a holiday of one region is a working day of the country: Bavaria's Corpus Christi, Scotland's 2 January", () => {
  expect(calendar("DE", "Europe/Berlin").isHoliday("2026-06-04")).toBe(false);
  expect(calendar("GB", "Europe/London").isHoliday("2026-01-02")).toBe(false);
});

test("a bank's half-day is a working day: Christmas Eve in Germany", () => {
  expect(calendar("DE", "Europe/Berlin").isHoliday("2026-12-24")).toBe(false);
});

test("a feast of several days is a holiday on each of them", () => {
  const riyadh = calendar("SA", "Asia/Riyadh");
  expect(["2026-05-26", "2026-05-27", "2026-05-28", "2026-05-29"].every(riyadh.isHoliday)).toBe(true);
  expect(riyadh.isHoliday("2026-05-30")).toBe(false);
});

test("a holiday is found in any spelling of the country, and in every year that is asked for", () => {
  const london = calendar("gb", "Europe/London");
  expect(london.isHoliday("2026-12-25") && london.isHoliday("2031-12-25")).toBe(true);
  expect(london.zone).toBe("Europe/London");
});

test("an unknown country has no holidays, so its weekdays are working days", () => {
  expect(calendar("XX", "UTC").isHoliday("2026-12-25")).toBe(false);
});

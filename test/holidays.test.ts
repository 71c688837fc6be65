import { describe, expect, test } from "vitest";
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

describe("with a region its own holidays count, and no others", () => {
  test.each([
    ["DE-BY", "Europe/Berlin", "2026-06-04", "Corpus Christi in Bavaria"],
    ["GB-SCT", "Europe/London", "2026-01-02", "2 January in Scotland"],
    ["GB-NIR", "Europe/London", "2026-03-17", "St Patrick's Day in Northern Ireland"],
    ["GB-ENG", "Europe/London", "2026-08-31", "the summer bank holiday in England"],
    ["US-CA", "America/Los_Angeles", "2026-03-31", "César Chávez Day in California"],
    ["CA-ON", "America/Toronto", "2026-02-16", "Family Day in Ontario"],
    ["CH-ZH", "Europe/Zurich", "2026-05-01", "Labour Day in Zurich"],
    ["AU-NSW", "Australia/Sydney", "2026-10-05", "Labour Day in New South Wales"],
  ])("%s (%s): %s is %s", (place, zone, day) => {
    expect(calendar(place, zone).isHoliday(day)).toBe(true);
    expect(calendar(place.slice(0, 2), zone).isHoliday(day)).toBe(false);
  });

  test("the country's own days stay: Christmas in Bavaria, Independence Day in California", () => {
    expect(calendar("DE-BY", "Europe/Berlin").isHoliday("2026-12-25")).toBe(true);
    expect(calendar("us-ca", "America/Los_Angeles").isHoliday("2026-07-03")).toBe(true);
  });

  test("another region's days do not count: Easter Monday in Scotland is a working day", () => {
    expect(calendar("GB-SCT", "Europe/London").isHoliday("2026-04-06")).toBe(false);
  });

  test("an unknown region has the country's days", () => {
    expect(calendar("DE-XX", "Europe/Berlin").isHoliday("2026-05-14")).toBe(true);
    expect(calendar("DE-XX", "Europe/Berlin").isHoliday("2026-06-04")).toBe(false);
  });
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

import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { dateIn, dueAt, startOf } from "../../src/domain/working-time.ts";
import { stretchAt } from "../../src/domain/zone-offset.ts";

const zones = [
  "Europe/London",
  "America/New_York",
  "Pacific/Auckland",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Pacific/Apia",
  "Africa/Cairo",
  "UTC",
  "+05:45",
];
const zone = fc.constantFrom(...zones);
const instant = fc
  .integer({ min: Date.UTC(2005, 0), max: Date.UTC(2035, 0) })
  .map((at) => Temporal.Instant.fromEpochMilliseconds(at));
const date = instant.map((at) => at.toZonedDateTimeISO("UTC").toPlainDate());
const nine = Temporal.PlainTime.from("09:00");

test("an instant has the date that Temporal gives it, in any zone and on days on which the clock changes", () => {
  fc.assert(
    fc.property(zone, instant, (zone, at) => {
      expect(dateIn(zone, at).toString()).toBe(at.toZonedDateTimeISO(zone).toPlainDate().toString());
    }),
    { numRuns: 2_000 },
  );
});

test("a date begins, and its sending hours begin, when Temporal says so, in any zone and on days on which the clock changes", () => {
  fc.assert(
    fc.property(zone, date, (zone, date) => {
      expect(startOf(zone, date).toString()).toBe(date.toZonedDateTime(zone).toInstant().toString());
      const calendar = { zone, isHoliday: () => false };
      const opens = date.toZonedDateTime({ timeZone: zone, plainTime: nine }).toInstant();
      expect(dueAt(calendar, date).toString()).toBe(opens.toString());
    }),
    { numRuns: 2_000 },
  );
});

test("the millisecond before a change of the clock belongs to the old offset, the change itself to the new one", () => {
  const change = Date.UTC(2026, 2, 29, 1);
  expect(stretchAt("Europe/London", change - 1).offset).toBe(0);
  expect(stretchAt("Europe/London", change).offset).toBe(3_600_000);
  expect(dateIn("Europe/London", Temporal.Instant.fromEpochMilliseconds(change)).toString()).toBe(
    "2026-03-29",
  );
});

test("a zone that nobody knows is refused", () => {
  expect(() => stretchAt("Mars/Olympus", 0)).toThrow(RangeError);
});

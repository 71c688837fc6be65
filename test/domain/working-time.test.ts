import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { laterDate } from "../../src/domain/later.ts";
import {
  addWorkingDays,
  dueAt,
  isWorkingDay,
  nextSendingTime,
  nextWorkingDay,
} from "../../src/domain/working-time.ts";
import { at, berlin, day, london, newYork, wall } from "./candidacy-facts.ts";

describe("working days", () => {
  test.each([
    ["GB", london, "2026-05-25"],
    ["US", newYork, "2026-05-25"],
    ["DE", berlin, "2026-05-14"],
  ])("a public holiday of %s is no working day, the days beside it are", (_country, calendar, iso) => {
    expect(isWorkingDay(calendar, day(iso))).toBe(false);
    expect(isWorkingDay(calendar, day(iso).add({ days: 1 }))).toBe(true);
    expect(isWorkingDay(calendar, addWorkingDays(calendar, day(iso).subtract({ days: 7 }), 1))).toBe(true);
  });

  test("Saturday and Sunday are no working days", () => {
    expect(isWorkingDay(london, day("2026-06-06"))).toBe(false);
    expect(isWorkingDay(london, day("2026-06-07"))).toBe(false);
  });

  test("two working days after Friday 22 May are Wednesday 27 May in London: Monday is a bank holiday", () => {
    expect(addWorkingDays(london, day("2026-05-22"), 2).toString()).toBe("2026-05-27");
    expect(addWorkingDays(london, day("2026-06-12"), 2).toString()).toBe("2026-06-16");
  });

  test("the next working day of a Friday is Monday, of a Friday before a holiday Tuesday", () => {
    expect(nextWorkingDay(london, day("2026-06-12")).toString()).toBe("2026-06-15");
    expect(nextWorkingDay(london, day("2026-05-22")).toString()).toBe("2026-05-26");
  });

  test("counting the working days between a date and the n-th after it gives n again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 40 }), (offset, n) => {
        const from = day("2026-01-01").add({ days: offset });
        const to = addWorkingDays(berlin, from, n);
        const between = Array.from({ length: from.until(to).days }, (_, ahead) =>
          from.add({ days: ahead + 1 }),
        );
        expect(between.filter((one) => isWorkingDay(berlin, one))).toHaveLength(n);
      }),
      { numRuns: 50 },
    );
  });

  test("working days backwards, and a calendar without any, are bugs of the caller", () => {
    expect(() => addWorkingDays(london, day("2026-05-22"), -1)).toThrow(RangeError);
    expect(() => nextWorkingDay({ zone: "UTC", isHoliday: () => true }, day("2026-05-22"))).toThrow(
      RangeError,
    );
  });
});

describe("the hours in which mail leaves", () => {
  test.each([
    ["the minute before nine waits for nine", "2026-06-10 08:59", "2026-06-10 09:00"],
    ["nine leaves at once", "2026-06-10 09:00", "2026-06-10 09:00"],
    ["the minute before five leaves at once", "2026-06-10 16:59", "2026-06-10 16:59"],
    ["five waits for the next morning", "2026-06-10 17:00", "2026-06-11 09:00"],
    ["Friday evening waits for Monday", "2026-06-12 17:00", "2026-06-15 09:00"],
    ["Saturday noon waits for Monday", "2026-06-13 12:00", "2026-06-15 09:00"],
    ["the evening before a bank holiday weekend waits for Tuesday", "2026-05-22 18:00", "2026-05-26 09:00"],
  ])("%s", (_words, from, expected) => {
    expect(wall(nextSendingTime(london, at(from)))).toBe(expected);
  });

  test("a chase that is approved on a Friday evening leaves on Tuesday, never on a Monday", () => {
    expect(wall(nextSendingTime(london, at("2026-06-12 17:00"), "chase"))).toBe("2026-06-16 09:00");
    expect(wall(nextSendingTime(london, at("2026-06-12 16:59"), "chase"))).toBe("2026-06-12 16:59");
    expect(wall(nextSendingTime(london, at("2026-06-15 10:00"), "chase"))).toBe("2026-06-16 09:00");
  });

  test("nine o'clock stays nine o'clock over both changes of the clock", () => {
    expect(dueAt(london, day("2026-03-27")).toString()).toBe("2026-03-27T09:00:00Z");
    expect(nextSendingTime(london, at("2026-03-27 17:30")).toString()).toBe("2026-03-30T08:00:00Z");
    expect(dueAt(london, day("2026-10-23")).toString()).toBe("2026-10-23T08:00:00Z");
    expect(nextSendingTime(london, at("2026-10-23 17:30")).toString()).toBe("2026-10-26T09:00:00Z");
  });

  test("every instant is answered with one inside the hours of a working day, and not earlier", () => {
    const start = at("2026-01-01 00:00").epochMilliseconds;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 730 * 1440 }),
        fc.constantFrom(london, newYork, berlin),
        fc.constantFrom("chase" as const, "courtesy" as const),
        (minutes, calendar, manner) => {
          const from = Temporal.Instant.fromEpochMilliseconds(start + minutes * 60_000);
          const leaves = nextSendingTime(calendar, from, manner);
          const local = leaves.toZonedDateTimeISO(calendar.zone);
          expect(Temporal.Instant.compare(leaves, from)).toBeGreaterThanOrEqual(0);
          expect(isWorkingDay(calendar, local.toPlainDate())).toBe(true);
          expect(local.hour >= 9 && local.hour < 17).toBe(true);
          expect(manner === "chase" && local.dayOfWeek === 1).toBe(false);
          expect(nextSendingTime(calendar, leaves, manner).equals(leaves)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("the words after later", () => {
  const friday = day("2026-06-12");

  test.each([
    ["", "2026-06-15", "nothing: the next working day"],
    ["tomorrow", "2026-06-15", "tomorrow is a Saturday: the working day after it"],
    ["fri", "2026-06-19", "fri on a Friday: the next one"],
    ["Friday", "2026-06-19", "the whole name"],
    ["mon", "2026-06-15", "another weekday"],
    ["until Thursday.", "2026-06-18", "until and a full stop"],
    ["sunday", "2026-06-15", "a Sunday: the working day after it"],
    ["next week", "2026-06-15", "next week begins on Monday"],
    ["3 days", "2026-06-15", "three days"],
    ["in 10 days", "2026-06-22", "ten days"],
    ["2 weeks", "2026-06-26", "two weeks"],
    ["a week", "2026-06-19", "a week"],
    ["24 June", "2026-06-24", "a day of this year"],
    ["June 24th", "2026-06-24", "the month first"],
    ["5 jan", "2027-01-05", "a day that has passed this year means next year"],
    ["2026-07-01", "2026-07-01", "an ISO date"],
  ])("%j is understood as %s (%s)", (words, expected) => {
    expect(laterDate(words, friday, london)?.toString()).toBe(expected);
  });

  test("a named day that is a bank holiday means the working day after it", () => {
    expect(laterDate("monday", day("2026-05-20"), london)?.toString()).toBe("2026-05-26");
    expect(laterDate("", day("2026-05-22"), london)?.toString()).toBe("2026-05-26");
  });

  test.each([
    "whenever",
    "2026-06-12",
    "2026-01-01",
    "0 days",
    "31 June",
    "2026-02-30",
    "friday or monday",
    "next friday",
  ])("%j is not understood and is asked back", (words) => {
    expect(laterDate(words, friday, london)).toBe(null);
  });
});

import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { listed, spokenMeetings } from "../../src/domain/spoken-meeting.ts";
import { at, interview } from "./candidacy-facts.ts";

const london = { employer: null, person: "Europe/London" };
const now = at("2026-05-18 09:00");
const thursday = interview("2026-05-21 14:00", "2026-05-21 15:00");

describe("an interview to come, in words", () => {
  test("has its day and hour", () => {
    expect(spokenMeetings([thursday], london, now)).toBe("Thursday 21 May at 14:00");
  });

  test("is told on the employer's clock, which is named where it is not the person's", () => {
    const zones = { employer: "America/New_York", person: "Pacific/Auckland" };
    expect(spokenMeetings([thursday], zones, now)).toBe("Thursday 21 May at 09:00 New York time");
    expect(spokenMeetings([thursday], { ...zones, person: "America/New_York" }, now)).toBe(
      "Thursday 21 May at 09:00",
    );
    const theirs = interview("2026-05-21 18:00", "2026-05-21 19:00", {}, "America/Argentina/Buenos_Aires");
    expect(spokenMeetings([theirs], london, now)).toBe("Thursday 21 May at 18:00 Buenos Aires time");
  });

  test("from a calendar in UTC it is told on the person's clock, by its name", () => {
    const utc = interview("2026-05-21 13:00", "2026-05-21 14:00", {}, "UTC");
    expect(spokenMeetings([utc], london, now)).toBe("Thursday 21 May at 14:00 London time");
    expect(spokenMeetings([utc], { employer: null, person: "UTC" }, now)).toBe(
      "Thursday 21 May at 13:00 UTC",
    );
    const offset = { ...utc, start: Temporal.ZonedDateTime.from("2026-05-21T15:00+02:00[+02:00]") };
    expect(spokenMeetings([offset], london, now)).toBe("Thursday 21 May at 14:00 London time");
  });

  test("several stand in their order; cancelled and past ones are none; a list is too much", () => {
    const friday = interview("2026-05-22 10:30", "2026-05-22 11:00");
    const past = interview("2026-05-18 08:00", "2026-05-18 08:30");
    expect(spokenMeetings([friday, { ...thursday, cancelled: true }, past], london, now)).toBe(
      "Friday 22 May at 10:30",
    );
    expect(spokenMeetings([friday, thursday], london, now)).toBe(
      "Thursday 21 May at 14:00 and Friday 22 May at 10:30",
    );
    expect(spokenMeetings([friday, thursday, friday, thursday], london, now)).toBeNull();
    expect(spokenMeetings([past], london, now)).toBeNull();
    expect(spokenMeetings([thursday], london, thursday.start.toInstant())).toBeNull();
  });
});

test("names are listed as one says them", () => {
  expect([["Jo"], ["Jo", "Hana"], ["Jo", "Hana", "Greg"]].map(listed)).toEqual([
    "Jo",
    "Jo and Hana",
    "Jo, Hana and Greg",
  ]);
});

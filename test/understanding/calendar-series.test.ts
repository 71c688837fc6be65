import { expect, test } from "vitest";
import { calendarUids, readCalendar } from "../../src/understanding/calendar/calendar.ts";
import { icsOf, messageOf } from "../support/message.ts";

// Mails of these tests are written on Monday 18 May 2026.
const read = (ics: string) => {
  const reading = readCalendar({ method: "REQUEST", ics }, messageOf());
  if (!reading.ok) throw new Error(reading.error);
  return reading.value;
};
const startOf = (ics: string): string => {
  const { time } = read(ics);
  return time.ok ? time.value.start.toInstant().toString() : time.error;
};
const events = (...all: readonly string[]): string =>
  all.reduce((calendar, ics) =>
    calendar.replace(
      "END:VCALENDAR",
      `${/BEGIN:VEVENT[\s\S]*END:VEVENT/.exec(ics)?.[0] ?? ""}\r\nEND:VCALENDAR`,
    ),
  );

test("of a series that has begun the next instance counts", () => {
  expect(
    startOf(
      icsOf({
        start: "DTSTART:20260504T090000Z",
        end: "DTEND:20260504T093000Z",
        lines: ["RRULE:FREQ=WEEKLY"],
      }),
    ),
  ).toBe("2026-05-18T09:00:00Z");
  expect(
    startOf(
      icsOf({
        start: "DTSTART:20260505T080000Z",
        end: "DTEND:20260505T083000Z",
        lines: ["RRULE:FREQ=WEEKLY"],
      }),
    ),
  ).toBe("2026-05-19T08:00:00Z");
});

test("of two mornings that lie ahead the first counts", () => {
  expect(startOf(icsOf({ lines: ["RRULE:FREQ=DAILY;COUNT=2"] }))).toBe("2026-05-21T13:00:00Z");
});

test("an instance that EXDATE takes out does not count", () => {
  expect(startOf(icsOf({ lines: ["RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20260521T130000Z"] }))).toBe(
    "2026-05-22T13:00:00Z",
  );
});

test("an instance that was moved stands at its new time", () => {
  const series = icsOf({ lines: ["RRULE:FREQ=WEEKLY;COUNT=3"] });
  const moved = icsOf({
    start: "DTSTART:20260521T160000Z",
    end: "",
    lines: ["RECURRENCE-ID:20260521T130000Z"],
  });
  expect(startOf(events(series, moved))).toBe("2026-05-21T16:00:00Z");
});

test("one instance of a series has an identity of its own, and is still known by the series", () => {
  const ics = icsOf({ lines: ["RECURRENCE-ID:20260521T130000Z"] });
  expect(read(ics).uid).toBe("event-1@northwind-traders.example#20260521T130000Z");
  expect(calendarUids(messageOf({ calendar: [{ method: "REQUEST", ics }] }))).toEqual([
    "event-1@northwind-traders.example#20260521T130000Z",
    "event-1@northwind-traders.example",
  ]);
});

test("of several events the first interview counts, not the welcome before it", () => {
  const welcome = icsOf({ uid: "a", summary: "Welcome coffee", start: "DTSTART:20260521T080000Z", end: "" });
  const second = icsOf({
    uid: "b",
    summary: "Interview: values",
    start: "DTSTART:20260521T110000Z",
    end: "",
  });
  const first = icsOf({
    uid: "c",
    summary: "Interview: modelling",
    start: "DTSTART:20260521T090000Z",
    end: "",
  });
  expect(read(events(welcome, second, first)).uid).toBe("c");
});

test("a series without an end is known as one", () => {
  expect(read(icsOf({ lines: ["RRULE:FREQ=WEEKLY"] })).isSeries).toBe(true);
  expect(read(icsOf({ lines: ["RRULE:FREQ=DAILY;COUNT=2"] })).isSeries).toBe(false);
});

test.each(["FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY"])(
  "a rule that never comes to an end takes no time: %s",
  (rule) => {
    const begun = performance.now();
    startOf(icsOf({ start: "DTSTART:20200101T100000Z", end: "", lines: [`RRULE:${rule}`] }));
    expect(performance.now() - begun).toBeLessThan(500);
  },
);

test("a clock that changes by the minute defines no zone", () => {
  const zone = [
    "BEGIN:VTIMEZONE",
    "TZID:Trap",
    "BEGIN:STANDARD",
    "DTSTART:20200101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
    "END:STANDARD",
    "END:VTIMEZONE",
  ];
  expect(startOf(icsOf({ zone, start: "DTSTART;TZID=Trap:20260521T140000", end: "" }))).toMatch(
    /nothing defines/,
  );
});

test("a time without a zone counts in the calendar's own, where it names one", () => {
  expect(
    startOf(icsOf({ zone: ["X-WR-TIMEZONE:Europe/Madrid"], start: "DTSTART:20260521T140000", end: "" })),
  ).toBe("2026-05-21T12:00:00Z");
});

test("a part longer than any invitation is refused", () => {
  const ics = icsOf({ lines: [`DESCRIPTION:${"x".repeat(300_000)}`] });
  const reading = readCalendar({ method: "REQUEST", ics }, messageOf());
  expect(!reading.ok && reading.error).toMatch(/too long/);
});

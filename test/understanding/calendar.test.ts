import { expect, test } from "vitest";
import { readCalendar } from "../../src/understanding/calendar/calendar.ts";
import { icsOf, messageOf, vtimezone } from "../support/message.ts";

const read = (ics: string) => readCalendar({ method: "REQUEST", ics }, messageOf());
const timeOf = (ics: string) => {
  const reading = read(ics);
  if (!reading.ok) return reading.error;
  return reading.value.time.ok ? reading.value.time.value.start.toString() : reading.value.time.error;
};

test("a time in UTC is that instant", () => {
  expect(timeOf(icsOf())).toBe("2026-05-21T13:00:00+00:00[UTC]");
});

test("an IANA zone is kept, with the offset of that day", () => {
  expect(timeOf(icsOf({ start: "DTSTART;TZID=Europe/London:20260521T140000", end: "" }))).toBe(
    "2026-05-21T14:00:00+01:00[Europe/London]",
  );
});

test("a Windows zone name stands for its IANA zone", () => {
  expect(timeOf(icsOf({ start: "DTSTART;TZID=Romance Standard Time:20260521T140000", end: "" }))).toBe(
    "2026-05-21T14:00:00+02:00[Europe/Paris]",
  );
});

test("a vendor's prefix before an IANA name does not hide it", () => {
  expect(
    timeOf(icsOf({ start: "DTSTART;TZID=/vendor.example/2024a/America/New_York:20261105T090000", end: "" })),
  ).toBe("2026-11-05T09:00:00-05:00[America/New_York]");
});

test("an invented zone counts by the offsets of its own VTIMEZONE, in summer and in winter", () => {
  const zone = vtimezone("Head Office Clock", "+0100", "+0200");
  expect(timeOf(icsOf({ zone, start: "DTSTART;TZID=Head Office Clock:20260521T140000", end: "" }))).toBe(
    "2026-05-21T14:00:00+02:00[+02:00]",
  );
  expect(timeOf(icsOf({ zone, start: "DTSTART;TZID=Head Office Clock:20261221T140000", end: "" }))).toBe(
    "2026-12-21T14:00:00+01:00[+01:00]",
  );
});

test("a VTIMEZONE that contradicts the name it carries wins, because it is the definition", () => {
  const zone = vtimezone("Europe/London", "+0200", "+0300");
  expect(timeOf(icsOf({ zone, start: "DTSTART;TZID=Europe/London:20260521T140000", end: "" }))).toBe(
    "2026-05-21T14:00:00+03:00[+03:00]",
  );
});

test("a time without a zone is refused, never guessed", () => {
  expect(timeOf(icsOf({ start: "DTSTART:20260521T140000", end: "" }))).toMatch(/without a time zone/);
});

test("a zone that nothing defines is refused", () => {
  expect(timeOf(icsOf({ start: "DTSTART;TZID=Customized Zone:20260521T140000", end: "" }))).toMatch(
    /"Customized Zone", which nothing defines/,
  );
});

test("an all-day event is no interview time", () => {
  expect(timeOf(icsOf({ start: "DTSTART;VALUE=DATE:20260521", end: "" }))).toMatch(/all-day/);
});

test("a missing end is one assumed hour, and says so", () => {
  const reading = read(icsOf({ end: "" }));
  expect(reading.ok && reading.value.time.ok && reading.value.time.value).toMatchObject({ endKnown: false });
  expect(reading.ok && reading.value.time.ok && reading.value.time.value.end.toString()).toBe(
    "2026-05-21T14:00:00+00:00[UTC]",
  );
});

test("a DURATION is a known end", () => {
  const reading = read(icsOf({ end: "", lines: ["DURATION:PT45M"] }));
  expect(reading.ok && reading.value.time.ok && reading.value.time.value.end.toString()).toBe(
    "2026-05-21T13:45:00+00:00[UTC]",
  );
  expect(reading.ok && reading.value.time.ok && reading.value.time.value.endKnown).toBe(true);
});

test("UID, sequence, place and people are read; a meeting room is nobody", () => {
  const reading = read(
    icsOf({
      sequence: 3,
      lines: [
        "LOCATION:12 Harbour Street",
        "ATTENDEE;CUTYPE=ROOM;CN=Blue Room:mailto:blue@northwind-traders.example",
      ],
    }),
  );
  expect(reading.ok && reading.value).toMatchObject({
    uid: "event-1@northwind-traders.example",
    sequence: 3,
    place: "12 Harbour Street",
    organizer: { name: "Greg Miller", address: "greg.miller@northwind-traders.example" },
  });
  expect(reading.ok && reading.value.attendees.map((each) => each.name)).toEqual(["Ana Reyes", "Priya Shah"]);
});

test("an event that says STATUS:CANCELLED is cancelled whatever its method", () => {
  const reading = read(icsOf({ lines: ["STATUS:CANCELLED"] }));
  expect(reading.ok && reading.value.method).toBe("CANCEL");
});

test.each([
  ["a text that is no calendar", "not a calendar at all", /not valid iCalendar/],
  ["a start that is no date", icsOf({ start: "DTSTART:NOT-A-DATE", end: "" }), /not valid iCalendar/],
  ["a calendar without an event", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", /holds no event/],
  ["an event without UID", icsOf().replace(/UID:.*\r\n/, ""), /no UID/],
])("%s is refused with a sentence", (_, ics, sentence) => {
  const reading = read(ics);
  expect(!reading.ok && reading.error).toMatch(sentence);
});

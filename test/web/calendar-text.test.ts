import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { calendarText } from "../../src/calendar-text.ts";
import type { AgendaEntry } from "../../src/domain/agenda.ts";

const entry = (change: Partial<AgendaEntry> = {}): AgendaEntry => ({
  uid: "talk-1",
  summary: "Interview: ABC, Office Manager",
  description: "Candidacy 1: ABC, Office Manager",
  place: "",
  when: span("2026-05-21T14:00[Europe/London]"),
  stands: "confirmed",
  revision: { number: 7, at: Temporal.Instant.from("2026-05-18T08:12:34.567Z") },
  ...change,
});
const span = (start: string) => {
  const at = Temporal.ZonedDateTime.from(start).toInstant();
  return { start: at, end: at.add({ minutes: 45 }) };
};
const parsed = (entries: readonly AgendaEntry[]) => new ICAL.Component(ICAL.parse(calendarText(entries)));
const eventOf = (entry: AgendaEntry): ICAL.Event =>
  new ICAL.Event(parsed([entry]).getFirstSubcomponent("vevent") ?? undefined);

describe("the calendar", () => {
  test("says whose it is and that it is to be asked every hour", () => {
    const lines = calendarText([entry()]).split("\r\n");
    for (const line of [
      "VERSION:2.0",
      "NAME:Afterword",
      "X-WR-CALNAME:Afterword",
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
      "X-PUBLISHED-TTL:PT1H",
    ])
      expect(lines).toContain(line);
    expect(lines.filter((line) => line.startsWith("PRODID:"))).toHaveLength(1);
    expect(lines.at(-1)).toBe("");
  });

  test("holds a component when nothing is due, as RFC 5545 asks", () => {
    const empty = parsed([]);
    expect(empty.getAllSubcomponents()).toHaveLength(1);
    expect(empty.getAllSubcomponents("vevent")).toEqual([]);
  });

  test("folds at 75 octets and gives back every letter", () => {
    const summary = `Interview: ${"Börsenverein für Großhandel 🧵, ".repeat(9)}Büro; \\ Ende`;
    const lines = calendarText([entry({ summary })]).split("\r\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(eventOf(entry({ summary })).summary).toBe(summary);
  });

  test("lets nothing in a text end its line or begin another event", () => {
    const summary = "ABC\nEND:VEVENT\nBEGIN:VEVENT\nUID:other";
    const hostile = parsed([entry({ summary, place: summary, description: summary })]);
    expect(hostile.getAllSubcomponents("vevent")).toHaveLength(1);
    expect(hostile.getFirstSubcomponent("vevent")?.getAllProperties("uid")).toHaveLength(1);
    expect(calendarText([entry({ summary })]).split("\r\n")).not.toContain("UID:other");
  });
});

describe("an interview", () => {
  test.each([
    "2026-05-21T14:00[Europe/London]",
    "2026-05-21T14:00[America/New_York]",
    "2026-05-21T14:00[Pacific/Auckland]",
    // The hours around both changes of the clock, and both of the two half past ones in October.
    "2026-03-29T00:30[Europe/London]",
    "2026-03-29T02:30[Europe/London]",
    "2026-10-25T01:30+01:00[Europe/London]",
    "2026-10-25T01:30+00:00[Europe/London]",
    "2026-11-01T01:30-05:00[America/New_York]",
    "2026-09-27T03:00[Pacific/Auckland]",
  ])("at %s is read back at that very moment, three quarters of an hour long", (start) => {
    const event = eventOf(entry({ when: span(start) }));
    const expected = Temporal.ZonedDateTime.from(start).epochMilliseconds;
    expect(event.startDate.toJSDate().getTime()).toBe(expected);
    expect(event.endDate.toJSDate().getTime()).toBe(expected + 45 * 60_000);
    expect(event.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
  });

  test("carries what tells a newer version from an older one", () => {
    const component = eventOf(entry()).component;
    expect(component.getFirstPropertyValue("uid")).toBe("talk-1");
    expect(component.getFirstPropertyValue("sequence")).toBe(7);
    for (const property of ["dtstamp", "last-modified"])
      expect(String(component.getFirstPropertyValue(property)), property).toBe("2026-05-18T08:12:34Z");
  });

  test("takes the person's time unless it was cancelled; then it says that", () => {
    const words = (stands: AgendaEntry["stands"]) => {
      const { component } = eventOf(entry({ stands }));
      return ["status", "transp"].map((name) => component.getFirstPropertyValue(name));
    };
    expect(words("confirmed")).toEqual(["CONFIRMED", "OPAQUE"]);
    expect(words("cancelled")).toEqual(["CANCELLED", "TRANSPARENT"]);
    expect(words("due")).toEqual(["CONFIRMED", "TRANSPARENT"]);
  });

  test("has a place where one is known", () => {
    expect(eventOf(entry({ place: "Fleet Street 1, London" })).location).toBe("Fleet Street 1, London");
    expect(eventOf(entry()).component.hasProperty("location")).toBe(false);
  });
});

test("a day is a whole day in every zone, and its end is the day after", () => {
  const day = Temporal.PlainDate.from("2026-12-31");
  const event = eventOf(entry({ when: { day }, stands: "due" }));
  expect(event.startDate.isDate && event.endDate.isDate).toBe(true);
  expect([event.startDate, event.endDate].map(String)).toEqual(["2026-12-31", "2027-01-01"]);
  expect(calendarText([entry({ when: { day } })])).toContain("DTSTART;VALUE=DATE:20261231\r\n");
});

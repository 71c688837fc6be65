import { expect, test } from "vitest";
import { readCalendar } from "../../src/understanding/calendar/calendar.ts";
import { letterParts } from "../../src/understanding/text/reply-text.ts";
import { whenIn } from "../../src/understanding/when/when.ts";
import { ana, icsOf, messageOf } from "../support/message.ts";

// The event of icsOf is on Thursday 21 May 2026, 13:00-13:45 UTC: 14:00 in London.
const read = (text: string, ics: string) => {
  const message = messageOf({ text, calendar: [{ method: "REQUEST", ics }] });
  const reading = readCalendar({ method: "REQUEST", ics }, message);
  const event = reading.ok ? reading.value : null;
  const kind = event?.method === "CANCEL" ? "interview_cancelled" : "interview_invitation";
  return whenIn({ message, parts: letterParts(text), kind, event, person: ana, isHoliday: () => false });
};

test("words that say the same time change nothing", () => {
  const { interview, ambiguous } = read("We meet on Thursday 21 May at 2pm.", icsOf());
  expect(interview).toMatchObject({ uid: "event-1@northwind-traders.example", endKnown: true });
  expect(ambiguous).toEqual([]);
});

test("words that say another time leave it open, and both are told", () => {
  const { interview, ambiguous } = read("We meet on Thursday 21 May at 3pm.", icsOf());
  expect(interview).toBeNull();
  expect(ambiguous[0]).toMatch(/calendar part says.*mail says/);
});

test("a schedule in the words that names the calendar's hour among others contradicts nothing", () => {
  const text = "Your day, Thursday 21 May:\n13:00 Welcome\n14:00 Interview\n15:00 Tour";
  expect(read(text, icsOf()).interview).not.toBeNull();
});

test("what the words leave open the calendar settles", () => {
  expect(read("See you next Thursday at 2.", icsOf())).toMatchObject({ ambiguous: [] });
});

test("a calendar without a zone takes the words' time where they agree", () => {
  const ics = icsOf({ start: "DTSTART:20260521T140000", end: "" });
  const agreed = read("We meet on Thursday 21 May at 14:00.", ics).interview;
  expect(agreed).toMatchObject({ uid: "event-1@northwind-traders.example" });
  expect(agreed?.start.timeZoneId).toBe("Europe/London");
  expect(read("We meet on Thursday 21 May at 15:00.", ics).interview).toBeNull();
  expect(read("See you then.", ics).ambiguous[0]).toMatch(/without a time zone/);
});

test("an all-day entry has its hour from the words, or none", () => {
  const ics = icsOf({ start: "DTSTART;VALUE=DATE:20260521", end: "" });
  expect(read("You are wanted from 09:30 on Thursday 21 May.", ics).interview?.start.hour).toBe(9);
  expect(read("The hour is to follow.", ics)).toMatchObject({ interview: null });
  expect(read("The hour is to follow.", ics).ambiguous).toHaveLength(1);
});

test("the length stands in the words where the calendar has no end", () => {
  const { interview } = read("It should take about 40 minutes.", icsOf({ end: "" }));
  expect(interview?.endKnown).toBe(false);
  const told = read("We meet on Thursday 21 May at 2pm for 40 minutes.", icsOf({ end: "" })).interview;
  expect(told?.start.until(told.end).total("minutes")).toBe(40);
});

test("a counter-proposal is no appointment", () => {
  expect(read("Could we say an hour later?", icsOf({ method: "COUNTER" })).interview).toBeNull();
});

test("a cancellation says which event it was", () => {
  expect(read("", icsOf({ method: "CANCEL" })).interview?.uid).toBe("event-1@northwind-traders.example");
});

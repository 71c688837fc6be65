import { expect, test } from "vitest";
import { readCalendar } from "../../src/understanding/calendar/calendar.ts";
import { calendarVerdict } from "../../src/understanding/calendar/calendar-verdict.ts";
import { ana, icsOf, messageOf } from "../support/message.ts";

type Case = Parameters<typeof icsOf>[0] & { readonly subject?: string; readonly text?: string };

const kindOf = ({ subject = "", text = "", ...event }: Case): string | null => {
  const reading = readCalendar({ method: "", ics: icsOf(event) }, messageOf());
  if (!reading.ok) throw new Error(reading.error);
  return calendarVerdict(reading.value, subject, text, ana)?.kind ?? null;
};

test.each<[string, Case]>([
  ["interview_invitation", {}],
  ["interview_invitation", { summary: "Ana / Northwind: meet the team" }],
  ["interview_invitation", { summary: "Ana Reyes <> Northwind - Risk Analyst" }],
  ["interview_confirmed", { text: "As agreed on the phone, here is the entry." }],
  ["interview_confirmed", { sequence: 1, text: "New room, same time." }],
  ["interview_rescheduled", { sequence: 2, text: "I had to move it to Friday, sorry." }],
  ["interview_cancelled", { method: "CANCEL" }],
  ["interview_rescheduled", { method: "COUNTER" }],
  [
    "interview_confirmed",
    { method: "REPLY", lines: ["ATTENDEE;PARTSTAT=ACCEPTED:mailto:greg.miller@northwind-traders.example"] },
  ],
])("%s: %j", (kind, given) => {
  expect(kindOf(given)).toBe(kind);
});

test.each<Case>([
  { summary: "Team meeting", lines: ["RRULE:FREQ=WEEKLY"], text: "Agenda: rota, positions to fill." },
  { summary: "Parent-teacher interview: 3B" },
  { summary: "Mortgage interview", sequence: 1 },
  { summary: "Dental hygienist", method: "PUBLISH" },
  { summary: "Product demo with Northwind", text: "What is your role? How big is your team?" },
  { summary: "Lunch, debrief my interview?", method: "REPLY" },
  { summary: "Ace your next interview: a webinar" },
  { summary: "Your annual review" },
])("a private or other meeting is no interview: %j", (given) => {
  expect(kindOf(given)).toBe("unrelated");
});

test("an answer that declines proves nothing, and neither does the person's own invitation that comes back", () => {
  expect(
    kindOf({
      method: "REPLY",
      lines: ["ATTENDEE;PARTSTAT=DECLINED:mailto:greg.miller@northwind-traders.example"],
    }),
  ).toBeNull();
});

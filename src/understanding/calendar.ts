import ICAL from "ical.js";
import type { CalendarPart, Message } from "../domain/message.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import { type EventSpan, eventTime } from "./calendar-time.ts";

export type CalendarMethod = "REQUEST" | "CANCEL" | "REPLY" | "COUNTER" | "PUBLISH";
export type CalendarPerson = { readonly name: string; readonly address: string; readonly answer: string };

/** One event of a calendar part. `time` is a refusal in words where the part does not settle it (floating, all-day); the rest still counts. */
export type CalendarReading = {
  readonly method: CalendarMethod;
  readonly uid: string;
  readonly sequence: number;
  readonly title: string;
  readonly description: string;
  readonly place: string | null;
  readonly organizer: CalendarPerson | null;
  readonly attendees: readonly CalendarPerson[];
  readonly time: Result<EventSpan, string>;
};

const methods: readonly CalendarMethod[] = ["REQUEST", "CANCEL", "REPLY", "COUNTER", "PUBLISH"];

/**
 * Reads the event of a calendar part (RFC 5545, RFC 5546).
 * @returns the event, or one sentence why the part cannot be used. `message` names the sender in it.
 */
export function readCalendar(part: CalendarPart, message: Message): Result<CalendarReading, string> {
  const who = message.from?.address ?? "an unknown sender";
  try {
    return eventOf(part, who);
  } catch {
    // ical.js throws on text that no grammar covers, some of it only when a value is asked for: a broken part is a refusal.
    return refuse(`The calendar part from ${who} is not valid iCalendar.`);
  }
}

function eventOf(part: CalendarPart, who: string): Result<CalendarReading, string> {
  const calendar = parsed(part.ics);
  const events = calendar.getAllSubcomponents("vevent");
  const event = events.find((each) => !each.hasProperty("recurrence-id")) ?? events[0];
  if (event === undefined) return refuse(`The calendar part from ${who} holds no event.`);
  const uid = word(event, "uid");
  if (uid === "")
    return refuse(`The calendar event from ${who} has no UID, so its changes could not be followed.`);
  const named = (word(calendar, "method") || part.method || "PUBLISH").toUpperCase();
  const method = methods.find((known) => known === named);
  if (method === undefined)
    return refuse(`The calendar method ${named} from ${who} is not one that changes an interview.`);
  const sequence = Number(event.getFirstPropertyValue("sequence") ?? 0);
  return ok({
    method: word(event, "status").toUpperCase() === "CANCELLED" ? "CANCEL" : method,
    uid,
    sequence: Number.isInteger(sequence) && sequence >= 0 ? sequence : 0,
    title: word(event, "summary"),
    description: word(event, "description"),
    place: word(event, "location") || null,
    organizer: people(event, "organizer")[0] ?? null,
    attendees: people(event, "attendee"),
    time: eventTime(event, calendar),
  });
}

function parsed(ics: string): ICAL.Component {
  const root = new ICAL.Component(ICAL.parse(ics));
  return root.name === "vcalendar" ? root : (root.getFirstSubcomponent("vcalendar") ?? root);
}

const word = (component: ICAL.Component, name: string): string => {
  const value = component.getFirstPropertyValue(name);
  return value === null || value === undefined ? "" : String(value).trim();
};

function people(event: ICAL.Component, name: string): readonly CalendarPerson[] {
  return event.getAllProperties(name).flatMap((property) => {
    const address = String(property.getFirstValue() ?? "")
      .replace(/^mailto:/i, "")
      .trim()
      .toLowerCase();
    if (!address.includes("@")) return [];
    const called = String(property.getParameter("cn") ?? "").replace(/^["']|["']$/g, "");
    const room = /^(?:room|resource)$/i.test(String(property.getParameter("cutype") ?? ""));
    if (room) return [];
    return [
      {
        name: called.includes("@") ? "" : called,
        address,
        answer: String(property.getParameter("partstat") ?? "").toUpperCase(),
      },
    ];
  });
}

/** UIDs of every event that a mail's calendar parts name, readable time or not. */
export const calendarUids = (message: Message): readonly string[] =>
  message.calendar.flatMap((part) => {
    const reading = readCalendar(part, message);
    return reading.ok ? [reading.value.uid] : [];
  });

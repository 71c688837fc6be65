import ICAL from "ical.js";
import type { Temporal } from "temporal-polyfill";
import type { CalendarPart, Message } from "../../domain/message.ts";
import { ok, type Result, refuse } from "../../domain/result.ts";
import { chosenEvent, identityOf } from "./calendar-events.ts";
import { type CalendarPerson, peopleOf, word } from "./calendar-properties.ts";
import { type EventSpan, eventTime, floatingStart } from "./calendar-time.ts";

export type CalendarMethod = "REQUEST" | "CANCEL" | "REPLY" | "COUNTER" | "PUBLISH";
export type { CalendarPerson } from "./calendar-properties.ts";

/** One event of a calendar part. `time` is a refusal in words where the part does not settle it (floating, all-day); the rest still counts. */
export type CalendarReading = {
  readonly method: CalendarMethod;
  /** The UID, with the RECURRENCE-ID behind "#" where the part is about one instance of a series. */
  readonly uid: string;
  readonly sequence: number;
  readonly title: string;
  readonly description: string;
  readonly place: string | null;
  readonly organizer: CalendarPerson | null;
  readonly attendees: readonly CalendarPerson[];
  readonly time: Result<EventSpan, string>;
  /** Clock time without a zone, where the part gives no more; words beside it may tell the zone. */
  readonly wall: Temporal.PlainDateTime | null;
  /** A series that goes on: RRULE without an end, or with more than a few instances. */
  readonly isSeries: boolean;
};

const methods: readonly CalendarMethod[] = ["REQUEST", "CANCEL", "REPLY", "COUNTER", "PUBLISH"];
// Longer than any invitation, attachments in it and all; parsing more would cost seconds.
const longest = 200_000;
/** A day with a panel has a handful. */
const most = 40;

/**
 * Reads the event of a calendar part (RFC 5545, RFC 5546): of several the first that looks like an interview, of a series the first still to come.
 * @returns the event, or one sentence why the part cannot be used. `message` names the sender in it and says what is still to come.
 */
export function readCalendar(part: CalendarPart, message: Message): Result<CalendarReading, string> {
  const who = message.from?.address ?? "an unknown sender";
  if (part.ics.length > longest)
    return refuse(`The calendar part from ${who} is too long to be an invitation.`);
  try {
    return eventOf(part, who, message.date);
  } catch {
    // ical.js throws on text that no grammar covers, some of it only when a value is asked for: a broken part is a refusal.
    return refuse(`The calendar part from ${who} is not valid iCalendar.`);
  }
}

function eventOf(part: CalendarPart, who: string, now: Temporal.Instant): Result<CalendarReading, string> {
  const calendar = parsed(part.ics);
  const events = calendar.getAllSubcomponents("vevent");
  if (events.length === 0) return refuse(`The calendar part from ${who} holds no event.`);
  if (events.length > most)
    return refuse(`The calendar part from ${who} holds ${events.length} events, so it is no invitation.`);
  const named = (word(calendar, "method") || part.method || "PUBLISH").toUpperCase();
  const method = methods.find((known) => known === named);
  if (method === undefined)
    return refuse(`The calendar method ${named} from ${who} is not one that changes an interview.`);
  const chosen = chosenEvent(events, calendar, now);
  if (chosen === null)
    return refuse(`The calendar event from ${who} has no UID, so its changes could not be followed.`);
  const { event, occurrence, isSeries } = chosen;
  const sequence = Number(event.getFirstPropertyValue("sequence") ?? 0);
  return ok({
    method: word(event, "status").toUpperCase() === "CANCELLED" ? "CANCEL" : method,
    uid: identityOf(event),
    sequence: Number.isInteger(sequence) && sequence >= 0 ? sequence : 0,
    title: word(event, "summary"),
    description: word(event, "description"),
    place: word(event, "location") || null,
    organizer: peopleOf(event, "organizer")[0] ?? null,
    attendees: peopleOf(event, "attendee"),
    time: eventTime(event, calendar, occurrence),
    wall: floatingStart(event),
    isSeries,
  });
}

function parsed(ics: string): ICAL.Component {
  const root = new ICAL.Component(ICAL.parse(ics));
  return root.name === "vcalendar" ? root : (root.getFirstSubcomponent("vcalendar") ?? root);
}

/** UIDs of every event that a mail's calendar parts name, readable time or not; of one instance of a series also that of the series. */
export const calendarUids = (message: Message): readonly string[] =>
  message.calendar.flatMap((part) => {
    const reading = readCalendar(part, message);
    return reading.ok ? [...new Set([reading.value.uid, reading.value.uid.split("#")[0] ?? ""])] : [];
  });

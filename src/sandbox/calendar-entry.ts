import ICAL from "ical.js";
import type { Temporal } from "temporal-polyfill";
import type { Correspondent } from "./letter.ts";

export type CalendarEntry = {
  readonly uid: string;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly stamp: Temporal.ZonedDateTime;
  readonly summary: string;
  readonly place: string;
  readonly organizer: Correspondent;
  readonly attendee: Correspondent;
};

/** A calendar with one event as an invitation (METHOD:REQUEST, RFC 5546 section 3.2.2), times in UTC. */
export function oneEvent(entry: CalendarEntry): string {
  const event = new ICAL.Component("vevent");
  event.addPropertyWithValue("uid", entry.uid);
  event.addPropertyWithValue("sequence", 0);
  event.addPropertyWithValue("dtstamp", utc(entry.stamp));
  event.addPropertyWithValue("dtstart", utc(entry.start));
  event.addPropertyWithValue("dtend", utc(entry.end));
  event.addPropertyWithValue("summary", entry.summary);
  event.addPropertyWithValue("location", entry.place);
  event
    .addPropertyWithValue("organizer", `mailto:${entry.organizer.address}`)
    .setParameter("cn", entry.organizer.name);
  event
    .addPropertyWithValue("attendee", `mailto:${entry.attendee.address}`)
    .setParameter("cn", entry.attendee.name);

  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("prodid", "-//Afterword//Sandbox//EN");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("method", "REQUEST");
  calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

const utc = (at: Temporal.ZonedDateTime) => ICAL.Time.fromJSDate(new Date(at.epochMilliseconds), true);

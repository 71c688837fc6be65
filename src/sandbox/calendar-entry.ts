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

/** A calendar with one event in London as an invitation (METHOD:REQUEST, RFC 5546 section 3.2.2). */
export function oneEvent(entry: CalendarEntry): string {
  const event = new ICAL.Component("vevent");
  event.addPropertyWithValue("uid", entry.uid);
  event.addPropertyWithValue("sequence", 0);
  event.addPropertyWithValue("dtstamp", utc(entry.stamp));
  event.addPropertyWithValue("dtstart", wallClock(entry.start)).setParameter("tzid", "Europe/London");
  event.addPropertyWithValue("dtend", wallClock(entry.end)).setParameter("tzid", "Europe/London");
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
  calendar.addSubcomponent(ICAL.Component.fromString(london));
  calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

const utc = (at: Temporal.ZonedDateTime) => ICAL.Time.fromJSDate(new Date(at.epochMilliseconds), true);

const wallClock = (at: Temporal.ZonedDateTime) => {
  const local = at.withTimeZone("Europe/London");
  const { year, month, day, hour, minute } = local;
  return ICAL.Time.fromData({ year, month, day, hour, minute, second: 0, isDate: false });
};

/** Summer time from the last Sunday in March to the last in October, at 01:00 UTC. */
const london = `BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19700329T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`.replaceAll("\n", "\r\n");

import ICAL from "ical.js";
import type { Temporal } from "temporal-polyfill";
import type { AgendaEntry } from "./domain/agenda.ts";

// A line has 75 octets at most (RFC 5545 3.1); ical.js does not count the space with which a folded one begins.
ICAL.foldLength = 74;

/** Gives the agenda as iCalendar (RFC 5545). Times are UTC, which every calendar shows in its own zone; days are dates without one. */
export function calendarText(entries: readonly AgendaEntry[]): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//Afterword//Calendar feed//EN");
  // RFC 7986 has NAME and REFRESH-INTERVAL; many calendars still read the older names beside them.
  for (const property of ["name", "x-wr-calname"]) calendar.addPropertyWithValue(property, "Afterword");
  calendar.addPropertyWithValue("refresh-interval", ICAL.Duration.fromString("PT1H"));
  calendar.addPropertyWithValue("x-published-ttl", "PT1H");
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry));
  if (entries.length === 0) calendar.addSubcomponent(utc());
  return `${calendar.toString()}\r\n`;
}

function eventOf(entry: AgendaEntry): ICAL.Component {
  const event = new ICAL.Component("vevent");
  const revisedAt = instant(entry.revision.at);
  event.addPropertyWithValue("uid", entry.uid);
  event.addPropertyWithValue("sequence", entry.revision.number);
  event.addPropertyWithValue("dtstamp", revisedAt);
  event.addPropertyWithValue("last-modified", revisedAt);
  const [start, end] = spanOf(entry);
  event.addPropertyWithValue("dtstart", start);
  event.addPropertyWithValue("dtend", end);
  event.addPropertyWithValue("summary", entry.summary);
  event.addPropertyWithValue("description", entry.description);
  if (entry.place !== "") event.addPropertyWithValue("location", entry.place);
  event.addPropertyWithValue("status", entry.stands === "cancelled" ? "CANCELLED" : "CONFIRMED");
  event.addPropertyWithValue("transp", entry.stands === "confirmed" ? "OPAQUE" : "TRANSPARENT");
  return event;
}

/** DTEND is the first moment, or the first day, that no longer belongs to it (RFC 5545 3.6.1). */
const spanOf = ({ when }: AgendaEntry): readonly [ICAL.Time, ICAL.Time] =>
  "day" in when ? [day(when.day), day(when.day.add({ days: 1 }))] : [instant(when.start), instant(when.end)];

const instant = (at: Temporal.Instant): ICAL.Time =>
  ICAL.Time.fromDateTimeString(at.toString({ smallestUnit: "second" }));
const day = (date: Temporal.PlainDate): ICAL.Time => ICAL.Time.fromDateString(date.toString());

/** A calendar holds at least one component (RFC 5545 3.6), a feed of which nothing is due too. */
function utc(): ICAL.Component {
  const zone = new ICAL.Component("vtimezone");
  zone.addPropertyWithValue("tzid", "UTC");
  const standard = new ICAL.Component("standard");
  standard.addPropertyWithValue("dtstart", ICAL.Time.fromDateTimeString("1970-01-01T00:00:00"));
  for (const property of ["tzoffsetfrom", "tzoffsetto"])
    standard.addPropertyWithValue(property, ICAL.UtcOffset.fromString("+00:00"));
  zone.addSubcomponent(standard);
  return zone;
}

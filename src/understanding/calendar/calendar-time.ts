import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { ok, type Result, refuse } from "../../domain/result.ts";
import { ianaZone } from "../when/zones.ts";

/** When an event is, in the zone it was written in. `endKnown` is false where one hour was assumed (POLICY 2). */
export type EventSpan = {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly endKnown: boolean;
};

/**
 * Start and end of a VEVENT, or a sentence why they stand for no instant. A time is never guessed (POLICY 8.4).
 * @param occurrence start of the instance that counts in a series, null for the event's own
 */
export function eventTime(
  event: ICAL.Component,
  calendar: ICAL.Component,
  occurrence: ICAL.Time | null = null,
): Result<EventSpan, string> {
  const own = instantOf(event, "dtstart", calendar);
  if (!own.ok) return own;
  const start = occurrence === null ? own : instantOf(event, "dtstart", calendar, occurrence);
  if (!start.ok) return start;
  const end = event.hasProperty("dtend") ? instantOf(event, "dtend", calendar) : null;
  const length = end?.ok ? own.value.until(end.value).total("seconds") : 0;
  const duration = event.getFirstPropertyValue("duration");
  const seconds = length > 0 ? length : duration instanceof ICAL.Duration ? duration.toSeconds() : 0;
  if (seconds > 0)
    return ok({ start: start.value, end: start.value.add({ seconds: Math.trunc(seconds) }), endKnown: true });
  return ok({ start: start.value, end: start.value.add({ hours: 1 }), endKnown: false });
}

/** The clock time of a start without a zone; null where it has one, or is no clock time. */
export function floatingStart(event: ICAL.Component): Temporal.PlainDateTime | null {
  const property = event.getFirstProperty("dtstart");
  const value = property?.getFirstValue();
  if (!(value instanceof ICAL.Time) || value.isDate || property?.getParameter("tzid")) return null;
  return value.zone === ICAL.Timezone.utcTimezone ? null : wallClock(value);
}

function instantOf(
  event: ICAL.Component,
  name: string,
  calendar: ICAL.Component,
  occurrence: ICAL.Time | null = null,
): Result<Temporal.ZonedDateTime, string> {
  const property = event.getFirstProperty(name);
  const value = occurrence ?? property?.getFirstValue();
  if (property === null || property === undefined || !(value instanceof ICAL.Time))
    return refuse("The calendar event has no readable start.");
  if (value.isDate) return refuse("The calendar event is an all-day one, so it is no interview time.");
  const wall = wallClock(value);
  if (wall === null) return refuse("The calendar event has a start that is no date.");
  const named = String(property.getParameter("tzid") ?? "").trim();
  if (named !== "") return inZone(wall, named, value, calendar);
  if (value.zone === ICAL.Timezone.utcTimezone) return ok(wall.toZonedDateTime("UTC"));
  const own = ianaZone(String(calendar.getFirstPropertyValue("x-wr-timezone") ?? ""));
  if (own !== null) return ok(wall.toZonedDateTime(own));
  return refuse(`The calendar event says ${wall.toString({ smallestUnit: "minute" })} without a time zone.`);
}

function wallClock(time: ICAL.Time): Temporal.PlainDateTime | null {
  const { year, month, day, hour, minute, second } = time;
  try {
    return Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** RFC 5545 3.6.5: the VTIMEZONE in the part defines the name. The IANA zone of that name is kept only where both agree, because it also knows the years ahead. */
function inZone(
  wall: Temporal.PlainDateTime,
  named: string,
  value: ICAL.Time,
  calendar: ICAL.Component,
): Result<Temporal.ZonedDateTime, string> {
  const iana = ianaZone(named);
  const offset = definedOffset(calendar, named, value);
  const located = definitionOf(calendar, named)?.getFirstPropertyValue("x-lic-location");
  for (const zone of [iana, ianaZone(String(located ?? ""))]) {
    const known = zone === null ? null : wall.toZonedDateTime(zone);
    if (known !== null && (offset === null || known.offset === offset)) return ok(known);
  }
  if (offset !== null) return ok(wall.toZonedDateTime(offset));
  return refuse(`The calendar event names the time zone "${named}", which nothing defines.`);
}

/** Offset ("+02:00") that the part's own VTIMEZONE gives at this wall time, or null where there is none. */
function definedOffset(calendar: ICAL.Component, named: string, value: ICAL.Time): string | null {
  const definition = definitionOf(calendar, named);
  if (definition === undefined || definition.getAllSubcomponents().length === 0) return null;
  if (definition.getAllSubcomponents().some(isEndless)) return null;
  const seconds = new ICAL.Timezone({ component: recent(definition, value.year), tzid: named }).utcOffset(
    value,
  );
  const minutes = Math.abs(Math.trunc(seconds / 60));
  if (minutes > 18 * 60) return null;
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${seconds < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const definitionOf = (calendar: ICAL.Component, named: string): ICAL.Component | undefined =>
  calendar
    .getAllSubcomponents("vtimezone")
    .find((zone) => String(zone.getFirstPropertyValue("tzid") ?? "").trim() === named);

/** Clocks change by the year; ical.js could walk other rules for ever. */
const isEndless = (observance: ICAL.Component): boolean => {
  const rule = observance.getFirstPropertyValue("rrule");
  return rule instanceof ICAL.Recur && rule.freq !== "YEARLY";
};

/** Outlook's rules begin in the year 1601; ical.js walks every year since. A yearly rule gives the same from two years before. */
function recent(definition: ICAL.Component, year: number): ICAL.Component {
  const copy = ICAL.Component.fromString(definition.toString());
  for (const observance of copy.getAllSubcomponents()) {
    const rule = observance.getFirstPropertyValue("rrule");
    const start = observance.getFirstPropertyValue("dtstart");
    if (!(rule instanceof ICAL.Recur) || !(start instanceof ICAL.Time)) continue;
    if (
      rule.freq !== "YEARLY" ||
      rule.interval > 1 ||
      rule.count !== null ||
      rule.until !== null ||
      start.year > year - 3
    )
      continue;
    const later = start.clone();
    later.year = year - 2;
    observance.updatePropertyWithValue("dtstart", later);
  }
  return copy;
}

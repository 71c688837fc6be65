import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { ok, type Result, refuse } from "../domain/result.ts";
import { ianaZone } from "./zones.ts";

/** When an event is, in the zone it was written in. `endKnown` is false where one hour was assumed (POLICY 2). */
export type EventSpan = {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly endKnown: boolean;
};

/** Start and end of a VEVENT, or a sentence why they stand for no instant. A time is never guessed (POLICY 8.4). */
export function eventTime(event: ICAL.Component, calendar: ICAL.Component): Result<EventSpan, string> {
  const start = instantOf(event, "dtstart", calendar);
  if (!start.ok) return start;
  const end = event.hasProperty("dtend") ? instantOf(event, "dtend", calendar) : null;
  if (end?.ok && Temporal.ZonedDateTime.compare(end.value, start.value) > 0)
    return ok({ start: start.value, end: end.value, endKnown: true });
  const duration = event.getFirstPropertyValue("duration");
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : 0;
  if (seconds > 0) return ok({ start: start.value, end: start.value.add({ seconds }), endKnown: true });
  return ok({ start: start.value, end: start.value.add({ hours: 1 }), endKnown: false });
}

function instantOf(
  event: ICAL.Component,
  name: string,
  calendar: ICAL.Component,
): Result<Temporal.ZonedDateTime, string> {
  const property = event.getFirstProperty(name);
  const value = property?.getFirstValue();
  if (property === null || property === undefined || !(value instanceof ICAL.Time))
    return refuse("The calendar event has no readable start.");
  if (value.isDate) return refuse("The calendar event is an all-day one, so it is no interview time.");
  const wall = wallClock(value);
  if (wall === null) return refuse("The calendar event has a start that is no date.");
  const named = String(property.getParameter("tzid") ?? "").trim();
  if (named === "") {
    if (value.zone === ICAL.Timezone.utcTimezone) return ok(wall.toZonedDateTime("UTC"));
    return refuse(
      `The calendar event says ${wall.toString({ smallestUnit: "minute" })} without a time zone.`,
    );
  }
  return inZone(wall, named, value, calendar);
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
  const known = iana === null ? null : wall.toZonedDateTime(iana);
  if (known !== null && (offset === null || known.offset === offset)) return ok(known);
  if (offset !== null) return ok(wall.toZonedDateTime(offset));
  return refuse(`The calendar event names the time zone "${named}", which nothing defines.`);
}

/** Offset ("+02:00") that the part's own VTIMEZONE gives at this wall time, or null where there is none. */
function definedOffset(calendar: ICAL.Component, named: string, value: ICAL.Time): string | null {
  const definition = calendar
    .getAllSubcomponents("vtimezone")
    .find((zone) => String(zone.getFirstPropertyValue("tzid") ?? "").trim() === named);
  if (definition === undefined || definition.getAllSubcomponents().length === 0) return null;
  const seconds = new ICAL.Timezone({ component: recent(definition, value.year), tzid: named }).utcOffset(
    value,
  );
  const minutes = Math.abs(Math.trunc(seconds / 60));
  if (minutes > 18 * 60) return null;
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${seconds < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

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

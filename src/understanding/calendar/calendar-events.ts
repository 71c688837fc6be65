import ICAL from "ical.js";
import type { Temporal } from "temporal-polyfill";
import { word } from "./calendar-properties.ts";
import { eventTime } from "./calendar-time.ts";

/** The event that counts in a calendar part. `occurrence` is the instance of a series that comes next, null for the event's own start. */
export type ChosenEvent = {
  readonly event: ICAL.Component;
  readonly occurrence: ICAL.Time | null;
  readonly isSeries: boolean;
};

/** UID, and RECURRENCE-ID behind "#" for one instance of a series (RFC 5545 3.8.4.4). */
export function identityOf(event: ICAL.Component): string {
  const instance = event.getFirstPropertyValue("recurrence-id");
  const uid = word(event, "uid");
  return instance instanceof ICAL.Time ? `${uid}#${instance.toICALString()}` : uid;
}

/** Of several events the first that looks like an interview and is not over at `now`; null where none has a UID. */
export function chosenEvent(
  events: readonly ICAL.Component[],
  calendar: ICAL.Component,
  now: Temporal.Instant,
): ChosenEvent | null {
  const named = events.filter((event) => word(event, "uid") !== "");
  const masters = named.filter((event) => !event.hasProperty("recurrence-id"));
  const candidates = (masters.length > 0 ? masters : named).map((event) =>
    nextOf(event, named, calendar, now),
  );
  if (candidates.length < 2) return candidates[0] ?? null;
  const interviews = candidates.filter(({ event }) =>
    /interview|gespräch|entretien|entrevista|gesprek|candidat/i.test(word(event, "summary")),
  );
  const startOf = ({ event, occurrence }: ChosenEvent): number => {
    const time = eventTime(event, calendar, occurrence);
    return time.ok ? time.value.start.epochMilliseconds : Number.POSITIVE_INFINITY;
  };
  const sorted = (interviews.length > 0 ? interviews : candidates)
    .map((candidate) => ({ candidate, at: startOf(candidate) }))
    .sort((a, b) => a.at - b.at);
  return (sorted.find(({ at }) => at >= now.epochMilliseconds) ?? sorted[0])?.candidate ?? null;
}

/** The next instance of a series, changed by its own VEVENT where the part has one. */
function nextOf(
  event: ICAL.Component,
  all: readonly ICAL.Component[],
  calendar: ICAL.Component,
  now: Temporal.Instant,
): ChosenEvent {
  const rule = event.getFirstPropertyValue("rrule");
  const start = event.getFirstPropertyValue("dtstart");
  if (!(rule instanceof ICAL.Recur) || !(start instanceof ICAL.Time))
    return { event, occurrence: null, isSeries: false };
  const isSeries = rule.count === null || rule.count > 5;
  // Two days cover every zone; only instances near today are worth reading their zone for.
  const yesterday = now.toZonedDateTimeISO("UTC").toPlainDate().subtract({ days: 2 }).toString();
  for (const occurrence of instances(rule, start, event, Number(yesterday.slice(0, 4)))) {
    if (occurrence.toString().slice(0, 10) < yesterday) continue;
    const changed = all.find(
      (other) => other.hasProperty("recurrence-id") && isInstance(other, event, occurrence),
    );
    const time = eventTime(changed ?? event, calendar, changed === undefined ? occurrence : null);
    // An unreadable time is the same for every instance.
    if (!time.ok) return { event, occurrence: null, isSeries };
    if (time.value.end.epochMilliseconds > now.epochMilliseconds)
      return { event: changed ?? event, occurrence: changed === undefined ? occurrence : null, isSeries };
  }
  return { event, occurrence: null, isSeries };
}

const isInstance = (other: ICAL.Component, event: ICAL.Component, occurrence: ICAL.Time): boolean => {
  const instance = other.getFirstPropertyValue("recurrence-id");
  return (
    word(other, "uid") === word(event, "uid") &&
    instance instanceof ICAL.Time &&
    instance.toICALString().slice(0, 8) === occurrence.toICALString().slice(0, 8)
  );
};

/** Instances of a series without those that EXDATE takes out. DTSTART is the first one (RFC 5545 3.8.5.3). A series that ical.js could walk for ever stops there, and so does a habit of years, which is no interview. */
function* instances(
  rule: ICAL.Recur,
  start: ICAL.Time,
  event: ICAL.Component,
  year: number,
): Generator<ICAL.Time> {
  const out = new Set(
    event
      .getAllProperties("exdate")
      .flatMap((property) => property.getValues().map((value) => String(value))),
  );
  const parts = Object.keys(rule.parts);
  const safe = /^(?:WEEKLY|MONTHLY|YEARLY)$/.test(rule.freq) || (rule.freq === "DAILY" && parts.length === 0);
  if (!out.has(String(start))) yield start;
  if (!safe || start.year < year - 1) return;
  const iterator = rule.iterator(start);
  for (let step = 0; step < 120; step++) {
    const next = iterator.next();
    if (next === null || next === undefined) return;
    if (next.compare(start) > 0 && !out.has(String(next))) yield next;
  }
}

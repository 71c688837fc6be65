import { Temporal } from "temporal-polyfill";
import type { Interview } from "./interview.ts";
import { spokenDate, spokenTime } from "./spoken.ts";

/**
 * Gives the interviews that are still to come as one says them to the employer, "Thursday 21 May at 14:00", on their clock; null when there is
 * none, or so many that naming them would be a list. The clock is named where it is not the person's own, or theirs is not known:
 * "at 09:00 New York time".
 */
export function spokenMeetings(
  interviews: readonly Interview[],
  zones: { readonly employer: string | null; readonly person: string },
  now: Temporal.Instant,
): string | null {
  const coming = interviews
    .filter(({ cancelled, start }) => !cancelled && Temporal.Instant.compare(start.toInstant(), now) > 0)
    .toSorted((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start));
  if (coming.length === 0 || coming.length > 3) return null;
  return listed(coming.map(({ start }) => spokenStart(start, zones, now)));
}

/** Gives "Greta Vance, Hana Lee and Jo Field". */
export const listed = (names: readonly string[]): string =>
  [names.slice(0, -1).join(", "), names.at(-1) ?? ""].filter((part) => part !== "").join(" and ");

function spokenStart(
  start: Temporal.ZonedDateTime,
  zones: { readonly employer: string | null; readonly person: string },
  now: Temporal.Instant,
): string {
  const theirs = zones.employer ?? (isPlace(start.timeZoneId) ? start.timeZoneId : null);
  const there = start.withTimeZone(theirs ?? zones.person);
  const today = now.toZonedDateTimeISO(there.timeZoneId).toPlainDate();
  const words = `${spokenDate(there.toPlainDate(), today)} at ${spokenTime(there.toPlainTime())}`;
  const isOneClock = theirs !== null && there.offset === start.withTimeZone(zones.person).offset;
  return isOneClock ? words : `${words} ${clockName(there.timeZoneId)}`;
}

/** A calendar in UTC or at a bare offset says nothing of where its writer lives. */
const isPlace = (zone: string): boolean => zone.includes("/") && !zone.startsWith("Etc/");

const clockName = (zone: string): string =>
  isPlace(zone) ? `${(zone.split("/").at(-1) ?? zone).replaceAll("_", " ")} time` : zone.replace("Etc/", "");

import type { Temporal } from "temporal-polyfill";

/** "Fri 22 May 2026, 07:30" in that IANA zone. */
export const moment = (at: Temporal.Instant, zone: string): string =>
  at
    .toZonedDateTimeISO(zone)
    .toLocaleString("en-GB", {
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
    })
    .replace(/^(\w+),/, "$1");

/** "Fri 22 May 2026, 07:30 (Europe/London)". */
export const momentWithZone = (at: Temporal.Instant, zone: string): string => `${moment(at, zone)} (${zone})`;

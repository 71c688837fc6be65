import { Temporal } from "temporal-polyfill";

/** A time in which a zone keeps its offset, in milliseconds: `from` counts, `until` does not. */
type Stretch = { readonly from: number; readonly until: number; readonly offset: number };

const known = new Map<string, Stretch[]>();

/**
 * Gives the stretch of a zone around an instant (milliseconds since 1970): between two changes of its clock a date is plain arithmetic, which
 * planning does for every mail. Throws RangeError for a zone that nobody knows.
 */
export function stretchAt(zone: string, at: number): Stretch {
  const before = known.get(zone)?.find(({ from, until }) => from <= at && at < until);
  if (before !== undefined) return before;
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const stretch = {
    // The change itself belongs to what follows it.
    from: there.add({ nanoseconds: 1 }).getTimeZoneTransition("previous")?.epochMilliseconds ?? -Infinity,
    until: there.getTimeZoneTransition("next")?.epochMilliseconds ?? Infinity,
    offset: there.offsetNanoseconds / 1_000_000,
  };
  known.set(zone, [stretch, ...(known.get(zone) ?? [])].slice(0, mostStretches));
  return stretch;
}

const mostStretches = 20;

import { Temporal } from "temporal-polyfill";

/** How many of one key, at least one, may come within a window. */
type Limit = { readonly most: number; readonly within: Temporal.DurationLike };

/** Null while that key has not used its window up, else when a new one begins; asking counts. */
export type Refuses = (key: string, now: Temporal.Instant) => Temporal.Instant | null;

/**
 * Counts in fixed windows, in the memory of this process, of at most `keys` keys: the oldest gives way. It keeps a flood from costing work and nothing
 * more: what acts once, and what nobody can guess, is decided by the store and the signature (SAFETY R35).
 */
export function rateLimit({ most, within }: Limit, keys = 10_000): Refuses {
  const windows = new Map<string, { readonly until: Temporal.Instant; count: number }>();
  return (key, now) => {
    const known = windows.get(key);
    if (known && Temporal.Instant.compare(now, known.until) < 0) {
      known.count += 1;
      return known.count <= most ? null : known.until;
    }
    windows.delete(key);
    const [oldest] = windows.keys();
    if (oldest !== undefined && windows.size >= keys) windows.delete(oldest);
    windows.set(key, { until: now.add(within), count: 1 });
    return null;
  };
}

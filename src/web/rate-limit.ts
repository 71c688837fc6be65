import { Temporal } from "temporal-polyfill";

/** How many of one key may come within a window. */
type Limit = { readonly most: number; readonly within: Temporal.DurationLike };

/** True while that key has not used its window up; asking counts. */
export type Allows = (key: string, now: Temporal.Instant) => boolean;

/**
 * Counts in fixed windows, in the memory of this process, of at most `keys` keys: the oldest gives way. It keeps a flood from costing work and nothing
 * more: what acts once, and what nobody can guess, is decided by the store and the signature (SAFETY R35).
 */
export function rateLimit({ most, within }: Limit, keys = 10_000): Allows {
  const windows = new Map<string, { readonly until: Temporal.Instant; count: number }>();
  return (key, now) => {
    const known = windows.get(key);
    if (known && Temporal.Instant.compare(now, known.until) < 0) {
      known.count += 1;
      return known.count <= most;
    }
    windows.delete(key);
    const [oldest] = windows.keys();
    if (oldest !== undefined && windows.size >= keys) windows.delete(oldest);
    windows.set(key, { until: now.add(within), count: 1 });
    return most >= 1;
  };
}

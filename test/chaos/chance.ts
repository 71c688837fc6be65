/** A random number from 0 to 1. The same seed gives the same row of them. */
export type Chance = () => number;

/** mulberry32: one 32-bit state, good enough to choose what breaks next. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of several things, each as often as its weight. */
export function oneOf<T>(chance: Chance, weighed: readonly (readonly [weight: number, thing: T])[]): T {
  let left = chance() * weighed.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, thing] of weighed) {
    left -= weight;
    if (left < 0) return thing;
  }
  const last = weighed.at(-1);
  if (!last) throw new Error("nothing to choose from");
  return last[1];
}

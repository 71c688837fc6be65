/** Chance that can be played again: the same words give the same numbers. */
export type Chance = {
  /** 0 up to, not including, 1. */
  readonly share: () => number;
  /** True that often. */
  readonly is: (probability: number) => boolean;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  readonly oneOf: <T>(list: readonly T[]) => T;
  /** One of the names, each as often as its weight says. */
  readonly weighed: <Name extends string>(weights: Readonly<Record<Name, number>>) => Name;
};

/** Mulberry32 over a hash of the words: small, and good enough for stories. */
export function chanceOf(...words: readonly (string | number)[]): Chance {
  let state = hash(words.join("|"));
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + Math.floor(share() * (most - least + 1));
  return {
    share,
    is: (probability) => share() < probability,
    between,
    oneOf: (list) => {
      const one = list[between(0, list.length - 1)];
      if (one === undefined) throw new Error("there is nothing to choose from");
      return one;
    },
    weighed: (weights) => {
      const names = Object.keys(weights) as (keyof typeof weights)[];
      let left = share() * names.reduce((sum, name) => sum + weights[name], 0);
      for (const name of names) {
        left -= weights[name];
        if (left < 0) return name;
      }
      throw new Error("there is nothing to choose from");
    },
  };
}

/** FNV-1a. */
function hash(words: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) sum = Math.imul(sum ^ words.charCodeAt(at), 0x01000193);
  return sum | 0;
}

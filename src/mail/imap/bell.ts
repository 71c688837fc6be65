/** Remembers a ring that came while nobody waited, so that no mail falls between reading and resting. */
export type Bell = {
  readonly ring: () => void;
  /** From now on only new rings count. */
  readonly listen: () => void;
  /** True when it rang, false when so many milliseconds passed in silence. */
  readonly rung: (milliseconds: number) => Promise<boolean>;
};

export function createBell(): Bell {
  let rang = false;
  let answer: () => void = () => undefined;
  return {
    ring: () => {
      rang = true;
      answer();
    },
    listen: () => {
      rang = false;
    },
    rung: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), milliseconds);
        answer = () => {
          clearTimeout(timer);
          resolve(true);
        };
        if (rang) answer();
      }),
  };
}

/** Waits, unless the signal ends it first. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done, { once: true });
    if (signal.aborted) done();
  });

/** Milliseconds before attempt `failures`: doubling, up to half of it at random, so that many mailboxes do not return as one (SAFETY R21). */
export function reconnectDelay(failures: number, [first, longest]: readonly [number, number]): number {
  const seconds = Math.min(longest, first * 2 ** (failures - 1));
  return seconds * 1_000 * (0.5 + Math.random() / 2);
}

export type StopWatch = { readonly pause: () => void; readonly goOn: () => void; readonly stop: () => void };

/** Calls `ring` once when `milliseconds` have passed, the pauses not counted; pauses may overlap. */
export function stopWatch(milliseconds: number, ring: () => void): StopWatch {
  let left = milliseconds;
  let pauses = 0;
  let since = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const run = (): void => {
    since = performance.now();
    // A program that was itself held up first hears what came in the meantime.
    timer = setTimeout(() => setImmediate(() => stopped || pauses > 0 || ring()), left);
  };
  run();
  return {
    pause: () => {
      pauses += 1;
      if (pauses > 1) return;
      clearTimeout(timer);
      left = Math.max(0, left - (performance.now() - since));
    },
    goOn: () => {
      pauses -= 1;
      if (pauses === 0 && !stopped) run();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

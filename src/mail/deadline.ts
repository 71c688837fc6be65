/** A time limit in milliseconds that may be set anew. `isOver` knows it also where the process was stopped meanwhile and the timer has not rung yet. */
export function deadline(expired: () => void) {
  let timer: NodeJS.Timeout | undefined;
  let endsAt = Number.POSITIVE_INFINITY;
  const stop = (): void => clearTimeout(timer);
  return {
    stop,
    isOver: (): boolean => performance.now() >= endsAt,
    restart: (milliseconds: number): void => {
      stop();
      endsAt = performance.now() + milliseconds;
      timer = setTimeout(expired, milliseconds);
    },
  };
}

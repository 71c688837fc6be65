/** Everything that asks a play to end early: Ctrl-C, a stop from outside, a closed terminal, a reader of the output who has gone. */
export type Ending = { readonly signal: AbortSignal; readonly end: () => void; readonly release: () => void };

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Listens until `release`. Without it the program that a play has started would outlive the play. */
export function awaitEnding(): Ending {
  const controller = new AbortController();
  const end = () => controller.abort(new Error("It was ended from outside."));
  for (const signal of signals) process.once(signal, end);
  // Stays after `release`: the last lines are written then, and nobody may be there to read them.
  process.stdout.on("error", end);
  return {
    signal: controller.signal,
    end,
    release: () => {
      for (const signal of signals) process.off(signal, end);
    },
  };
}

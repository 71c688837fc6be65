import type { QueueName } from "./queues.ts";

/** Everything that recurs by itself. `every` in milliseconds of real time. */
export const schedule: readonly {
  readonly queue: QueueName;
  readonly every: number;
  readonly why: string;
}[] = [
  {
    queue: "sweep",
    every: 30_000,
    why: "finds whatever is due in the store and has no reminder (SAFETY R1: within 60 s)",
  },
];

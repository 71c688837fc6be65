import { z } from "zod";
import type { Reminder } from "../ports.ts";

/** Payloads carry an id and nothing else: the store is the truth, logs and queues hold no mail (SAFETY R1, R53). */
export const idPayload = <Id extends string>() =>
  z.strictObject({ id: z.uuid().transform((id) => id as Id) });
export const sweepPayload = z.strictObject({});

export type QueueName = Reminder["queue"] | "sweep";

export type QueueSettings = {
  readonly concurrency: number;
  /** How long a process may be silent before another one takes its job over, in milliseconds. */
  readonly lockDuration: number;
  /** A job whose process was killed this often is given up by the queue; the sweep then rebuilds it (SAFETY M4). */
  readonly maxStalledCount: number;
  readonly attempts: number;
  readonly backOff: number;
};

const short: QueueSettings = {
  concurrency: 4,
  lockDuration: 30_000,
  maxStalledCount: 10,
  attempts: 3,
  backOff: 1_000,
};

/** One queue a kind of work. A failed attempt of `outbox` is never repeated by the queue: only the outbox's own states decide (SAFETY R8). */
export const queues: Readonly<Record<QueueName, QueueSettings>> = {
  watch: { concurrency: 10_000, lockDuration: 15_000, maxStalledCount: 1_000_000, attempts: 1, backOff: 0 },
  plan: short,
  digest: short,
  // A model may think for a minute.
  draft: { ...short, lockDuration: 60_000 },
  voice: { ...short, concurrency: 2, attempts: 1 },
  // A turn mostly waits for one mailbox's servers: as many may be slow before the others wait.
  outbox: { ...short, concurrency: 48, attempts: 1, lockDuration: 60_000 },
  reconcile: short,
  file: short,
  // The next reading of the mailbox asks for it again.
  "drafts-folder": { ...short, attempts: 1, lockDuration: 60_000 },
  sweep: { ...short, concurrency: 1 },
};

export const queueNames = Object.keys(queues).filter((name): name is QueueName => name in queues);

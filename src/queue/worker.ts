import type { Logger } from "pino";
import type { z } from "zod";
import { type Reason, reasonOf } from "../reason.ts";
import type { Backend, WorkerHandle } from "./backend.ts";
import { type QueueName, queues } from "./queues.ts";

/**
 * One worker: which queue, what a job must look like, and the one flow it calls with the `app` that the flow asks for.
 * `signal` is aborted when the process is asked to stop, and when it has lost the job to another one.
 */
export type WorkerSpec<Payload, App> = {
  readonly queue: QueueName;
  readonly payload: z.ZodType<Payload>;
  readonly run: (payload: Payload, app: App, signal: AbortSignal) => Promise<void>;
};

/** A worker with its payload type put away, so that workers of all queues stand in one list. */
export type RunnableWorker<App> = {
  readonly queue: QueueName;
  readonly run: (data: unknown, app: App, signal: AbortSignal) => Promise<void>;
};

/** Parses each job's payload at the edge; one that does not fit is a bug of ours and fails loudly. */
export const worker = <Payload, App>({
  queue,
  payload,
  run,
}: WorkerSpec<Payload, App>): RunnableWorker<App> => ({
  queue,
  run: (data, app, signal) => run(payload.parse(data), app, signal),
});

/** Starts one worker on a backend. A failed job is logged by queue and reason, never by content (SAFETY R53); the sweep makes up for it (M4). */
export function startWorker<App>(
  backend: Backend,
  { queue, run }: RunnableWorker<App>,
  app: App,
  stopping: AbortSignal,
  log: Pick<Logger, "warn">,
): WorkerHandle {
  const { concurrency, lockDuration, maxStalledCount } = queues[queue];
  return backend.worker(
    queue,
    (job, signal) =>
      run(job.data, app, signal).catch((error: unknown) => {
        throw new JobFailed(error);
      }),
    {
      concurrency,
      lockDuration,
      maxStalledCount,
      stopping,
      onError: (error) =>
        log.warn({ queue, ...(error instanceof JobFailed ? error.reason : reasonOf(error)) }, "a job failed"),
    },
  );
}

/** What the queue may keep of a failure: it writes an error's message beside the job, so this one says the reason alone and has no cause. */
class JobFailed extends Error {
  readonly reason: Reason;
  constructor(error: unknown) {
    const reason = reasonOf(error);
    super(Object.values(reason).join(" "));
    this.reason = reason;
  }
}

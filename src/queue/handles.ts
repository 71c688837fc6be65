import type { QueueHandle, WorkerHandle, WorkerOptions } from "./backend.ts";
import type { Leases } from "./leases.ts";

/** The part of BullMQ's Queue that both backends share, so that one adapter serves them. */
type AnyQueue = {
  addBulk(jobs: { name: string; data: object; opts: object }[]): Promise<unknown>;
  upsertJobScheduler(id: string, repeat: { every: number }, template: object): Promise<unknown>;
  getJobs(types: ("waiting" | "delayed" | "prioritized")[]): Promise<KeptJob[]>;
  on(event: "error", listener: (error: Error) => void): unknown;
  close(): Promise<void>;
};
type KeptJob = { readonly data: object; remove(): Promise<void> };

/** @param forgetEvents drops what the backend keeps of what happened to jobs, with their names. */
export function queueHandle(queue: AnyQueue, forgetEvents: () => Promise<unknown>): QueueHandle {
  queue.on("error", () => undefined);
  return {
    add: async (name, jobs) => {
      await queue.addBulk(
        jobs.map(({ data, options: { unique, again, delay, attempts, backOff } }) => ({
          name,
          data,
          opts: {
            ...(again ? { deduplication: { id: unique, keepLastIfActive: true } } : { jobId: unique }),
            delay,
            attempts,
            backoff: { type: "exponential", delay: backOff },
            removeOnComplete: true,
            removeOnFail: true,
          },
        })),
      );
    },
    every: async (id, milliseconds) => {
      await queue.upsertJobScheduler(
        id,
        { every: milliseconds },
        { name: id, data: {}, opts: { removeOnComplete: true, removeOnFail: true } },
      );
    },
    forget: async (ids) => {
      const jobs = await queue.getJobs(["waiting", "delayed", "prioritized"]);
      for (const job of jobs) if ("id" in job.data && ids.has(String(job.data.id))) await job.remove();
      await forgetEvents();
    },
    close: () => queue.close(),
  };
}

type AnyWorker = {
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "failed", listener: (job: unknown, error: Error) => void): unknown;
  on(event: "lockRenewalFailed", listener: (ids: string[]) => void): unknown;
  run(): Promise<void>;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
};

/** What a worker of either backend needs from the rest: every failure is told to `onError`, that of a job and that of its connection. */
export function workerHandle(worker: AnyWorker, leases: Leases, options: WorkerOptions): WorkerHandle {
  worker.on("error", options.onError);
  worker.on("lockRenewalFailed", leases.lost);
  worker.on("failed", (_job, error) => options.onError(error));
  const running = worker.run().catch(options.onError);
  return {
    ready: async () => {
      await worker.waitUntilReady();
    },
    close: async () => {
      await worker.close();
      await running;
    },
  };
}

/** The options of BullMQ's Worker on either backend. */
export const workerSettings = (options: WorkerOptions) => ({
  autorun: false,
  concurrency: options.concurrency,
  lockDuration: options.lockDuration,
  stalledInterval: Math.min(5_000, options.lockDuration),
  // After a failed look for work, which a restarted server explains; BullMQ's own 15 s are longer than SAFETY R10 wants.
  runRetryDelay: 1_000,
  maxStalledCount: options.maxStalledCount,
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
});

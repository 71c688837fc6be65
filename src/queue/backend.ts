/** What this program uses of BullMQ, the same on both backends. */
export type Backend = {
  readonly queue: (name: string) => QueueHandle;
  readonly worker: (
    name: string,
    /** `signal` is aborted when the process is asked to stop, and when the job's lock is lost. */
    run: (job: JobHandle, signal: AbortSignal) => Promise<void>,
    options: WorkerOptions,
  ) => WorkerHandle;
  /**
   * Puts right what a process with a clock ahead has written: where it died, its jobs would be held for as long as it was ahead (SAFETY R9, M5).
   * True: what recurs has to be scheduled anew.
   */
  readonly shortenLocks: () => Promise<boolean>;
  /** True when a job of one of these queues waits or runs now; delayed ones do not count. */
  readonly busy: (queues: readonly string[]) => Promise<boolean>;
  readonly close: () => Promise<void>;
};
export type JobHandle = { readonly id?: string | undefined; readonly data: unknown };
export type QueueHandle = {
  readonly add: (name: string, jobs: readonly { data: object; options: AddOptions }[]) => Promise<void>;
  readonly every: (id: string, milliseconds: number) => Promise<void>;
  /** Takes out the jobs that carry one of those ids and do not run now. */
  readonly forget: (ids: ReadonlySet<string>) => Promise<void>;
  readonly close: () => Promise<void>;
};
/**
 * `unique` is the name under which a job is queued at most once. With `again` that counts only while it waits: one that comes
 * while its twin runs is kept and runs after it, because the twin may have looked before there was something to see.
 */
export type AddOptions = {
  readonly unique: string;
  readonly again: boolean;
  /** Milliseconds. */
  readonly delay: number;
  readonly attempts: number;
  readonly backOff: number;
};
export type WorkerOptions = {
  concurrency: number;
  lockDuration: number;
  maxStalledCount: number;
  stopping: AbortSignal;
  onError: (error: Error) => void;
};
export type WorkerHandle = { readonly close: () => Promise<void>; readonly ready: () => Promise<void> };

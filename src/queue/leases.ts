import type { JobHandle } from "./backend.ts";

/** Runs the jobs of one worker, each with a signal of its own. */
export type Leases = {
  readonly run: (job: JobHandle) => Promise<void>;
  /** The locks of these jobs are lost: whoever has them now does the work. */
  readonly lost: (ids: readonly string[]) => void;
};

/**
 * A job's lock is its lease. The signal that `work` gets is aborted when the lease is lost, because the process stood still or its database was
 * away, and when `stopping` is aborted: a watcher whose mailbox another process watches has to end (DESIGN 6.1).
 */
export function createLeases(
  work: (job: JobHandle, signal: AbortSignal) => Promise<void>,
  stopping: AbortSignal,
): Leases {
  const running = new Map<string, { readonly lease: AbortController; readonly ended: Promise<void> }>();
  const end = (id: string): void => running.get(id)?.lease.abort();
  stopping.addEventListener("abort", () => [...running.keys()].forEach(end), { once: true });
  return {
    run: async (job) => {
      const id = job.id ?? "";
      const before = running.get(id);
      if (before) {
        // It came back to the process that had lost it: one and the same work is not done twice at once.
        before.lease.abort();
        return before.ended;
      }
      const lease = new AbortController();
      if (stopping.aborted) lease.abort();
      const ended = work(job, lease.signal).finally(() => running.delete(id));
      running.set(id, { lease, ended });
      return ended;
    },
    lost: (ids) => ids.forEach(end),
  };
}

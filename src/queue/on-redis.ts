import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import type { Backend } from "./backend.ts";
import { queueHandle, workerHandle, workerSettings } from "./handles.ts";
import { createLeases } from "./leases.ts";
import { checkRedis } from "./redis-check.ts";

/**
 * BullMQ on Redis. A server that may evict keys would lose jobs silently, so it is refused (SAFETY R10).
 * @throws SetupError when the server cannot be used, without ever naming a password.
 */
export async function redisBackend(url: string, onError: (error: Error) => void): Promise<Backend> {
  await checkRedis(url);
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  connection.on("error", onError);
  const known = new Map<string, Queue<object>>();
  const queueOf = (name: string): Queue<object> => {
    const queue = known.get(name) ?? new Queue<object>(name, { connection });
    known.set(name, queue);
    return queue;
  };
  return {
    queue: (name) => queueHandle(queueOf(name), () => queueOf(name).trimEvents(0)),
    worker: (name, run, options) => {
      const leases = createLeases(run, options.stopping);
      const worker = new Worker<object, void>(name, leases.run, { connection, ...workerSettings(options) });
      return workerHandle(worker, leases, options);
    },
    // The server's own clock ends them.
    shortenLocks: async () => false,
    busy: async (names) => {
      const counts = await Promise.all(
        names.map((name) => queueOf(name).getJobCounts("waiting", "active", "prioritized")),
      );
      return counts.flatMap((count) => Object.values(count)).some((count) => count > 0);
    },
    close: async () => connection.disconnect(),
  };
}

import {
  createPostgresBackend,
  type PostgresConnectionOptions,
  Queue,
  runMigrations,
  Worker,
  withBackend,
} from "bullmq";
import { Redis } from "ioredis";
import pg from "pg";
import { queueHandle, workerHandle } from "./handles.ts";
import { createLeases } from "./leases.ts";
import { queueNames, queues } from "./queues.ts";
import { checkRedis } from "./redis-check.ts";
import { forgetEvents, forgetFutureRuns, shortenLocks } from "./statements.ts";

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

/**
 * BullMQ on its PostgreSQL backend: one pool a process, in a schema of its own, its migrations run here (SAFETY R10).
 * @param config its limits in time hold for everything but the migrations
 */
export async function postgresBackend(
  config: pg.PoolConfig,
  onError: (error: Error) => void,
): Promise<Backend> {
  const schema = "bullmq";
  const inSchema = { ...config, options: `-c search_path=${schema}` };
  await migrateQueue(inSchema, schema);
  const pool = new pg.Pool({ ...inSchema, max: 24 });
  pool.on("error", onError);
  // A connection that is lost in the middle of a transaction of BullMQ's has no other listener, and would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  // Every queue and worker listens to the shared pool for errors, more than Node expects by default.
  pool.setMaxListeners(64);
  const bound = withBackend(createPostgresBackend);
  // BullMQ documents a pg.Pool as a connection, but its own type of a pool does not accept @types/pg's overloads.
  const connection = pool as unknown as PostgresConnectionOptions;
  return {
    queue: (name) =>
      queueHandle(new bound.Queue<object>(name, { connection }), () => pool.query(forgetEvents, [name])),
    worker: (name, run, options) => {
      const leases = createLeases(run, options.stopping);
      const worker = new bound.Worker<object, void>(name, leases.run, { connection, ...settings(options) });
      return workerHandle(worker, leases, options);
    },
    shortenLocks: async () => {
      const { rowCount } = await pool.query(forgetFutureRuns, [2 * longestLock]);
      await pool.query(shortenLocks, [2 * longestLock]);
      return (rowCount ?? 0) > 0;
    },
    busy: async (names) => {
      const { rows } = await pool.query<{ busy: boolean }>(waitingOrActive, [names]);
      return rows[0]?.busy ?? false;
    },
    close: () => pool.end(),
  };
}

/** Over a connection of its own, which may take as long as it needs (0: no limit). */
async function migrateQueue(config: pg.ClientConfig, schema: string): Promise<void> {
  const client = new pg.Client({ ...config, statement_timeout: 0, lock_timeout: 0 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await runMigrations(client, schema);
  } finally {
    await client.end();
  }
}

/** One statement for all queues sees one moment: a job that is taken between two looks is in neither of them. */
const waitingOrActive =
  "select exists (select from job where queue = any($1) and state in ('waiting', 'active')) as busy";

const longestLock = Math.max(...queueNames.map((name) => queues[name].lockDuration));

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
      const worker = new Worker<object, void>(name, leases.run, { connection, ...settings(options) });
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

const settings = (options: WorkerOptions) => ({
  autorun: false,
  concurrency: options.concurrency,
  lockDuration: options.lockDuration,
  stalledInterval: Math.min(5_000, options.lockDuration),
  maxStalledCount: options.maxStalledCount,
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
});

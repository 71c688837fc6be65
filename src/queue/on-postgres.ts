import { createPostgresBackend, type PostgresConnectionOptions, runMigrations, withBackend } from "bullmq";
import pg from "pg";
import type { Backend } from "./backend.ts";
import { queueHandle, workerHandle, workerSettings } from "./handles.ts";
import { createLeases } from "./leases.ts";
import { queueNames, queues } from "./queues.ts";
import { forgetEvents, forgetFutureRuns, shortenLocks } from "./statements.ts";

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
  const bound = withBackend(lookingOften);
  // BullMQ documents a pg.Pool as a connection, but its own type of a pool does not accept @types/pg's overloads.
  const connection = pool as unknown as PostgresConnectionOptions;
  return {
    queue: (name) =>
      queueHandle(new bound.Queue<object>(name, { connection }), () => pool.query(forgetEvents, [name])),
    worker: (name, run, options) => {
      const leases = createLeases(run, options.stopping);
      const worker = new bound.Worker<object, void>(name, leases.run, {
        connection,
        ...workerSettings(options),
      });
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

/** Seconds between two looks of an idle worker: the pace that BullMQ itself keeps on Redis. */
const longestWait = 10;

/**
 * BullMQ lets an idle worker sleep up to an hour, woken by a notice or by what it saw when it lay down. Where PostgreSQL was restarted
 * in between, the notice is lost and the look may have failed, and what is due would wait as long (SAFETY R10).
 */
const lookingOften: typeof createPostgresBackend = (...args) =>
  Object.defineProperty(createPostgresBackend(...args), "maximumBlockTimeout", { value: longestWait });

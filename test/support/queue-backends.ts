import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import pg from "pg";
import { type Backend, postgresBackend, redisBackend } from "../../src/queue/backend.ts";
import { type Database, openDatabase } from "../../src/store/connect.ts";
import { startRedis } from "./private-redis.ts";
import { realServer } from "./real-servers.ts";

/** Where the jobs of a suite live: a server of its own, to which any number of backends connect. */
export type QueueHome = {
  /** Said to a process of its own, which opens the same with `openAt`. */
  readonly address: string;
  readonly open: () => Promise<Backend>;
  /** What an operator's mistake or a lost disk does to the queue. */
  readonly lose: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const redisServer = realServer("redis-server");

/** Both backends, for describe.each; one whose server is missing is named as left out. */
export const queueHomes = [
  { title: "on PostgreSQL", missing: false, start: onPostgres },
  { title: redisServer.title("on Redis"), missing: redisServer.missing, start: onRedis },
] as const;

/** Errors of connections that a test cuts on purpose. */
const ignore = (): void => undefined;

/** Opens the backend of an address that a QueueHome gave. */
export const openAt = (address: string): Promise<Backend> =>
  address.startsWith("redis:")
    ? redisBackend(address, ignore)
    : postgresBackend(JSON.parse(address) as pg.PoolConfig, ignore);

async function onPostgres(): Promise<QueueHome> {
  const dataFolder = await mkdtemp(join(tmpdir(), "afterword-queue-"));
  const database: Database = await openDatabase({ dataFolder, databaseUrl: null });
  const address = JSON.stringify(database.connection);
  return {
    address,
    open: () => openAt(address),
    lose: async () => {
      const client = new pg.Client(database.connection);
      await client.connect();
      await client.query("truncate bullmq.job cascade");
      await client.end();
    },
    close: async () => {
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function onRedis(): Promise<QueueHome> {
  const server = await startRedis(redisServer.path);
  return {
    address: server.url,
    open: () => openAt(server.url),
    lose: async () => {
      const client = new Redis(server.url);
      await client.flushall();
      client.disconnect();
    },
    close: server.stop,
  };
}

import { rm } from "node:fs/promises";
import { Redis } from "ioredis";
import pg from "pg";
import type { Backend } from "../../src/queue/backend.ts";
import { postgresBackend } from "../../src/queue/on-postgres.ts";
import { redisBackend } from "../../src/queue/on-redis.ts";
import { type Database, openDatabase } from "../../src/store/connect.ts";
import { dumpOf } from "./planted-canaries.ts";
import { preparedDataFolder } from "./prepared-data.ts";
import { startRedis } from "./private-redis.ts";
import { realServer } from "./real-servers.ts";

/** Where the jobs of a suite live: a server of its own, to which any number of backends connect. */
export type QueueHome = {
  /** Said to a process of its own, which opens the same with `openAt`. */
  readonly address: string;
  readonly open: () => Promise<Backend>;
  /** What an operator's mistake or a lost disk does to the queue. */
  readonly lose: () => Promise<void>;
  /** Tables or keys in which those words stand. */
  readonly names: (words: string) => Promise<readonly string[]>;
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
  const dataFolder = await preparedDataFolder("afterword-queue-");
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
    names: async (words) => {
      const client = new pg.Client(database.connection);
      await client.connect();
      const dump = await dumpOf(async (text) => (await client.query(text)).rows);
      await client.end();
      return [...dump].flatMap(([name, rows]) => (rows.some((row) => row.includes(words)) ? [name] : []));
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
    names: async (words) => {
      const client = new Redis(server.url);
      const found: string[] = [];
      for (const key of await client.keys("*")) {
        // The serialised value may be packed: words are looked for as they are read.
        const value = JSON.stringify(await valueAt(client, key));
        if (key.includes(words) || value.includes(words)) found.push(key);
      }
      client.disconnect();
      return found;
    },
    close: server.stop,
  };
}

/** Whatever is kept under a key, of each type that BullMQ uses. */
async function valueAt(client: Redis, key: string): Promise<unknown> {
  const type = await client.type(key);
  if (type === "hash") return client.hgetall(key);
  if (type === "list") return client.lrange(key, 0, -1);
  if (type === "zset") return client.zrange(key, "0", "-1");
  if (type === "set") return client.smembers(key);
  if (type === "stream") return client.xrange(key, "-", "+");
  return client.get(key);
}

import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { type Config, loadConfig } from "./config.ts";
import { postgresBackend } from "./queue/on-postgres.ts";
import { redisBackend } from "./queue/on-redis.ts";
import { type Database, openDatabase } from "./store/connect.ts";
import { makeDataFolder } from "./store/data-folder.ts";
import { openKey } from "./store/key-file.ts";
import { migrate } from "./store/migrate.ts";

/** What one part of the program came to: what it is when it works, or one sentence that says what to do. */
export type Finding = { readonly part: string; readonly ok: boolean; readonly says: string };

/**
 * Tries the parts that compose.ts builds, one by one and in its order, so that what is wrong has a name. Stops at the first one
 * that the following ones need.
 * @returns `config` is null when it could not be read.
 */
export async function diagnose(): Promise<{
  readonly findings: readonly Finding[];
  readonly config: Config | null;
}> {
  const findings: Finding[] = [];
  const attempt = async <T>(part: string, work: () => Promise<readonly [string, T]>): Promise<T | null> => {
    try {
      const [says, value] = await work();
      findings.push({ part, ok: true, says });
      return value;
    } catch (error) {
      findings.push({ part, ok: false, says: error instanceof Error ? error.message : String(error) });
      return null;
    }
  };
  const ended = (config: Config | null) => ({ findings, config });

  await attempt("node", async () => [nodeVersion(), null]);
  const config = await attempt("settings", async () => ["read", loadConfig()]);
  if (!config) return ended(null);
  await attempt("data folder", async () => [config.dataFolder, await makeDataFolder(config.dataFolder)]);
  const database = await attempt("store", () => openStore(config));
  if (!database) return ended(config);
  try {
    const migrated = await attempt("tables", async () => {
      const applied = await migrate(database.connection);
      return [applied.length === 0 ? "up to date" : `brought up to ${applied.at(-1)}`, true];
    });
    if (!migrated) return ended(config);
    await attempt("key", async () => {
      await openKey(config, () => sealedAlready(database.connection));
      return [config.key === null ? "the key file of the data folder" : "AFTERWORD_KEY", null];
    });
    await attempt("queue", async () => [await tryQueue(config, database), null]);
    return ended(config);
  } finally {
    await database.close();
  }
}

function nodeVersion(): string {
  const { node } = process.versions;
  if (Number(node.split(".")[0]) >= 24) return node;
  throw new Error(
    `Node 24 or newer is needed and this is ${node}; "npm ci" in Afterword's folder brings the right one.`,
  );
}

async function openStore(config: Config): Promise<readonly [string, Database]> {
  const database = await openDatabase(config);
  const version = await ask<{ server_version: string }>(database.connection, "show server_version");
  const where = database.mode === "embedded" ? "in the data folder" : "of DATABASE_URL";
  return [`PostgreSQL ${version?.server_version.split(" ")[0] ?? ""} ${where}`, database];
}

const sealedAlready = async (connection: pg.ClientConfig): Promise<boolean> =>
  (await ask(connection, "select id from mailbox limit 1")) !== undefined;

async function ask<Row extends pg.QueryResultRow>(
  connection: pg.ClientConfig,
  sql: string,
): Promise<Row | undefined> {
  const client = new pg.Client(connection);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows[0];
  } finally {
    await client.end();
  }
}

async function tryQueue({ redisUrl }: Config, database: Database): Promise<string> {
  if (redisUrl === null) {
    await (await postgresBackend(database.connection, () => undefined)).close();
    return "in PostgreSQL";
  }
  const { hostname, port } = new URL(redisUrl);
  // The client itself would try for ever.
  if (!(await answers(hostname.replace(/^\[(.*)\]$/, "$1"), Number(port || 6379)))) {
    throw new Error(
      `Nothing answers at ${hostname}:${port || 6379} (REDIS_URL); start Redis there, or leave REDIS_URL out.`,
    );
  }
  await (await redisBackend(redisUrl, () => undefined)).close();
  return `Redis at ${hostname}`;
}

function answers(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  const open = new Promise<boolean>((resolve) => {
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
  });
  return Promise.race([open, wait(3_000, false, { ref: false })]).finally(() => socket.destroy());
}

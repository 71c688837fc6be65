import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { SetupError } from "../setup-error.ts";
import { type Binaries, postgresFor } from "./binaries.ts";
import { type Cluster, findCluster, makeCluster, pointerIn, port, removeDrafts } from "./cluster.ts";
import { makeDataFolder } from "./data-folder.ts";
import { withFolderLock } from "./folder-lock.ts";
import { findPostmaster, patience, startPostmaster, stopPostmaster } from "./postmaster.ts";

/** The embedded server, in use by this process until `leave`. `connection` goes to its database `afterword`. */
export type Embedded = { readonly connection: pg.PoolConfig; readonly leave: () => Promise<void> };

/** Every process that uses the server holds one connection of this name: so the others know of it, and it ends with its process, however that ends. */
const anchorName = "afterword anchor";

/**
 * Joins the users of the embedded PostgreSQL of a data folder: starts it, adopts it where it runs, recovers it where it crashed.
 * The last user that leaves stops it. When it dies in between, it is started again.
 * @param onTrouble told in one sentence why a server that died could not be started again; that is tried every second until `leave`.
 * @throws SetupError when there is no server to be had.
 */
export async function joinEmbedded(folder: string, onTrouble: (says: string) => void): Promise<Embedded> {
  const dataFolder = resolve(folder);
  await makeDataFolder(dataFolder);
  let left = false;
  let held = await enter(dataFolder);
  let recovery: Promise<void> = Promise.resolve();
  const recover = async () => {
    while (!left) {
      try {
        held = await enter(dataFolder);
        return watch();
      } catch (error) {
        onTrouble(error instanceof Error ? error.message : String(error));
        await sleep(1000);
      }
    }
  };
  const watch = () => {
    void held.ended.then(() => {
      if (!left) recovery = recover();
    });
  };
  watch();
  return {
    connection: connectionTo(held.anchor.host),
    leave: async () => {
      if (left) return;
      left = true;
      await recovery;
      await withFolderLock(lockOf(dataFolder), () => leave(held));
    },
  };
}

/**
 * Deletes the embedded database of a data folder for good, wherever it lies.
 * @throws SetupError while another process uses it.
 */
export async function deleteEmbedded(folder: string): Promise<void> {
  const dataFolder = resolve(folder);
  await withFolderLock(lockOf(dataFolder), async () => {
    const cluster = await findCluster(dataFolder);
    if (await findPostmaster(cluster)) {
      throw new SetupError(`The database of ${dataFolder} is in use; stop Afterword first.`);
    }
    await rm(cluster.folder, { recursive: true, force: true });
    await rm(pointerIn(dataFolder), { force: true });
  });
}

type Held = { readonly anchor: pg.Client; readonly ended: Promise<void>; readonly cluster: Cluster };

const lockOf = (dataFolder: string): string => join(dataFolder, "lock");

/** Entering and leaving happen under one lock: nobody joins a server that is about to be stopped. */
const enter = (dataFolder: string): Promise<Held> =>
  withFolderLock(lockOf(dataFolder), async () => {
    const cluster = await findCluster(dataFolder);
    const binaries = await postgresFor(cluster.owner);
    await removeDrafts(cluster);
    if (!cluster.made) await makeCluster(cluster, dataFolder, binaries);
    const anchor = await reach(cluster, binaries);
    // Listened for from the start: the server may die before anyone else looks.
    const ended = new Promise<void>((resolve) => anchor.once("end", () => resolve()));
    return { anchor, ended, cluster };
  });

async function reach(cluster: Cluster, binaries: Binaries): Promise<pg.Client> {
  const deadline = Date.now() + patience;
  for (;;) {
    const postmaster = await findPostmaster(cluster);
    if (!postmaster) {
      await startPostmaster(cluster, binaries);
      continue;
    }
    try {
      return await connect({ ...connectionTo(postmaster.socketFolder), application_name: anchorName });
    } catch (error) {
      const code = codeOf(error);
      if (noSuchDatabase.has(code)) await createDatabase(postmaster.socketFolder);
      else if (!passing.has(code) || Date.now() > deadline) {
        throw new SetupError(
          `PostgreSQL runs on ${cluster.folder} (process ${postmaster.pid}) but does not let us in (${String(error)}); end that process and start again.`,
        );
      } else await sleep(50);
    }
  }
}

/** PostgreSQL's codes for an unknown database and an unknown role: a cluster whose maker was killed before it had made them. */
const noSuchDatabase = new Set(["3D000", "28000"]);

/** Starting up or shutting down (57P03), its socket not there yet or no more, cut off in between. */
const passing = new Set(["57P03", "57P01", "57P02", "ECONNREFUSED", "ENOENT", "ECONNRESET", "EPIPE", ""]);

/** The program itself is no superuser: what it cannot do, no injected statement can. */
async function createDatabase(socketFolder: string): Promise<void> {
  const client = await connect({ ...connectionTo(socketFolder), user: "postgres", database: "postgres" });
  try {
    const roles = await client.query("select from pg_roles where rolname = 'afterword'");
    if (roles.rowCount === 0) await client.query("create role afterword login");
    await client.query("grant pg_read_all_stats to afterword");
    const databases = await client.query("select from pg_database where datname = 'afterword'");
    if (databases.rowCount === 0) await client.query("create database afterword owner afterword");
  } finally {
    await client.end();
  }
}

async function leave({ anchor, cluster }: Held): Promise<void> {
  const last = await isLast(anchor).catch(() => false);
  await anchor.end().catch(() => {});
  if (last) await stopPostmaster(cluster);
}

async function isLast(anchor: pg.Client): Promise<boolean> {
  // Connections that were closed a moment ago, our own, may still be on the list.
  for (let look = 0; look < 20; look++) {
    const { rows } = await anchor.query<{ anchor: boolean }>(
      "select application_name = $1 as anchor from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
      [anchorName],
    );
    if (rows.length === 0) return true;
    if (rows.some((row) => row.anchor)) return false;
    await sleep(50);
  }
  return false;
}

const connectionTo = (socketFolder: string): pg.PoolConfig => ({
  host: socketFolder,
  port,
  user: "afterword",
  database: "afterword",
  ssl: false,
});

async function connect(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 30_000 });
  // A connection that breaks also ends, and that is what we act on; without a listener it would end the process.
  client.on("error", () => {});
  await client.connect();
  return client;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

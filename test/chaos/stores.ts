import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { findCluster, port } from "../../src/store/cluster.ts";
import { findPostmaster } from "../../src/store/postmaster.ts";
import { freePort } from "../support/free-port.ts";
import { openWire, type Wire } from "./wire.ts";

/** The embedded PostgreSQL of a data folder, over a network that breaks. Whoever has joined it starts it again when it has died. */
export async function breakablePostgres(dataFolder: string) {
  const cluster = await findCluster(dataFolder);
  let path = "";
  const locate = async () => {
    const postmaster = await findPostmaster(cluster);
    if (postmaster) path = join(postmaster.socketFolder, `.s.PGSQL.${port}`);
    return postmaster?.pid;
  };
  await locate();
  const wire = await openWire(() => ({ path }));
  return {
    wire,
    url: `postgres://afterword@127.0.0.1:${wire.port}/afterword`,
    /** An immediate shutdown: every session ends in the middle of what it does, the log is replayed at the start. */
    crash: async () => {
      const pid = await locate();
      if (pid !== undefined) process.kill(pid, "SIGQUIT");
    },
    close: wire.close,
  };
}

export type BreakableRedis = {
  readonly wire: Wire;
  readonly url: string;
  readonly directUrl: string;
  /** SIGKILL, and a start with what its log has. */
  readonly crash: () => Promise<void>;
  readonly forgetAll: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A Redis with its log on disk (SAFETY R10), over a network that breaks. */
export async function breakableRedis(path: string, folder: string): Promise<BreakableRedis> {
  const at = await freePort();
  let server: ChildProcess;
  const directUrl = `redis://127.0.0.1:${at}`;
  const begin = async () => {
    const options = {
      port: at,
      bind: "127.0.0.1",
      dir: folder,
      save: "",
      appendonly: "yes",
      "maxmemory-policy": "noeviction",
    };
    const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    server = spawn(path, flags, { stdio: "ignore" });
    const client = new Redis(directUrl, { maxRetriesPerRequest: null });
    client.on("error", () => undefined);
    await client.ping();
    client.disconnect();
  };
  await begin();
  const wire = await openWire(() => ({ host: "127.0.0.1", port: at }));
  const end = async () => {
    const gone = once(server, "exit");
    server.kill("SIGKILL");
    await gone;
  };
  return {
    wire,
    url: `redis://127.0.0.1:${wire.port}`,
    directUrl,
    crash: async () => {
      await end();
      await wait(100);
      await begin();
    },
    forgetAll: async () => {
      const client = new Redis(directUrl);
      await client.flushall();
      client.disconnect();
    },
    close: async () => {
      await wire.close();
      await end();
    },
  };
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "./free-port.ts";

export type PrivateRedis = { readonly url: string; readonly stop: () => Promise<void> };

/** A Redis of its own on a free port of the loopback, without a trace on disk. */
export async function startRedis(path: string): Promise<PrivateRedis> {
  const folder = await mkdtemp(join(tmpdir(), "afterword-redis-"));
  const port = await freePort();
  const options = { port, bind: "127.0.0.1", dir: folder, save: "", "maxmemory-policy": "noeviction" };
  const server = spawn(
    path,
    Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: "ignore" },
  );
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill();
      await once(server, "exit");
    }
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100; tries += 1) {
    if (await answers(port)) return { url: `redis://127.0.0.1:${port}`, stop };
    await wait(50);
  }
  await stop();
  throw new Error("Redis did not start.");
}

function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  return new Promise((resolve) => {
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
  }).then((open) => {
    socket.destroy();
    return open === true;
  });
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Composed, compose } from "../../src/compose.ts";
import { readConfig } from "../../src/config.ts";
import { connectMailbox } from "../../src/flows/connect-mailbox.ts";
import { onLoopback } from "../support/account.ts";
import { type ImapPeer, startImapPeer } from "../support/imap-peer.ts";
import { eventually } from "../support/memory-sink.ts";
import { type PrivateRedis, startRedis } from "../support/private-redis.ts";
import { realServer } from "../support/real-servers.ts";

const addresses = ["ana@reyes.example", "ben@reyes.example", "cleo@reyes.example"];
const redisServer = realServer("redis-server");

for (const { title, missing, onRedis } of [
  { title: "with the queue in PostgreSQL", missing: false, onRedis: false },
  { title: redisServer.title("with the queue in Redis"), missing: redisServer.missing, onRedis: true },
])
  describe.skipIf(missing)(title, () => {
    let dataFolder: string;
    let redis: PrivateRedis | null = null;
    let peer: ImapPeer;
    let here: Composed;
    const processes: ChildProcess[] = [];

    beforeAll(async () => {
      dataFolder = await mkdtemp(join(tmpdir(), "afterword-handover-"));
      if (onRedis) redis = await startRedis(redisServer.path);
      const config = readConfig(environment());
      if (!config.ok) throw new Error(config.error.join("\n"));
      here = await compose(config.value);
      peer = await startImapPeer();
      for (const address of addresses)
        await connectMailbox(
          here.app,
          { name: "Ana Reyes", address, zone: "Europe/London", country: "GB", digestAt: "07:30" },
          {
            address,
            login: address,
            password: "correct horse",
            imap: onLoopback(peer.port),
            smtp: onLoopback(9),
            sentFolder: "Sent",
            filesSentItself: false,
            authservId: null,
          },
          0,
        );
    });
    afterAll(async () => {
      for (const each of processes) each.kill("SIGKILL");
      await here.close();
      await peer.stop();
      await redis?.stop();
      await rm(dataFolder, { recursive: true, force: true });
    });

    const environment = (): Record<string, string> => ({
      PATH: process.env.PATH ?? "",
      HOME: process.env.HOME ?? "",
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? "",
      AFTERWORD_DATA: dataFolder,
      ...(redis && { REDIS_URL: redis.url }),
    });
    const begin = async (): Promise<ChildProcess> => {
      const child = spawn(process.execPath, [join(import.meta.dirname, "instance.ts")], {
        env: environment(),
        stdio: ["ignore", "ignore", "pipe"],
      });
      processes.push(child);
      let said = "";
      child.stderr.on("data", (chunk: Buffer) => {
        said += chunk.toString();
      });
      await eventually(() => said.includes('"working"'), 50);
      return child;
    };
    const watched = (): number => peer.heard.filter((line) => line === "IDLE").length;

    test("the mailboxes of a process that is asked to stop are watched by another within seconds", async () => {
      const first = await begin();
      await eventually(() => watched() === addresses.length, 30);
      await begin();
      const gone = once(first, "exit");
      first.kill("SIGTERM");
      expect(await gone).toEqual([0, null]);
      await eventually(() => watched() === 2 * addresses.length, 5);
    });
  });

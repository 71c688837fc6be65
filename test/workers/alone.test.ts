import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { queueNames } from "../../src/queue/queues.ts";
import { type Database, openDatabase } from "../../src/store/connect.ts";
import { openKysely } from "../../src/store/database.ts";
import { migrate } from "../../src/store/migrate.ts";
import { allWorkers } from "../../workers/all.ts";
import { eventually } from "../support/memory-sink.ts";
import { preparedDataFolder } from "../support/prepared-data.ts";
import { type PrivateRedis, startRedis } from "../support/private-redis.ts";
import { realServer } from "../support/real-servers.ts";

const root = join(import.meta.dirname, "../..");
const redisServer = realServer("redis-server");
const ignore = (): void => undefined;

type Process = { readonly child: ChildProcess; readonly output: () => string };

test("there is one worker for every queue, and all of them run in the program", () => {
  expect(allWorkers.map(({ queue }) => queue).toSorted()).toEqual(queueNames.toSorted());
});

for (const { title, missing, onRedis } of [
  { title: "with the queue in PostgreSQL", missing: false, onRedis: false },
  { title: redisServer.title("with the queue in Redis"), missing: redisServer.missing, onRedis: true },
]) {
  describe.skipIf(missing)(title, () => {
    let dataFolder: string;
    let database: Database;
    let redis: PrivateRedis | null = null;
    const running: Process[] = [];

    beforeAll(async () => {
      dataFolder = await preparedDataFolder("afterword-workers-");
      database = await openDatabase({ dataFolder, databaseUrl: null });
      await migrate(database.connection);
      if (onRedis) redis = await startRedis(redisServer.path);
    });
    afterEach(async () => {
      for (const { child } of running.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
    });
    afterAll(async () => {
      await redis?.stop();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
    });

    const startAlone = (name: string): Process => {
      const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
      const child = spawn(process.execPath, [`workers/${name}.ts`], {
        cwd: root,
        env: {
          PATH,
          HOME,
          NODE_COMPILE_CACHE,
          AFTERWORD_DATA: dataFolder,
          ...(redis && { REDIS_URL: redis.url }),
        },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let said = "";
      child.stdout.on("data", (chunk: Buffer) => {
        said += chunk.toString();
      });
      child.stderr.on("data", (chunk: Buffer) => {
        said += chunk.toString();
      });
      const one = { child, output: () => said };
      running.push(one);
      return one;
    };

    test("every worker starts in a process of its own beside the others, and SIGTERM ends each with status 0", async () => {
      const processes = queueNames.map((name) => ({ name, ...startAlone(name) }));
      for (const { name, output } of processes) {
        await eventually(() => output().includes('"working"'), 100).catch(() => {
          throw new Error(`${name} did not start: ${output()}`);
        });
      }
      for (const { child } of processes) child.kill("SIGTERM");
      for (const { name, child, output } of processes) {
        if (child.exitCode === null) await once(child, "exit");
        expect(`${name} ${child.exitCode} ${output()}`).toMatch(new RegExp(`^${name} 0 `));
      }
    }, 150_000);

    test("the sweep and the plan worker, each alone, do together what is due, after a kill -9 of both as well", async () => {
      const db = openKysely(database.connection, ignore);
      try {
        const candidacy = await dueCandidacy(db);
        const killed = [startAlone("sweep"), startAlone("plan")];
        for (const { output } of killed) await eventually(() => output().includes('"working"'), 50);
        await eventually(async () => (await stateOf(db, candidacy)) === "awaiting_decision", 30);
        for (const { child } of killed) {
          child.kill("SIGKILL");
          await once(child, "exit");
        }
        const second = await dueCandidacy(db);
        const again = [startAlone("plan"), startAlone("sweep")];
        for (const { output } of again) await eventually(() => output().includes('"working"'), 50);
        await eventually(async () => (await stateOf(db, second)) === "awaiting_decision", 40);
      } finally {
        await db.destroy();
      }
    }, 150_000);
  });
}

type Db = ReturnType<typeof openKysely>;

const stateOf = async (db: Db, id: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom("candidacy")
      .select("state")
      .where("id", "=", id as never)
      .executeTakeFirst()
  )?.state;

/** A candidacy whose interview ended an hour ago, of which nobody has taken notice yet. */
async function dueCandidacy(db: Db): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with p as (
      insert into person (id, name, address, zone, country, digest_at, created_at)
      values (gen_random_uuid(), 'Ana Reyes', gen_random_uuid() || '@reyes.example', 'Europe/London', 'GB', '07:30', now()) returning id
    ), c as (
      insert into candidacy (id, person_id, number, employer, state, opened_at, next_due_at)
      select gen_random_uuid(), p.id, 1, 'Fairholm Bakery', 'interviewing', now() - interval '3 days', now() - interval '1 minute' from p returning id
    )
    insert into interview (id, candidacy_id, sequence, starts_at, ends_at, zone, title)
    select gen_random_uuid(), c.id, 0, now() - interval '2 hours', now() - interval '1 hour', 'Europe/London', 'Interview' from c
    returning candidacy_id as id`.execute(db);
  return rows[0]?.id ?? "";
}

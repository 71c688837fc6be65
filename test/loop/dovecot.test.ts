import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "../../src/sandbox/program.ts";
import { playsAll } from "../scenarios/play.ts";
import { startDovecot } from "../support/dovecot.ts";
import { type PrivateRedis, startRedis } from "../support/private-redis.ts";
import { realServer } from "../support/real-servers.ts";
import { headerOf, instantOf, openWorld, type Running, sam, season, until } from "./one-season.ts";

const dovecot = realServer("dovecot");
const redis = realServer("redis-server");
const minutes = 60_000;

/** With the queue in PostgreSQL the suite plays a story on Dovecot; this one it plays where there is no Redis. */
describe.skipIf(dovecot.missing || !(playsAll || redis.missing))(
  dovecot.title("the loop on Dovecot, with the queue in PostgreSQL"),
  () => {
    tests(() => undefined);
  },
);

describe.skipIf(dovecot.missing || redis.missing)(
  redis.title(dovecot.title("the loop on Dovecot, with the queue in Redis")),
  () => {
    let server: PrivateRedis | undefined;
    beforeAll(async () => {
      server = await startRedis(redis.path);
    });
    afterAll(() => server?.stop());
    tests(() => server?.url);
  },
);

/** The killings are played by `npm run stories`; in the suite it is test/chaos that kills. */
function tests(redisUrl: () => string | undefined): void {
  test("from an invitation to a no, every step comes true", () => play(redisUrl(), "never"), 3 * minutes);

  test.runIf(playsAll)(
    "killed with -9 between any two steps, nothing is lost and nothing is sent twice",
    () => play(redisUrl(), "between all steps"),
    5 * minutes,
  );

  test.runIf(playsAll)(
    "killed with -9 after something has happened and before it was digested, nothing is lost and nothing is sent twice",
    () => play(redisUrl(), "after each event"),
    5 * minutes,
  );
}

async function play(
  redisUrl: string | undefined,
  killed: "never" | "between all steps" | "after each event",
): Promise<void> {
  const server = await startDovecot();
  const world = await openWorld(server);
  const data = await mkdtemp(join(tmpdir(), "afterword-loop-"));
  let program: Running | null = null;
  const again = async () => {
    await program?.kill();
    program = await launch(data, redisUrl === undefined ? {} : { redisUrl });
    return program;
  };
  try {
    let running = await again();
    await running.api.moveClock(instantOf("2026-05-18T08:00"));
    await running.connect(sam, {
      imap: { host: "127.0.0.1", port: server.imapPort },
      smtp: { host: "127.0.0.1", port: world.smtp.port },
      login: server.login,
      password: server.password,
    });
    for (const step of season) {
      if (killed === "between all steps") running = await again();
      await step.happens(world);
      if (killed === "after each event") running = await again();
      await until(step, world, running);
    }
    const ids = [...world.left, ...world.own].map((mail) => headerOf(mail, "Message-ID"));
    expect(new Set(ids).size).toBe(ids.length);
    expect(world.left).toHaveLength(2);
    const days = world.own.filter((mail) => headerOf(mail, "Message-ID").startsWith("<digest."));
    const dates = days.map((mail) => headerOf(mail, "Subject").split(":")[0]);
    expect(new Set(dates).size).toBe(dates.length);
    expect((await running.api.outbox()).filter(({ state }) => state !== "sent")).toEqual([]);
  } finally {
    await (program as Running | null)?.stop();
    await world.smtp.close();
    await server.stop();
    await rm(data, { recursive: true, force: true });
  }
}

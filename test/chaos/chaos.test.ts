import { describe, expect, test } from "vitest";
import { realServer } from "../support/real-servers.ts";
import { type RunOptions, run } from "./run.ts";

const redisServer = realServer("redis-server");
const dovecot = realServer("dovecot");
/** Minutes each, so the suite leaves them out: `KILLS=100 npx vitest run test/chaos` plays them, `npm run chaos` whatever one likes. */
const kills = Number(process.env.KILLS ?? 0);
const title = (words: string) => (kills > 0 ? words : `${words} (left out: KILLS=100 plays it)`);

const small: Omit<RunOptions, "seed" | "kills" | "onRedis" | "onDovecot"> = {
  approvals: 12,
  people: 3,
  invitationsADay: 4,
  processes: 2,
  eachStep: true,
  calm: false,
  badly: 0.25,
  plant: "",
  tell: () => undefined,
};

for (const { queue, missing, onRedis, onDovecot, seed } of [
  { queue: "with the queue in PostgreSQL", missing: false, onRedis: false, onDovecot: false, seed: 57 },
  {
    queue: dovecot.title(redisServer.title("with the queue in Redis and mailboxes on Dovecot")),
    missing: redisServer.missing || dovecot.missing,
    onRedis: true,
    onDovecot: true,
    seed: 58,
  },
])
  describe.skipIf(missing || kills === 0)(title(queue), () => {
    test("killed at each durable step that it comes to and at random ones, amid everything that breaks, the program keeps its three promises (R57)", async () => {
      const outcome = await run({ ...small, onRedis, onDovecot, seed, kills });
      expect(outcome.broken).toEqual([]);
      expect(outcome.kills).toBeGreaterThanOrEqual(kills);
      expect(outcome.steps.filter((step) => step.startsWith("send-due.")).length).toBeGreaterThan(10);
    }, 600_000);
  });

test.skipIf(kills === 0)(
  title("a mail that got no answer and is simply tried again is found out: the harness can tell"),
  async () => {
    const plant = { plant: "naive-retry", eachStep: false, badly: 0.8 };
    const outcome = await run({ ...small, ...plant, onRedis: false, onDovecot: false, seed: 59, kills: 0 });
    expect(outcome.broken.join("\n")).toMatch(/accepted \d times/);
  },
  600_000,
);

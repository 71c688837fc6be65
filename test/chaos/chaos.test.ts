import { describe, expect, test } from "vitest";
import { realServer } from "../support/real-servers.ts";
import { type RunOptions, run } from "./run.ts";

const redisServer = realServer("redis-server");
const small: Omit<RunOptions, "seed" | "kills" | "onRedis"> = {
  approvals: 12,
  people: 3,
  invitationsADay: 4,
  processes: 2,
  onDovecot: false,
  eachStep: true,
  calm: false,
  badly: 0.25,
  plant: "",
  tell: () => undefined,
};

for (const { title, missing, onRedis, seed } of [
  { title: "with the queue in PostgreSQL", missing: false, onRedis: false, seed: 57 },
  {
    title: redisServer.title("with the queue in Redis"),
    missing: redisServer.missing,
    onRedis: true,
    seed: 58,
  },
])
  describe.skipIf(missing)(title, () => {
    test("killed at each durable step once and a hundred times in all, amid everything that breaks, the program keeps its three promises (R57)", async () => {
      const outcome = await run({ ...small, onRedis, seed, kills: 100 });
      expect(outcome.broken).toEqual([]);
      expect(outcome.kills).toBeGreaterThanOrEqual(100);
      expect(outcome.steps.filter((step) => step.startsWith("send-due.")).length).toBeGreaterThan(10);
    }, 600_000);
  });

test("a mail that got no answer and is simply tried again is found out: the harness can tell", async () => {
  const plant = "naive-retry";
  const outcome = await run({
    ...small,
    eachStep: false,
    badly: 0.8,
    plant,
    onRedis: false,
    seed: 59,
    kills: 0,
  });
  expect(outcome.broken.join("\n")).toMatch(/accepted \d times/);
}, 600_000);

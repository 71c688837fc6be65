import { describe, test } from "vitest";
import { realServer } from "../support/real-servers.ts";
import { type RunOptions, run } from "./run.ts";

const redisServer = realServer("redis-server");
const dovecot = realServer("dovecot");
/** Minutes, so the suite leaves them out: `npm run kills` plays them, both at once, and `npm run chaos` whatever one likes. */
const kills = Number(process.env.KILLS ?? 0);
const title = (words: string) => (kills > 0 ? words : `${words} (left out: "npm run kills" plays it)`);

const small: Omit<RunOptions, "seed" | "kills" | "onRedis" | "onDovecot" | "eachStep"> = {
  approvals: 12,
  people: 3,
  invitationsADay: 4,
  processes: 2,
  calm: false,
  badly: 0.25,
  plant: "",
  tell: () => undefined,
};

for (const { queue, missing, onRedis, onDovecot, eachStep, seed } of [
  {
    queue: "with the queue in PostgreSQL, also at each durable step that it comes to",
    missing: false,
    onRedis: false,
    onDovecot: false,
    eachStep: true,
    seed: 57,
  },
  {
    queue: dovecot.title(redisServer.title("with the queue in Redis and mailboxes on Dovecot")),
    missing: redisServer.missing || dovecot.missing,
    onRedis: true,
    onDovecot: true,
    eachStep: false,
    seed: 58,
  },
])
  describe.skipIf(missing || kills === 0)(title(queue), { concurrent: true }, () => {
    const promise =
      "killed at random amid everything that breaks, the program keeps its three promises (R57)";
    test(promise, async ({ expect }) => {
      const outcome = await run({ ...small, onRedis, onDovecot, eachStep, seed, kills });
      expect(outcome.broken).toEqual([]);
      expect(outcome.kills).toBeGreaterThanOrEqual(kills);
      expect(outcome.steps.filter((step) => step.startsWith("send-due.")).length).toBeGreaterThan(10);
    }, 900_000);
  });

import { Redis } from "ioredis";
import { describe, expect, test } from "vitest";
import { redisBackend } from "../../src/queue/on-redis.ts";
import { SetupError } from "../../src/setup-error.ts";
import { startRedis } from "../support/private-redis.ts";
import { realServer } from "../support/real-servers.ts";

const refusalOf = async (url: string): Promise<unknown> => {
  try {
    const backend = await redisBackend(url, () => undefined);
    await backend.close();
    return null;
  } catch (error) {
    return error;
  }
};

const server = realServer("redis-server");
describe.skipIf(server.missing)(server.title("Redis"), () => {
  test("that may evict keys is refused in one sentence, for it would lose reminders; noeviction is taken", async () => {
    const redis = await startRedis(server.path);
    try {
      expect(await refusalOf(redis.url)).toBeNull();
      const client = new Redis(redis.url);
      await client.config("SET", "maxmemory-policy", "allkeys-lru");
      client.disconnect();
      const refusal = await refusalOf(redis.url);
      expect(refusal).toBeInstanceOf(SetupError);
      expect(String(refusal)).toMatch(
        /maxmemory-policy allkeys-lru.*set "maxmemory-policy noeviction" in redis\.conf/,
      );
    } finally {
      await redis.stop();
    }
  });

  test("that refuses the password is answered, and the password is not repeated", async () => {
    const redis = await startRedis(server.path);
    try {
      const refusal = String(await refusalOf(redis.url.replace("redis://", "redis://sam:canary@")));
      expect(refusal).toMatch(
        /^SetupError: Redis at 127\.0\.0\.1:\d+ \(REDIS_URL\) cannot be reached: .*WRONGPASS|^SetupError: Redis at/,
      );
      expect(refusal).not.toContain("canary");
    } finally {
      await redis.stop();
    }
  });
});

test("a Redis that is not there is answered at once, not waited for", async () => {
  const refusal = await refusalOf("redis://127.0.0.1:1");
  expect(refusal).toBeInstanceOf(SetupError);
  expect(String(refusal)).toMatch(
    /Redis at 127\.0\.0\.1:1 \(REDIS_URL\) cannot be reached: .*ECONNREFUSED.*check that it runs/,
  );
});

import { Redis } from "ioredis";
import { SetupError } from "../setup-error.ts";

/**
 * Asks a Redis once whether it may hold the queue: it must answer, and never evict keys (SAFETY R10).
 * @throws SetupError with what to do; the address is named without user and password.
 */
export async function checkRedis(url: string): Promise<void> {
  const connection = new Redis(url, { lazyConnect: true, connectTimeout: 5_000, retryStrategy: () => null });
  let reason = "";
  connection.on("error", (error: Error) => {
    reason = error.message;
  });
  try {
    await connection.connect();
    const policy = /maxmemory_policy:(\S+)/.exec(await connection.info("memory"))?.[1] ?? "unknown";
    if (policy !== "noeviction")
      throw new SetupError(
        `Redis is set to evict keys (maxmemory-policy ${policy}), which would lose reminders: set "maxmemory-policy noeviction" in redis.conf and restart it.`,
      );
  } catch (error) {
    if (error instanceof SetupError) throw error;
    const why = reason || (error instanceof Error ? error.message : String(error));
    throw new SetupError(
      `Redis at ${URL.parse(url)?.host ?? "an unreadable address"} (REDIS_URL) cannot be reached: ${why.replace(/\.$/, "")}; check that it runs and that the address, user and password are right.`,
    );
  } finally {
    connection.disconnect();
  }
}

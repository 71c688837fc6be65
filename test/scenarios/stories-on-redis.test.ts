import { afterAll, beforeAll, describe, test } from "vitest";
import { type PrivateRedis, startRedis } from "../support/private-redis.ts";
import { realServer } from "../support/real-servers.ts";
import { play, playedOn, stories, timeout } from "./play.ts";

const played = playedOn("redis");

const redisServer = realServer("redis-server");
describe.skipIf(redisServer.missing)(
  redisServer.title(`${played.length} of ${stories.length} stories come true with the queue in Redis`),
  () => {
    let redis: PrivateRedis;
    beforeAll(async () => {
      redis = await startRedis(redisServer.path);
    });
    afterAll(() => redis?.stop());
    test.for(played)("%s", { timeout }, (name) => play(name, { redisUrl: redis.url }));
  },
);

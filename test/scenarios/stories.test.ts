import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readStory } from "../../src/sandbox/story.ts";
import { type PlayOptions, playStory } from "../../src/sandbox/story-player.ts";
import { openTeller } from "../../src/sandbox/telling.ts";
import { type Dovecot, startDovecot } from "../support/dovecot.ts";
import { type PrivateRedis, startRedis } from "../support/private-redis.ts";
import { realServer } from "../support/real-servers.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const stories = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** A story takes 12 to 20 s; on a busy machine three times as long. */
const timeout = 180_000;

/** Plays a story; the error of a failed one is the whole tale. */
async function play(name: string, options: PlayOptions): Promise<void> {
  const reading = await readStory(`${here}${name}`);
  if (!reading.ok) throw new Error(reading.error.join("\n"));
  let tale = "";
  const teller = openTeller({
    json: false,
    colour: false,
    zone: reading.value.person.zone,
    write: (text) => {
      tale += text;
    },
  });
  const { passed, failed } = await playStory(reading.value, teller, options);
  expect(failed, tale).toBe(0);
  expect(passed).toBeGreaterThan(0);
}

describe("every story comes true with the queue in PostgreSQL", () => {
  test.for(stories)("%s", { timeout }, (name) => play(name, {}));
});

const redisServer = realServer("redis-server");
describe.skipIf(redisServer.missing)(
  redisServer.title("every story comes true with the queue in Redis"),
  () => {
    let redis: PrivateRedis;
    beforeAll(async () => {
      redis = await startRedis(redisServer.path);
    });
    afterAll(() => redis?.stop());
    test.for(stories)("%s", { timeout }, (name) => play(name, { redisUrl: redis.url }));
  },
);

const dovecotServer = realServer("dovecot");
describe.skipIf(dovecotServer.missing)(dovecotServer.title("a story comes true on Dovecot"), () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot?.stop());
  test("happy-path", { timeout }, () => {
    const login = `${dovecot.login}:${encodeURIComponent(dovecot.password)}`;
    return play("happy-path", { imapUrl: `imap://${login}@127.0.0.1:${dovecot.imapPort}` });
  });
});

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { readStory } from "../../src/sandbox/story.ts";
import { type PlayOptions, playStory } from "../../src/sandbox/story-player.ts";
import { openTeller } from "../../src/sandbox/telling.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Names of the stories, one a folder. */
export const stories: readonly string[] = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/**
 * All of them on both queues are played by `npm run stories`; to keep the whole suite short, it plays every third one on Redis and the
 * others on PostgreSQL.
 */
export const playedOn = (queue: "postgres" | "redis"): readonly string[] =>
  playsAll ? stories : stories.filter((_name, at) => (at % 3 === 1) === (queue === "redis"));

/** Whether what only repeats is played too. */
export const playsAll = process.env.STORIES === "all";

/** A story takes 12 to 25 s; on a busy machine three times as long. */
export const timeout = 180_000;

/** Plays a story; the error of a failed one is the whole tale. */
export async function play(name: string, options: PlayOptions): Promise<void> {
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

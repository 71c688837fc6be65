import { resolve } from "node:path";
import { awaitEnding } from "../sandbox/ending.ts";
import { readStory, type Story } from "../sandbox/story.ts";
import { type PlayOptions, playStory, titleOf } from "../sandbox/story-player.ts";
import { openTeller, type Teller } from "../sandbox/telling.ts";

export type StoryOptions = {
  readonly json?: boolean;
  /** redis://… instead of the embedded queue. */
  readonly redis?: string;
  /** imap://LOGIN:PASSWORD@HOST:PORT on the loopback instead of the in-process server. */
  readonly imap?: string;
  /** smtp://HOST:PORT on the loopback, to which the program's mails are passed on. */
  readonly smtp?: string;
};

/**
 * `afterword story DIR…`: plays each story and tells it line by line.
 * @returns exit code: 0 when every expectation held, 1 when one failed or the program broke, 2 when a story cannot be read
 * (then none is played).
 */
export async function runStory(directories: readonly string[], options: StoryOptions): Promise<number> {
  const readings = await Promise.all(directories.map((directory) => readStory(resolve(directory))));
  const errors = readings.flatMap((reading) => (reading.ok ? [] : reading.error));
  if (directories.length === 0) errors.push("Name at least one folder with a story.yaml in it.");
  if (errors.length > 0) {
    for (const error of errors) console.error(error);
    return 2;
  }

  let code = 0;
  const ending = awaitEnding();
  for (const reading of readings) {
    if (!reading.ok || ending.signal.aborted) continue;
    const story = reading.value;
    const teller = openTeller({ json: options.json ?? false, zone: story.person.zone });
    if (!(await playOne(story, teller, { ...playOptions(options), signal: ending.signal }))) code = 1;
  }
  ending.release();
  return code;
}

/** Plays one story with a title above and a sum below; true when every expectation held. */
async function playOne(story: Story, teller: Teller, options: PlayOptions): Promise<boolean> {
  const title = titleOf(story);
  teller.line("");
  teller.line(`Story: ${title}`, "bold");
  teller.line(`${story.person.name} <${story.person.address}>, ${story.person.zone}`, "gray");
  try {
    const { passed, failed, seconds } = await playStory(story, teller, options);
    teller.line("");
    teller.line(
      failed === 0
        ? `${title}: all ${passed} expectations held (${seconds.toFixed(1)} s)`
        : `${title}: ${failed} failed, ${passed} held (${seconds.toFixed(1)} s)`,
      failed === 0 ? "green" : "red",
    );
    teller.object({ event: "ended", story: title, passed, failed, seconds });
    return failed === 0;
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    teller.line("");
    teller.line(`${title}: the story could not go on. ${says}`, "red");
    teller.object({ event: "broken", story: title, says });
    return false;
  }
}

const playOptions = ({ redis, imap, smtp }: StoryOptions): PlayOptions => ({
  ...(redis === undefined ? {} : { redisUrl: redis }),
  ...(imap === undefined ? {} : { imapUrl: imap }),
  ...(smtp === undefined ? {} : { smtpUrl: smtp }),
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ok, type Result, refuse } from "../../domain/result.ts";
import { type Day, type Verdict, verdictOn } from "./judge.ts";
import { type AnsweredMailbox, openAnsweredMailbox } from "./mailbox.ts";
import type { Seen } from "./observed.ts";
import { digestsIn, type NamedDigest, type Reply, repliesIn, type Unplayable } from "./row.ts";
import { person, season } from "./season.ts";
import { openStage } from "./stage.ts";

/** EVAL "replies". A reply stands in one list at most; `asked_back`: where it should not have been, `missed`: nothing came of it, or it could not be played. */
export type RepliesReport = {
  readonly n: number;
  readonly right: number;
} & Readonly<Record<Exclude<Verdict, "right">, readonly string[]>>;

/** What was wanted of a reply and what came of it. */
export type Played = {
  readonly reply: Reply;
  readonly seen: Seen;
  readonly verdict: Verdict;
};

/** The two files of a folder as they were read. */
export type Corpus = {
  readonly digests: ReadonlyMap<string, NamedDigest>;
  readonly replies: readonly Reply[];
  readonly unplayable: readonly Unplayable[];
};

export function corpusIn(folder: string): Corpus {
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  return { digests: digestsIn(read("digests.json")), ...repliesIn(read("replies.jsonl")) };
}

/** Plays every reply on a fresh copy of its digest; drafts are written by that model, where there is one. `onEach` hears of each as it is done, `onFailed` of those that could not be played. */
export async function evaluateReplies(
  corpus: Corpus,
  model: Parameters<typeof openAnsweredMailbox>[0],
  hears: {
    readonly onEach?: (played: Played, done: number) => void;
    readonly onFailed?: (failed: Unplayable) => void;
  } = {},
): Promise<RepliesReport> {
  const here = await openAnsweredMailbox(model);
  try {
    return await playAll(here, corpus, hears);
  } finally {
    await here.close();
  }
}

/** The same on a mailbox that is connected already. */
export async function playAll(
  here: AnsweredMailbox,
  { digests, replies, unplayable }: Corpus,
  { onEach, onFailed }: NonNullable<Parameters<typeof evaluateReplies>[2]> = {},
): Promise<RepliesReport> {
  const verdicts = new Map<string, Verdict>();
  const failed = (one: Unplayable): void => {
    verdicts.set(one.id, "missed");
    onFailed?.(one);
  };
  for (const one of unplayable) failed(one);
  const day: Day = {
    today: season.answered.toPlainDate(),
    calendar: here.app.holidays.calendar(person.country, person.zone),
  };
  const [usual] = digests.keys();
  for (const [name, group] of Map.groupBy(replies, ({ digest }) => digest ?? usual ?? "")) {
    const digest = digests.get(name);
    const stage = digest
      ? await attempt(() => openStage(here, digest))
      : refuse(`there is no digest ${name}`);
    for (const reply of group) {
      const seen = stage.ok ? await attempt(() => stage.value.play(reply)) : stage;
      if (!seen.ok) {
        failed({ id: reply.id, why: seen.error });
        continue;
      }
      const verdict = verdictOn(reply.expects, seen.value, day);
      verdicts.set(reply.id, verdict);
      onEach?.({ reply, seen: seen.value, verdict }, verdicts.size);
    }
  }
  const ids = (wanted: Verdict): string[] =>
    [...verdicts].filter(([, verdict]) => verdict === wanted).map(([id]) => id);
  return {
    n: verdicts.size,
    right: ids("right").length,
    wrong_approvals: ids("wrong_approvals"),
    wrong_decisions: ids("wrong_decisions"),
    asked_back: ids("asked_back"),
    missed: ids("missed"),
  };
}

/** Foreign files hold anything; whatever a row breaks, the others are played. */
async function attempt<T>(play: () => Promise<T>): Promise<Result<T, string>> {
  try {
    return ok(await play());
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

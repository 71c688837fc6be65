import { Command } from "commander";
import { openModelRelay } from "../attacks/model-relay.ts";
import { corpusIn, evaluateReplies, type Played } from "./replies.ts";
import { repliesTable } from "./table.ts";

/** `eval replies`: `configured` gives the model of the environment or throws; `progress` shows how far it has come, and goes away when called with nothing. */
export const repliesCommand = (
  configured: () => Parameters<typeof openModelRelay>[0],
  progress: (done?: number, of?: number) => void,
): Command =>
  new Command("replies")
    .description(
      "Answer digests as mail programs write it, one reply each to a fresh copy, and compare what comes of it.",
    )
    .argument("<folder>", "holds digests.json and replies.jsonl")
    .option("--json", "print one object on the last line instead of a table")
    .option("--model", "have the configured model write the drafts, not the templates")
    .option("--full", "print every miss, with what was wanted and what was seen")
    .action(async (folder: string, options: { json?: true; full?: true; model?: true }) => {
      const corpus = corpusIn(folder);
      const misses: Played[] = [];
      const model = options.model ? await openModelRelay(configured()) : null;
      try {
        const report = await evaluateReplies(corpus, model, {
          onEach: (played, done) => {
            if (played.verdict !== "right") misses.push(played);
            progress(done, corpus.replies.length);
          },
          onFailed: ({ id, why }) => console.error(`${id} could not be played: ${why}`),
        });
        progress();
        console.log(options.json ? JSON.stringify(report) : repliesTable(report, options.full ? misses : []));
      } finally {
        await model?.close();
      }
    });

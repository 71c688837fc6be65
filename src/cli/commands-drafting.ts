import { type Command, InvalidArgumentError, Option } from "commander";
import { mannerOf } from "../domain/follow-up.ts";
import { programCall } from "../domain/program-call.ts";
import { example, json, personOption, wholeNumber } from "./command-parts.ts";

/** The commands that say how drafts are written. */
export function addDraftingCommands(afterword: Command): void {
  afterword
    .command("voice")
    .summary("How you write, as your Sent mail and your edits tell: drafts follow it.")
    .description(
      "Show how you write: greetings, closings, length, habits and a few passages, read from your own Sent mail on this machine, and what was learnt " +
        "from your edits. This is all that is kept of it.",
    )
    .option("--learn", "read your Sent mail now")
    .option("--forget <lesson>", 'delete one lesson by its number, or "all" that is known', lessonNumber)
    .addOption(personOption())
    .addOption(json())
    .addHelpText("after", `${example("voice --learn")}\n  ${programCall} voice --forget 1`)
    .action(async (options) => (await import("./voice.ts")).voice(options));

  afterword
    .command("about-me")
    .argument("[words...]", "a sentence about you; without it the list is shown")
    .summary("List what drafts may say about you.")
    .description(
      "List what drafts may say about you, or add to it: experience, a date from which you can start. A model may use it where it fits; " +
        "what stands neither here nor in a note nor in the thread is never claimed.",
    )
    .option("--remove", "take it off the list; its number is enough")
    .addOption(personOption())
    .addOption(json())
    .addHelpText(
      "after",
      `${example("about-me I ran the night shift for three years")}\n  ${programCall} about-me 1 --remove`,
    )
    .action(async (words: string[], options) =>
      (await import("./about-me.ts")).aboutMe(words.join(" "), options),
    );

  const prompts = afterword
    .command("prompts")
    .description("Look at what a model is asked.")
    .addHelpText("after", example("prompts show thank_you --for 2"));
  prompts
    .command("show")
    .argument("<kind>", `which mail: ${Object.keys(mannerOf).join(", ")}`)
    .description("Print exactly what a model would be asked for that mail. Nothing is asked.")
    .addOption(new Option("--for <number>", "the candidacy").argParser(wholeNumber).makeOptionMandatory())
    .addOption(json())
    .addHelpText("after", example("prompts show thank_you --for 2"))
    .action(async (kind: string, options) => (await import("./prompts.ts")).prompts(kind, options));
}

function lessonNumber(text: string): number | "all" {
  if (text === "all") return text;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`It must be a number of "${programCall} voice", or all.`);
}

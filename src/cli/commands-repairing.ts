import type { Command } from "commander";
import { programCall } from "../domain/program-call.ts";
import { example, json, messageId, wholeNumber } from "./command-parts.ts";

/** The commands that put right what was understood wrongly; the same can be said in a reply to the digest. */
export function addRepairingCommands(afterword: Command): void {
  afterword
    .command("move")
    .argument(
      "<from>",
      "number of the candidacy that the mail stands in; left out where it stands in none",
      wholeNumber,
    )
    .argument("[to]", "number of the candidacy that it belongs to", wholeNumber)
    .description(
      "Move a mail to another candidacy, with what follows from it: their newest one, or the one named. Its sender is a contact there from then on.",
    )
    .option(
      "--mail <message-id>",
      `the mail's Message-ID, as "${programCall} show N --json" tells it`,
      messageId,
    )
    .addOption(json())
    .addHelpText("after", example("move 5 2"))
    .action(async (first: number, second: number | undefined, options) =>
      (await import("./repair.ts")).move(first, second ?? null, options),
    );

  afterword
    .command("merge")
    .argument("<number>", "number of the candidacy that is closed away", wholeNumber)
    .argument("<into>", "number of the candidacy that stays", wholeNumber)
    .description(
      "Make one candidacy of two that are the same: mails, interviews and contacts go to the one that stays.",
    )
    .addOption(json())
    .addHelpText("after", example("merge 5 2"))
    .action(async (number: number, into: number, options) =>
      (await import("./repair.ts")).repair({ type: "merge", number, to: into }, options),
    );

  afterword
    .command("split")
    .argument("<number>", "number of the candidacy", wholeNumber)
    .description("Make a candidacy of its own of the latest thread of one.")
    .addOption(json())
    .addHelpText("after", example("split 5"))
    .action(async (number: number, options) =>
      (await import("./repair.ts")).repair({ type: "split", number }, options),
    );

  afterword
    .command("undo")
    .argument("<number>", "number of the candidacy", wholeNumber)
    .description("Take back the newest thing that was put right or moved in a candidacy, whoever did it.")
    .addOption(json())
    .addHelpText("after", example("undo 5"))
    .action(async (number: number, options) =>
      (await import("./repair.ts")).repair({ type: "undo", number }, options),
    );
}

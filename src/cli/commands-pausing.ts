import type { Command } from "commander";
import { programCall } from "../domain/program-call.ts";
import { example, json, personOption } from "./command-parts.ts";

/** The commands that hold everything for a while; the same can be said by mail. */
export function addPausingCommands(afterword: Command): void {
  afterword
    .command("pause")
    .argument("[length...]", 'how long: "2w", "10 days", "until Monday", "until 12 June"')
    .description(
      "Hold everything: nothing is proposed and nothing leaves until then; what is late comes afterwards.\n" +
        "With --mailbox one mailbox alone, until it is resumed: nothing there is read, and nothing leaves from there.",
    )
    .option("--mailbox <address>", "only this mailbox, until it is resumed")
    .addOption(personOption())
    .addOption(json())
    .addHelpText("after", example("pause 2w"))
    .action(async (length: string[], options, command: Command) => {
      if (length.length === 0 && options.mailbox === undefined)
        command.error(
          `Say for how long ("${programCall} pause 2w"), or which mailbox ("${programCall} pause --mailbox ADDRESS").`,
        );
      await (await import("./pause.ts")).pause(length.join(" "), options);
    });

  afterword
    .command("resume")
    .description("End a pause at once; with --mailbox that of one mailbox.")
    .option("--mailbox <address>", "this mailbox")
    .addOption(personOption())
    .addOption(json())
    .addHelpText("after", example("resume"))
    .action(async (options) => (await import("./pause.ts")).pause(null, options));
}

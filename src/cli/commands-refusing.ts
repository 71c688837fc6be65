import type { Command } from "commander";
import { programCall } from "../domain/program-call.ts";
import { example, json, personOption } from "./command-parts.ts";

/** The command that says what the person will not do. */
export function addRefusingCommands(afterword: Command): void {
  afterword
    .command("will-not")
    .argument("[words...]", "what you will not do; without it the list is shown")
    .summary("List what you will not do; a mail that announces it is told in the digest.")
    .description(
      "List what you will not do, or add to it. A mail that announces such a thing is told in the next digest, before you prepare for it.",
    )
    .option("--remove", "take it off the list; its number is enough")
    .addOption(personOption())
    .addOption(json())
    .addHelpText(
      "after",
      `${example("will-not no unpaid task over 2 hours")}\n  ${programCall} will-not 1 --remove`,
    )
    .action(async (words: string[], options) =>
      (await import("./will-not.ts")).willNot(words.join(" "), options),
    );
}

import type { Command } from "commander";
import { programCall } from "../domain/program-call.ts";
import { settings } from "../domain/settings.ts";
import { example, json, personOption, wholeNumber } from "./command-parts.ts";
import { table } from "./print.ts";

/** The command that changes how the program behaves. */
export function addSettingCommands(afterword: Command): void {
  afterword
    .command("set")
    .argument("[name]", "which setting; without one all are listed")
    .argument("[value...]", "what it is to be; without one it is shown")
    .summary("Show or change the settings: every number of the follow-up policy.")
    .description(
      "Show or change the settings: every number of the follow-up policy, for everything or for one candidacy, and what you told of yourself. " +
        "What is due is planned anew at once.",
    )
    .option("--candidacy <number>", "for this candidacy only", wholeNumber)
    .option("--default", "take the setting back")
    .addOption(personOption())
    .addOption(json())
    .addHelpText("after", `\nSettings:\n${listed()}\n${example("set after-promise 3")}`)
    .addHelpText(
      "after",
      `  ${programCall} set --candidacy 4 every 10 days\n  ${programCall} set digest-days mon-fri`,
    )
    .action(async (name: string | undefined, value: string[], options) =>
      (await import("./set.ts")).set(name, value, options),
    );
}

const listed = (): string =>
  table(
    settings.map(({ name, allowed, unit }) => [name, `${allowed}${unit === "" ? "" : ` (${unit})`}`]),
    "  ",
  );

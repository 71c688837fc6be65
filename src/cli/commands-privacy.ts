import type { Command } from "commander";
import { example, json } from "./command-parts.ts";

/** The commands about what the program keeps: keys, a copy of everything, the end of it. */
export function addPrivacyCommands(afterword: Command): void {
  afterword
    .command("rotate-key")
    .summary("Seal the stored passwords with a new key.")
    .description(
      "Seal the stored passwords with a new key, while Afterword runs or not. It can be stopped at any moment and called again.\n" +
        "The key file of the data folder is replaced by a new one. With AFTERWORD_KEY: put the new key there and the old one into AFTERWORD_OLD_KEY first.",
    )
    .addOption(json())
    .addHelpText("after", example("rotate-key"))
    .action(async (options) => (await import("./rotate-key.ts")).rotateKey(options));
}

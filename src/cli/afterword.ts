#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { z } from "zod";
import { programCall } from "../domain/program-call.ts";
import { SetupError } from "../setup-error.ts";
import { addDecidingCommands } from "./commands-deciding.ts";
import { addDraftingCommands } from "./commands-drafting.ts";
import { addPausingCommands } from "./commands-pausing.ts";
import { addPrivacyCommands } from "./commands-privacy.ts";
import { addRefusingCommands } from "./commands-refusing.ts";
import { addRepairingCommands } from "./commands-repairing.ts";
import { addRunningCommands } from "./commands-running.ts";
import { addSettingCommands } from "./commands-setting.ts";

/**
 * Runs one command line and sets the exit code: 0 done, 1 refused or failed with one sentence on standard error, 2 a command
 * line that nobody understands.
 * @param argv like process.argv: two words that are skipped, then the command.
 */
export async function run(argv: readonly string[]): Promise<void> {
  // A reader such as `head` that has seen enough is no trouble.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
  try {
    await program().parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof SetupError) {
      console.error(error.message);
      process.exitCode = 1;
    } else throw error;
  }
}

/** Every command; what it does is loaded when it is called, so that help and usage errors answer at once. */
export function program(): Command {
  const afterword = new Command(programCall)
    .description(
      "Keeps the conversation after a job interview going until a signed contract or an unequivocal no.",
    )
    .version(version(), "-V, --version", "Print the version.")
    .helpOption("-h, --help", "Print this help.")
    .helpCommand("help [command]", "Print the help of a command.")
    .showHelpAfterError(false)
    .configureOutput({ outputError: (said, write) => write(asSentence(said)) })
    .exitOverride();

  addRunningCommands(afterword);
  addDecidingCommands(afterword);
  addRepairingCommands(afterword);
  addPausingCommands(afterword);
  addSettingCommands(afterword);
  addDraftingCommands(afterword);
  addRefusingCommands(afterword);
  addPrivacyCommands(afterword);
  afterword.commands.forEach(sayWhereHelpIs);
  return afterword;
}

/** A usage error names the help of its own command. */
function sayWhereHelpIs(command: Command): void {
  const path = command.parent?.parent ? `${command.parent.name()} ${command.name()}` : command.name();
  command.configureOutput({ outputError: (said, write) => write(asSentence(said, `${path} --help`)) });
  command.commands.forEach(sayWhereHelpIs);
}

/** Commander says "error: …" and, on a line of its own, what may have been meant. */
function asSentence(said: string, help = "help"): string {
  const [what = "", meant] = said
    .trim()
    .replace(/^error: /, "")
    .split("\n");
  const hint = meant === undefined ? "" : ` ${meant.replace(/^\(D/, "(d")}`;
  return `${what.charAt(0).toUpperCase()}${what.slice(1).replace(/\.$/, "")}${hint}; "${programCall} ${help}" shows how it is written.\n`;
}

const version = (): string =>
  z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"))).version;

if (import.meta.main) await run(process.argv);

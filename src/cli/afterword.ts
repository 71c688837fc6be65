#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { candidacyStates } from "../domain/candidacy.ts";
import { SetupError } from "../setup-error.ts";
import { employerSizes } from "./employer-sizes.ts";

/**
 * Runs one command line and sets the exit code: 0 done, 1 refused or failed with one sentence on standard error, 2 a command
 * line that nobody understands.
 * @param argv like process.argv: two words that are skipped, then the command.
 */
export async function run(argv: readonly string[]): Promise<void> {
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
  const afterword = new Command("afterword")
    .description(
      "Keeps the conversation after a job interview going until a signed contract or an unequivocal no.",
    )
    .version(version(), "-V, --version", "Print the version.")
    .helpOption("-h, --help", "Print this help.")
    .helpCommand("help [command]", "Print the help of a command.")
    .showHelpAfterError(false)
    .configureOutput({ outputError: (said, write) => write(asSentence(said)) })
    .exitOverride();

  afterword
    .command("connect")
    .argument("<address>", "your mail address")
    .summary("Connect a mailbox, or connect it anew.")
    .description(
      "Connect a mailbox, or connect it anew with another password or other servers.\n" +
        "The password is asked for, or read from standard input where there is no terminal; it is never an argument.",
    )
    .option("--name <name>", "your name, as mails are signed with it")
    .option("--zone <zone>", "your time zone, such as Europe/London")
    .option("--country <code>", "where you live, two letters, for the public holidays")
    .option("--digest-at <hh:mm>", "when the daily digest comes (07:30)")
    .option("--imap <url>", "imaps://host[:port], or imap://host[:port] for STARTTLS")
    .option("--smtp <url>", "smtps://host[:port], or smtp://host[:port] for STARTTLS")
    .option("--login <login>", "the login name (your address)")
    .option("--sent <folder>", "the folder of sent mail (found where the server says which it is)")
    .option(
      "--trust-authserv-id <name>",
      "the name in your provider's own Authentication-Results headers, which are then believed",
    )
    .option("--files-sent-itself", "the provider puts sent mail into that folder by itself")
    .option("--allow-plain", "imap:// and smtp:// mean plain text; only for servers on this machine")
    .addOption(json())
    .addOption(new Option("--password [password]").hideHelp())
    .addHelpText(
      "after",
      example("connect sam@mail.example --imap imaps://imap.mail.example --smtp smtps://smtp.mail.example"),
    )
    .action(async (address: string, options) => (await import("./connect.ts")).connect(address, options));

  afterword
    .command("start")
    .description(
      "Run the program until Ctrl-C: it watches the mailboxes, sends the digest and what you approved.",
    )
    .addHelpText("after", example("start"))
    .action(async () => (await import("../main.ts")).main());

  afterword
    .command("sandbox")
    .description(
      "See a whole season in a minute, on mail servers inside this machine and with an employer who does not exist.",
    )
    .option("--tour", "a simulated person answers")
    .addOption(json("Print one JSON object a line; a simulated person answers."))
    .addHelpText("after", example("sandbox --tour"))
    .action(async (options) => {
      process.exitCode = await (await import("./sandbox.ts")).runSandbox(options);
    });

  afterword
    .command("story")
    .argument("<dirs...>", "folders with a story.yaml in them")
    .description("Play stories: mails in, mails out, and what must have happened when.")
    .option("--redis <url>", "use this Redis for the queue")
    .option("--imap <url>", "use this mailbox on the loopback: imap://login:password@host:port")
    .option("--smtp <url>", "pass mails on to this server on the loopback: smtp://host:port")
    .addOption(json("Print one JSON object a line."))
    .addHelpText("after", example("story test/scenarios/happy-path"))
    .action(async (dirs: string[], options) => {
      process.exitCode = await (await import("./story.ts")).runStory(dirs, options);
    });

  afterword
    .command("status")
    .description(
      "Show the mailboxes, how many candidacies there are, the next digest and what waits for you.",
    )
    .addOption(json())
    .addHelpText("after", example("status"))
    .action(async (options) => (await import("./status.ts")).status(options));

  afterword
    .command("candidacies")
    .description("List every candidacy with its number.")
    .addOption(json())
    .addHelpText("after", example("candidacies"))
    .action(async (options) => (await import("./candidacies.ts")).candidacies(options));

  afterword
    .command("show")
    .argument("<number>", "number of the candidacy", wholeNumber)
    .description("Show one candidacy: interviews, contacts, follow-ups and the last mails.")
    .addOption(json())
    .addHelpText("after", example("show 3"))
    .action(async (number: number, options) => (await import("./show.ts")).show(number, options));

  afterword
    .command("why")
    .argument("<number>", "number of the candidacy", wholeNumber)
    .description(
      "Tell why a candidacy stands where it stands: everything that happened, with the words that prove it.",
    )
    .addOption(json())
    .addHelpText("after", example("why 3"))
    .action(async (number: number, options) => (await import("./why.ts")).why(number, options));

  afterword
    .command("drafts")
    .description("Show every draft that waits for your decision, in full.")
    .addOption(json())
    .addHelpText("after", example("drafts"))
    .action(async (options) => (await import("./drafts.ts")).drafts(options));

  afterword
    .command("approve")
    .argument("<draft>", 'its number in "afterword drafts", or its id')
    .description("Approve one draft, exactly as it is shown; it is sent at the time that it names.")
    .option("--yes", "do not ask; needed where there is no terminal")
    .option("--hash <hash>", "only if the draft still has this hash")
    .addOption(json())
    .addHelpText("after", example("approve 1"))
    .action(async (draft: string, options) => (await import("./approve.ts")).approve(draft, options));

  afterword
    .command("skip")
    .argument("<draft>", 'its number in "afterword drafts", or its id')
    .description("Do not send a draft; it does not come back while nothing has changed.")
    .option("--yes", "do not ask; needed where there is no terminal")
    .addOption(json())
    .addHelpText("after", example("skip 1"))
    .action(async (draft: string, options) => (await import("./skip.ts")).skip(draft, options));

  afterword
    .command("mark")
    .argument("<number>", "number of the candidacy", wholeNumber)
    .description(
      "Say what only you know of a candidacy: the size of the employer, which sets the waiting times, or where it stands.",
    )
    .addOption(new Option("--size <size>", "how big the employer is").choices(employerSizes))
    .addOption(new Option("--state <state>", "where it stands").choices(candidacyStates))
    .addOption(json())
    .addHelpText("after", example("mark 3 --state signed"))
    .action(async (number: number, options) => (await import("./mark.ts")).mark(number, options));

  afterword
    .command("digest")
    .description("Tell when the next digest comes, or make today's at once.")
    .option("--now", "make today's digest now, if it has not been made")
    .option("--person <address>", "only for the person with this address")
    .addOption(json())
    .addHelpText("after", example("digest --now"))
    .action(async (options) => (await import("./digest.ts")).digest(options));

  const clock = afterword
    .command("clock")
    .description(
      "Show the running program's clock, or move it forward where AFTERWORD_TIME_TRAVEL=1 allows that.",
    )
    .addHelpText("after", example("clock advance 3d"));
  clock
    .command("show", { isDefault: true })
    .description("Show the time and when something falls due next.")
    .addOption(json())
    .addHelpText("after", example("clock show"))
    .action(async (options) => (await import("./clock.ts")).clock("show", null, options));
  clock
    .command("advance")
    .argument("<span>", "a time such as 30m, 2h or 3d")
    .description("Move the clock forward and wait until everything that fell due is done.")
    .addOption(json())
    .addHelpText("after", example("clock advance 3d"))
    .action(async (span: string, options) => (await import("./clock.ts")).clock("advance", span, options));
  clock
    .command("set")
    .argument("<instant>", "an instant such as 2026-05-22T07:30:00Z")
    .description("Move the clock forward to an instant and wait until everything that fell due is done.")
    .addOption(json())
    .addHelpText("after", example("clock set 2026-05-22T07:30:00Z"))
    .action(async (instant: string, options) => (await import("./clock.ts")).clock("set", instant, options));

  afterword
    .command("token")
    .description('Print the running program\'s API token, for the header "Authorization: Bearer".')
    .addOption(json("Print JSON, with the API's address."))
    .addHelpText("after", example("token"))
    .action(async (options) => (await import("./token.ts")).token(options));

  afterword
    .command("doctor")
    .description("Check everything that Afterword needs and say what to do about what is wrong.")
    .addOption(json())
    .addHelpText("after", example("doctor"))
    .action(async (options) => (await import("./doctor.ts")).doctor(options));

  for (const command of [...afterword.commands, ...clock.commands]) {
    const path = command.parent === clock ? `clock ${command.name()}` : command.name();
    command.configureOutput({ outputError: (said, write) => write(asSentence(said, `${path} --help`)) });
  }
  return afterword;
}

const json = (description = "Print JSON."): Option => new Option("--json", description);

const example = (words: string): string => `\nExample:\n  afterword ${words}`;

/** Commander says "error: …" and, on a line of its own, what may have been meant. */
function asSentence(said: string, help = "help"): string {
  const [what = "", meant] = said
    .trim()
    .replace(/^error: /, "")
    .split("\n");
  const hint = meant === undefined ? "" : ` ${meant.replace(/^\(D/, "(d")}`;
  return `${what.charAt(0).toUpperCase()}${what.slice(1).replace(/\.$/, "")}${hint}; "afterword ${help}" shows how it is written.\n`;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new InvalidArgumentError('It must be a number of "afterword candidacies", such as 3.');
  return Number(text);
}

const version = (): string =>
  z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"))).version;

if (import.meta.main) await run(process.argv);

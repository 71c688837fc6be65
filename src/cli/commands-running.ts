import { Argument, type Command, Option } from "commander";
import { feedChanges } from "../flows/switch-feed.ts";
import { example, json, personOption } from "./command-parts.ts";

const browser = () =>
  new Option("--browser", "sign in on Google's or Microsoft's own page; needs a client id of yours");
const device = () =>
  new Option(
    "--device",
    "sign in where no browser is: with a code (Microsoft), or a pasted address (Google)",
  );
const testing = () =>
  new Option(
    "--testing",
    'your Google app is in "Testing": its sign-in ends after 7 days, and you are told before',
  );

/** The commands that set the program up, run it, and look after it. */
export function addRunningCommands(afterword: Command): void {
  afterword
    .command("connect")
    .argument("<address>", "your mail address")
    .summary("Connect a mailbox, or connect it anew.")
    .description(
      "Connect a mailbox, or connect it anew with another password or other servers.\n" +
        "Its servers are found where neither --imap nor --smtp names them, and your password goes nowhere before you said yes to them.\n" +
        "The password is asked for, or read from standard input where there is no terminal; it is never an argument.",
    )
    .option("--name <name>", "your name, as mails are signed with it")
    .option("--zone <zone>", "your time zone, such as Europe/London")
    .option("--country <code>", "where you live, two letters, for the public holidays")
    .option("--digest-at <hh:mm>", "when the daily digest comes (07:30)")
    .option("--imap <url>", "imaps://host[:port], or imap://host[:port] for STARTTLS")
    .option("--smtp <url>", "smtps://host[:port], or smtp://host[:port] for STARTTLS")
    .option("--login <login>", "the login name (your address)")
    .option("--yes", "your password may go to the servers that are found")
    .option("--person <address>", "a further mailbox of the person with this address")
    .option("--sent <folder>", "the folder of sent mail (found where the server says which it is)")
    .option("--history <days>", "how many days of the mail that is there are read first, 0 for none (90)")
    .option(
      "--trust-authserv-id <name>",
      "the name in your provider's own Authentication-Results headers, which are then believed",
    )
    .option("--files-sent-itself", "the provider puts sent mail into that folder by itself")
    .addOption(browser())
    .addOption(device())
    .addOption(testing())
    .option("--allow-plain", "imap:// and smtp:// mean plain text; only for servers on this machine")
    .addOption(json())
    .addOption(new Option("--password [password]").hideHelp())
    .addHelpText("after", example("connect sam@mail.example"))
    .action(async (address: string, options) => (await import("./connect.ts")).connect(address, options));

  afterword
    .command("reconnect")
    .argument("<address>", "the address of a connected mailbox")
    .summary("Give a connected mailbox its new password, or sign in to it again.")
    .description(
      "Give a connected mailbox its new password, or sign in to it again; everything else stays as it is, and what waited is sent and read.\n" +
        "The password is asked for, or read from standard input where there is no terminal.",
    )
    .addOption(browser())
    .addOption(device())
    .addOption(testing())
    .addOption(json())
    .addHelpText("after", example("reconnect sam@mail.example"))
    .action(async (address: string, options) => (await import("./reconnect.ts")).reconnect(address, options));

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
    .command("feed")
    .addArgument(
      new Argument("[what]", "on, off, new (another address), show")
        .choices([...feedChanges, "show"])
        .default("show"),
    )
    .summary("Show your interviews and due dates in your own calendar.")
    .description(
      "Show your interviews and due dates in your own calendar, which subscribes to a secret address.\n" +
        "It is off by default; a new address ends every subscription to the old one.",
    )
    .addOption(personOption())
    .addOption(json())
    .addHelpText("after", example("feed on"))
    .action(async (what, options) => (await import("./feed.ts")).feed(what, options));

  afterword
    .command("doctor")
    .description("Check everything that Afterword needs and say what to do about what is wrong.")
    .addOption(json())
    .addHelpText("after", example("doctor"))
    .action(async (options) => (await import("./doctor.ts")).doctor(options));
}

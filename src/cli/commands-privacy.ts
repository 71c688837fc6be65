import type { Command } from "commander";
import { example, json, personOption } from "./command-parts.ts";

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

  afterword
    .command("export")
    .summary("Write everything that is kept of you into a folder.")
    .description(
      "Write everything that is kept of you into a new folder that only you may read: afterword.json (candidacies, promises, mails, journal, drafts, what was sent and when), each mail that was sent for you as an .eml file, and dates.ics for a calendar. Passwords and other secrets are left out.",
    )
    .option("--to <folder>", "the folder, which must not be there yet (afterword-export-DATE, here)")
    .addOption(personOption())
    .addOption(json())
    .addHelpText("after", example("export --to my-copy"))
    .action(async (options) => (await import("./export.ts")).exportKept(options));

  afterword
    .command("delete")
    .summary("Delete everything that is kept of you.")
    .description(
      "Delete everything that is kept of you: mailboxes, passwords, candidacies, mails, drafts, the journal, what waits to be sent. It says what goes, and asks first.\n" +
        "Nothing in your mailbox itself is touched. Afterword must be stopped.",
    )
    .option("--yes", "do not ask")
    .addOption(personOption())
    .addOption(json())
    .addHelpText("after", example("delete --person sam@mail.example"))
    .action(async (options) => (await import("./delete.ts")).deleteKept(options));

  afterword
    .command("disconnect")
    .argument("<address>", "the mailbox")
    .summary("Delete one mailbox of several, with what came through it.")
    .description(
      'Delete one mailbox of several: its password, what came and left through it, and the candidacies that are known from it alone. It says what goes, and asks first. "pause --mailbox" lets it rest instead.\n' +
        "Nothing in the mailbox itself is touched. Afterword must be stopped.",
    )
    .option("--yes", "do not ask")
    .addOption(personOption())
    .addOption(json())
    .addHelpText("after", example("disconnect second@example.org"))
    .action(async (address, options) => (await import("./delete.ts")).disconnect(address, options));
}

import { type Command, Option } from "commander";
import { candidacyStates, employerSizes } from "../domain/candidacy.ts";
import { kindsToSay } from "../domain/kind-words.ts";
import { programCall } from "../domain/program-call.ts";
import {
  example,
  json,
  kindOption,
  messageId,
  momentOption,
  personOption,
  placeOption,
  wholeNumber,
  zoneOption,
} from "./command-parts.ts";

/** The commands that show what the program knows, and decide. */
export function addDecidingCommands(afterword: Command): void {
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
    .option("--versions", "every version of each, and what was wished for between them")
    .addOption(json())
    .addHelpText("after", `${example("drafts")}\n  ${programCall} drafts --versions`)
    .action(async (options) => (await import("./drafts.ts")).drafts(options));

  afterword
    .command("explain")
    .argument("<draft>", "its number in the latest digest, its id, or the beginning of that")
    .description(
      "Tell what happened to one mail: its versions, who approved which and by what proof, each attempt, and what the server answered.",
    )
    .addOption(json())
    .addHelpText("after", `${example("explain 2")}\n  ${programCall} explain 3f2b8c1d --json`)
    .action(async (draft: string, options) => (await import("./explain.ts")).explain(draft, options));

  afterword
    .command("approve")
    .argument("<draft>", `its number in "${programCall} drafts", or its id`)
    .description("Approve one draft, exactly as it is shown; it is sent at the time that it names.")
    .option("--yes", "do not ask; needed where there is no terminal")
    .option("--hash <hash>", "only if the draft still has this hash")
    .addOption(json())
    .addHelpText("after", example("approve 1"))
    .action(async (draft: string, options) => (await import("./approve.ts")).approve(draft, options));

  afterword
    .command("skip")
    .argument("<draft>", `its number in "${programCall} drafts", or its id`)
    .description("Do not send a draft; it does not come back while nothing has changed.")
    .option("--yes", "do not ask; needed where there is no terminal")
    .addOption(json())
    .addHelpText("after", example("skip 1"))
    .action(async (draft: string, options) => (await import("./skip.ts")).skip(draft, options));

  afterword
    .command("mark")
    .argument("<number>", "number of the candidacy", wholeNumber)
    .description(
      "Say what only you know of a candidacy: the size of the employer, which sets the waiting times, where it is, where it stands, or what their last mail really is.",
    )
    .addOption(new Option("--size <size>", "how big the employer is").choices(employerSizes))
    .option("--country <code>", "where it is, with the region for its holidays: GB, DE-BY", placeOption)
    .option("--zone <zone>", "its time zone, such as Europe/London", zoneOption)
    .addOption(new Option("--state <state>", "where it stands").choices(candidacyStates))
    .option("--is <kind>", `what their newest mail is: ${kindsToSay}`, kindOption)
    .option("--at <moment>", 'when the interview is, such as "friday 14:00" or "4 March 2pm"', momentOption)
    .option("--mail <message-id>", "with --is or --at: the mail that is meant, not the newest", messageId)
    .addOption(json())
    .addHelpText("after", example("mark 3 --state signed"))
    .action(async (number: number, options) => (await import("./mark.ts")).mark(number, options));

  afterword
    .command("digest")
    .description("Tell when the next digest comes, or make today's at once.")
    .option("--now", "make today's digest now, if it has not been made")
    .addOption(personOption())
    .addOption(json())
    .addHelpText("after", example("digest --now"))
    .action(async (options) => (await import("./digest.ts")).digest(options));
}

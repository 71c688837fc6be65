import { programCall } from "../domain/program-call.ts";
import { end } from "../flows/end.ts";
import type { Holdings } from "../ports/endings.ts";
import { SetupError } from "../setup-error.ts";
import { consent } from "./ask.ts";
import { type Opened, withProgram } from "./open.ts";
import { peopleOf } from "./people.ts";
import { count, type JsonOption, print, printJson } from "./print.ts";
import { findRunning } from "./running.ts";

export type DeleteOptions = JsonOption & {
  readonly mailbox?: string;
  readonly person?: string;
  readonly yes?: boolean;
};

/** `afterword delete` (SAFETY R56). @throws SetupError while the program runs, a mail is leaving, it is not clear who is meant, or the answer is no. */
export const deleteKept = (options: DeleteOptions): Promise<void> =>
  withProgram(async (opened) => {
    const { endings, reminders, config } = opened;
    if (await findRunning(config.dataFolder))
      throw new SetupError("Afterword is running; stop it (Ctrl-C where it was started), then delete.");
    const { what, name } = await meant(opened, options);
    const held = await ("person" in what ? endings.ofPerson(what.person) : endings.ofMailbox(what.mailbox));
    if (held.leaving > 0)
      throw new SetupError(
        `A mail was leaving when Afterword stopped; start it once, so that it can look whether it left, then delete.`,
      );
    if (!options.json) for (const line of whatGoes(name, held)) print(line);
    await consent(`Delete all of this for good?`, options);
    const filesToo = await end({ endings, queue: reminders }, what);
    if (options.json) return printJson({ deleted: { ...held, of: name }, files_too: filesToo });
    print(`Deleted. Nothing of it is left in the database${filesToo ? ", its files" : ""} and the queue.`);
    if (!filesToo)
      print(
        "Your PostgreSQL server may still have it in its log and backups: see to these where you run it.",
      );
  });

type Meant = { readonly what: Parameters<typeof end>[1]; readonly name: string };

async function meant({ app }: Opened, options: DeleteOptions): Promise<Meant> {
  const [person, ...others] = await peopleOf(app, options.person);
  if (options.mailbox === undefined) {
    if (others.length > 0)
      throw new SetupError(
        `Several people share this installation; say who with --person: ${[person, ...others].map(({ address }) => address).join(", ")}.`,
      );
    return { what: { person: person.id }, name: person.address };
  }
  const address = options.mailbox.trim().toLowerCase();
  const all = await app.store.transaction((tx) => tx.mailboxes.all());
  const mailbox = all.find((one) => one.address.toLowerCase() === address);
  if (!mailbox)
    throw new SetupError(`No mailbox ${address} is connected; "${programCall} status" names those that are.`);
  if (all.filter(({ personId }) => personId === mailbox.personId).length === 1)
    throw new SetupError(
      `${address} is the only mailbox of its person; "${programCall} delete --person ADDRESS" ends everything.`,
    );
  return { what: { mailbox: mailbox.id }, name: mailbox.address };
}

const whatGoes = (name: string, held: Holdings): readonly string[] => [
  `What is kept of ${name}:`,
  `  ${count(held.mailboxes.length, "mailbox", "mailboxes")} with password: ${held.mailboxes.join(", ")}`,
  `  ${count(held.candidacies, "candidacy", "candidacies")}, ${count(held.mails, "mail")}, ${count(held.drafts, "draft")}, and their journal`,
  ...(held.waiting > 0
    ? [`  ${count(held.waiting, "approved mail")} that would leave, and then will not`]
    : []),
  "Your mails themselves stay where they are, in your mailbox.",
];

import { programCall } from "../domain/program-call.ts";
import { end } from "../flows/end.ts";
import type { Holdings } from "../ports/endings.ts";
import { SetupError } from "../setup-error.ts";
import { consent } from "./ask.ts";
import { connectedMailbox } from "./connected-mailbox.ts";
import { type Opened, withProgram } from "./open.ts";
import { peopleOf } from "./people.ts";
import { count, type JsonOption, print, printJson } from "./print.ts";
import { findRunning } from "./running.ts";

export type DeleteOptions = JsonOption & { readonly person?: string; readonly yes?: boolean };

/** `afterword delete` (SAFETY R56). @throws SetupError while the program runs, a mail is leaving, it is not clear who is meant, or the answer is no. */
export const deleteKept = (options: DeleteOptions): Promise<void> =>
  withProgram(async (opened) => {
    const [person, ...others] = await peopleOf(opened.app, options.person);
    if (others.length > 0)
      throw new SetupError(
        `Several people share this installation; say who with --person: ${[person, ...others].map(({ address }) => address).join(", ")}.`,
      );
    await endAll(opened, { person: person.id }, person.address, options);
  });

/** `afterword disconnect ADDRESS`: the end of one mailbox of several. @throws SetupError as `deleteKept`, and for the only mailbox of a person. */
export const disconnect = (address: string, options: DeleteOptions): Promise<void> =>
  withProgram(async (opened) => {
    const mailbox = await connectedMailbox(opened.app, address, options.person);
    const all = await opened.app.store.transaction((tx) => tx.mailboxes.ofPerson(mailbox.personId));
    if (all.length === 1)
      throw new SetupError(
        `${mailbox.address} is your only mailbox: "${programCall} delete" ends it with everything else, "${programCall} pause --mailbox ${mailbox.address}" lets it rest.`,
      );
    await endAll(opened, { mailbox: mailbox.id }, mailbox.address, options);
  });

async function endAll(
  { endings, reminders, config }: Opened,
  what: Parameters<typeof end>[1],
  name: string,
  options: DeleteOptions,
): Promise<void> {
  if (await findRunning(config.dataFolder))
    throw new SetupError("Afterword is running; stop it (Ctrl-C where it was started), then try again.");
  const held = await ("person" in what ? endings.ofPerson(what.person) : endings.ofMailbox(what.mailbox));
  if (held.leaving > 0)
    throw new SetupError(
      "A mail was leaving when Afterword stopped; start it once, so that it can look whether it left, then try again.",
    );
  if (!options.json) for (const each of whatGoes(name, held)) print(each);
  await consent("Delete all of this for good?", options);
  const filesToo = await end({ endings, queue: reminders }, what);
  if (options.json) return printJson({ deleted: { ...held, of: name }, files_too: filesToo });
  print(`Deleted. Nothing of it is left in the database${filesToo ? ", its files" : ""} and the queue.`);
  if (!filesToo)
    print("Your PostgreSQL server may still have it in its log and backups: see to these where you run it.");
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

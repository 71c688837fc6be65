import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { secret } from "../compose.ts";
import { type Config, loadConfig } from "../config.ts";
import type { MailboxId } from "../domain/ids.ts";
import { programCall } from "../domain/program-call.ts";
import { filerOf } from "../domain/sent-filing.ts";
import { connectMailbox } from "../flows/connect-mailbox.ts";
import { digestDueAt } from "../flows/digest-time.ts";
import type { Person } from "../ports/store.ts";
import type { Account } from "../ports.ts";
import { SetupError } from "../setup-error.ts";
import { atTerminal } from "./ask.ts";
import {
  type Answers,
  badAnswers,
  knownTexts,
  questions,
  readAnswers,
  type Texts,
  writeServer,
} from "./connect-answers.ts";
import { askTheRest, complete } from "./connect-questions.ts";
import { historyDays, readThePast } from "./first-reading.ts";
import { momentWithZone } from "./moments.ts";
import { type Opened, withProgram } from "./open.ts";
import { readPassword } from "./password.ts";
import { type JsonOption, line, print, printJson } from "./print.ts";
import { startProgress } from "./progress.ts";
import { findRunning } from "./running.ts";

export type ConnectOptions = JsonOption & {
  readonly name?: string;
  readonly zone?: string;
  readonly country?: string;
  readonly digestAt?: string;
  readonly imap?: string;
  readonly smtp?: string;
  readonly login?: string;
  readonly sent?: string;
  readonly history?: string;
  readonly trustAuthservId?: string;
  readonly filesSentItself?: boolean;
  readonly allowPlain?: boolean;
  readonly password?: string | boolean;
};

/**
 * `afterword connect ADDRESS`: asks what no flag answers, tries both servers, and only then saves the mailbox.
 * An address that was connected before keeps what is not given anew.
 * @throws SetupError with one sentence for a bad answer, a missing one, or a server that cannot be used.
 */
export async function connect(given: string, options: ConnectOptions): Promise<void> {
  if (options.password !== undefined) {
    throw new SetupError(
      "Leave --password out, for others on this machine could read it there: the password is asked for, or read from standard input.",
    );
  }
  const address = readAddress(given);
  const config = loadConfig();
  const fromFlags = flagsGiven(options);
  const rules = { allowPlain: options.allowPlain ?? false, loopbackOnly: config.timeTravel };
  orThrow(badAnswers(fromFlags, rules));
  await withProgram(async (opened) => {
    const before = await connectedBefore(opened, address);
    const known = before ? knownTexts(before.person, before.account) : {};
    const keepsServers = options.imap === undefined && options.smtp === undefined;
    const wasPlain = before?.account?.imap.security === "plain" || before?.account?.smtp.security === "plain";
    const allowed = { ...rules, allowPlain: rules.allowPlain || (keepsServers && wasPlain) };
    const texts = atTerminal()
      ? await askTheRest(address, fromFlags, known, allowed)
      : complete(address, { ...known, ...fromFlags });
    const answers = readAnswers(texts, allowed);
    if (!answers.ok) throw new SetupError(answers.error.join("\n"));
    const password = await readPassword(`Password of ${answers.value.login}`);
    if (password === null)
      throw new SetupError(
        "No password came on standard input; pipe it in as its first line, or run this in a terminal.",
      );
    await tryAndSave(
      opened,
      accountOf(opened, address, answers.value, password, options, before?.account ?? null),
      answers.value,
      options,
    );
  }, config);
}

async function tryAndSave(
  opened: Opened,
  account: Account,
  answers: Answers,
  options: ConnectOptions,
): Promise<void> {
  const { app, checkAccount, config } = opened;
  const progress = startProgress(
    `Trying ${writeServer(account.imap, "imap")} and ${writeServer(account.smtp, "smtp")}`,
    options,
  );
  const checked = await checkAccount(account);
  if (!checked.ok) {
    progress.failed("This does not work yet");
    throw new SetupError(line(checked.error.says));
  }
  const { sentFolder, idle } = checked.value;
  progress.done(`Both servers let us in; sent mail is in "${line(sentFolder)}"`);

  const { name, zone, country, digestAt } = answers;
  const { mailboxId: _mailboxId, ...saved } = account;
  const { again } = await connectMailbox(
    app,
    { name, address: account.address, zone, country, digestAt },
    { ...saved, sentFolder, password: account.password.reveal() },
    historyDays(options.history),
  );
  const past = await readThePast(opened, account.address, options);
  const person = await app.store.transaction((tx) => tx.people.byAddress(account.address));
  const first = person && (await app.store.transaction((tx) => digestDueAt(tx, person, app.clock.now())));
  const running = (await findRunning(config.dataFolder)) !== null;
  if (options.json)
    return printJson({
      address: account.address,
      again,
      sent_folder: sentFolder,
      idle,
      first_reading: past,
      next_digest: first,
      running,
    });
  print(
    `${account.address} is connected${again ? " anew" : ""}. Sent folder: ${line(sentFolder)}. Mail that arrives from now on is read.`,
  );
  print(whatNext(first, zone, config, running));
}

function whatNext(first: Temporal.Instant | null, zone: string, config: Config, running: boolean): string {
  const digest =
    first === null ? "" : `The next digest comes ${momentWithZone(first, zone)}, if there is news by then.`;
  const start = running
    ? "Afterword is running and watches it."
    : `Now start Afterword and let it run: "${programCall} start". Its data lies in ${config.dataFolder}.`;
  return `${digest}\n${start}`.trim();
}

/** @throws SetupError unless it is one address. */
function readAddress(given: string): string {
  const address = z.email().safeParse(given.trim());
  if (!address.success)
    throw new SetupError(`"${line(given)}" is no mail address; write it like sam@mail.example.`);
  return address.data.toLowerCase();
}

const flagsGiven = (options: ConnectOptions): Partial<Texts> =>
  Object.fromEntries(
    questions.flatMap((question) => (options[question] === undefined ? [] : [[question, options[question]]])),
  );

function orThrow(errors: readonly string[]): void {
  if (errors.length > 0) throw new SetupError(errors.join("\n"));
}

async function connectedBefore(
  { app }: Opened,
  address: string,
): Promise<{ person: Person; account: Account | null } | null> {
  return app.store.transaction(async (tx) => {
    const person = await tx.people.byAddress(address);
    const mailbox =
      person && (await tx.mailboxes.ofPerson(person.id)).find((each) => each.address === address);
    return person && { person, account: mailbox ? await tx.mailboxes.account(mailbox.id) : null };
  });
}

function accountOf(
  { app }: Opened,
  address: string,
  answers: Answers,
  password: string,
  options: ConnectOptions,
  before: Account | null,
): Account {
  const { imap, smtp, login } = answers;
  return {
    mailboxId: before?.mailboxId ?? (app.ids.uuid() as MailboxId),
    address,
    login,
    password: secret(password),
    imap,
    smtp,
    // Empty lets the check find it.
    sentFolder: options.sent ?? before?.sentFolder ?? "",
    // SAFETY R7. What was said of another server does not hold for this one.
    filesSentItself:
      options.filesSentItself ??
      (filerOf(smtp.host) === "provider" ||
        (before?.filesSentItself === true && before.smtp.host === smtp.host)),
    authservId: options.trustAuthservId ?? before?.authservId ?? null,
  };
}

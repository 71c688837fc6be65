import { isCancel, password as passwordPrompt } from "@clack/prompts";
import type { Temporal } from "temporal-polyfill";
import { type Found, providerOfServer, secret } from "../compose.ts";
import type { Config } from "../config.ts";
import { type Answers, writeServer } from "../connecting/answers.ts";
import { programCall } from "../domain/program-call.ts";
import { connectMailbox } from "../flows/connect-mailbox.ts";
import { digestDueAt } from "../flows/digest-time.ts";
import type { Account, Secret } from "../ports.ts";
import { SetupError } from "../setup-error.ts";
import { atTerminal, leftAsItWas } from "./ask.ts";
import { helpWithLogin } from "./connect-discovery.ts";
import { confirmSentFolder } from "./connect-sent.ts";
import { historyDays, readThePast } from "./first-reading.ts";
import { momentWithZone } from "./moments.ts";
import type { Opened } from "./open.ts";
import { type JsonOption, line, print, printJson } from "./print.ts";
import { startProgress } from "./progress.ts";
import { findRunning } from "./running.ts";
import type { SignedIn } from "./sign-in.ts";

/** What is to be tried and saved: the mailbox, whose it is, and who named its servers (null: the person). */
export type ToConnect = {
  readonly account: Account;
  readonly owner: string;
  readonly answers: Answers;
  readonly found: Found | null;
  /** What the provider's page gave; null: the account's password lets us in. */
  readonly signedIn: SignedIn | null;
  /** The folder of sent mail was named by the person, now or before. */
  readonly sentIsKnown: boolean;
};

/** Logs into both servers, saves the mailbox and reads the past. @throws SetupError when a server cannot be used, with what to do. */
export async function tryAndSave(
  opened: Opened,
  { account, owner, answers, found, signedIn, sentIsKnown }: ToConnect,
  options: JsonOption & { readonly history?: string },
): Promise<void> {
  const { app, config } = opened;
  const tried = await tryUntilLetIn(opened, account, { found, signedIn }, options);
  const { idle } = tried;
  const sentFolder = await confirmSentFolder(tried.sentFolder, tried.folders, sentIsKnown);

  const { name, zone, country, digestAt } = answers;
  const { mailboxId: _mailboxId, ...saved } = account;
  const { again } = await connectMailbox(
    app,
    { name, address: owner, zone, country, digestAt },
    { ...saved, sentFolder, password: tried.password.reveal(), ...(signedIn && { signedIn }) },
    historyDays(options.history),
  );
  const past = await readThePast(opened, { owner, address: account.address }, options);
  const person = await app.store.transaction((tx) => tx.people.byAddress(owner));
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

type LetIn = {
  readonly sentFolder: string;
  readonly folders: readonly string[];
  readonly idle: boolean;
  readonly password: Secret;
};

/** At a terminal a refused password may be typed again, twice: more would look like an attack to the provider. */
const mostTries = 3;

async function tryUntilLetIn(
  opened: Opened,
  account: Account,
  how: Pick<ToConnect, "found" | "signedIn">,
  options: JsonOption,
  tries = 1,
): Promise<LetIn> {
  const progress = startProgress(
    `Trying ${writeServer(account.imap, "imap")} and ${writeServer(account.smtp, "smtp")}`,
    options,
  );
  const { found, signedIn } = how;
  const namedBy = found?.by === "srv" || found?.by === "autoconfig" ? "network" : "person";
  const checked = await opened.checkAccount(account, namedBy, signedIn?.tokens.access);
  if (checked.ok) {
    progress.done(`Both servers let us in; sent mail is in "${line(checked.value.sentFolder)}"`);
    return { ...checked.value, password: account.password };
  }
  progress.failed("This does not work yet");
  const { kind, says } = checked.error;
  const provider = found?.provider ?? providerOfServer(account.imap);
  const help = kind === "login" && !signedIn ? helpWithLogin(provider) : "";
  const refusal = `${line(says)}${help}`;
  if (kind !== "login" || signedIn || !atTerminal() || tries >= mostTries) throw new SetupError(refusal);
  print(refusal);
  const again = await passwordPrompt({ message: `Password of ${account.login}, once more` });
  if (isCancel(again) || !again) throw leftAsItWas();
  return tryUntilLetIn(opened, { ...account, password: secret(again) }, how, options, tries + 1);
}

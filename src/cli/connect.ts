import { secret } from "../compose.ts";
import { loadConfig } from "../config.ts";
import { accountOf } from "../connecting/account.ts";
import {
  badAnswers,
  knownTexts,
  ofThePerson,
  questions,
  readAnswers,
  type ServerRules,
  type Texts,
} from "../connecting/answers.ts";
import { SetupError } from "../setup-error.ts";
import { atTerminal } from "./ask.ts";
import { type Confirmed, confirmServers } from "./connect-discovery.ts";
import { addressGiven, type Before, connectedBefore } from "./connect-known.ts";
import { askTheRest, complete } from "./connect-questions.ts";
import { tryAndSave } from "./connect-save.ts";
import { type Opened, withProgram } from "./open.ts";
import { passwordOf } from "./password.ts";
import { type SignInOptions, signInIfWanted } from "./sign-in.ts";

export type ConnectOptions = SignInOptions & {
  readonly person?: string;
  readonly name?: string;
  readonly zone?: string;
  readonly country?: string;
  readonly digestAt?: string;
  readonly imap?: string;
  readonly smtp?: string;
  readonly login?: string;
  readonly yes?: boolean;
  readonly sent?: string;
  readonly history?: string;
  readonly trustAuthservId?: string;
  readonly filesSentItself?: boolean;
  readonly allowPlain?: boolean;
  readonly password?: string | boolean;
};

/**
 * `afterword connect ADDRESS`: finds the servers, asks what no flag answers, tries both servers, and only then saves the mailbox.
 * An address that was connected before keeps what is not given anew.
 * @throws SetupError with one sentence for a bad answer, a missing one, or a server that cannot be used.
 */
export async function connect(given: string, options: ConnectOptions): Promise<void> {
  if (options.password !== undefined) {
    throw new SetupError(
      "Leave --password out, for others on this machine could read it there: the password is asked for, or read from standard input.",
    );
  }
  const address = addressGiven(given);
  const config = loadConfig();
  const fromFlags = flagsGiven(options);
  const rules = { allowPlain: options.allowPlain ?? false, loopbackOnly: config.timeTravel };
  orThrow(badAnswers(fromFlags, rules));
  await withProgram(async (opened) => {
    const before = await connectedBefore(opened.app, address, options.person);
    const allowed = { ...rules, allowPlain: rules.allowPlain || keepsPlain(before, options) };
    const { texts, found } = await gather(opened, { address, fromFlags, before, allowed, options });
    const answers = readAnswers(texts, allowed);
    if (!answers.ok) throw new SetupError(answers.error.join("\n"));
    const known = before?.account ?? null;
    const isSameServer = known?.imap.host === answers.value.imap.host;
    const wanted = { address, ...answers.value, before: isSameServer ? known.signIn : null };
    const signedIn = await signInIfWanted(opened, wanted, options);
    const password = signedIn ? "" : await passwordOf(answers.value.login);
    const account = {
      ...accountOf(opened.app, address, answers.value, secret(password), options, known),
      signIn: signedIn?.service ?? null,
    };
    await tryAndSave(
      opened,
      {
        account,
        owner: before?.person.address ?? address,
        answers: answers.value,
        found,
        signedIn,
        sentIsKnown: account.sentFolder !== "",
      },
      options,
    );
  }, config);
}

/** First what is known of the person, then the servers: looked for where nobody named them, unless only this machine's may be used. */
async function gather(
  opened: Opened,
  {
    address,
    fromFlags,
    before,
    allowed,
    options,
  }: {
    readonly address: string;
    readonly fromFlags: Partial<Texts>;
    readonly before: Before | null;
    readonly allowed: ServerRules;
    readonly options: ConnectOptions;
  },
): Promise<{ texts: Texts; found: Confirmed["found"] }> {
  const known = before ? knownTexts(before.person, before.account) : {};
  const unnamed = fromFlags.imap === undefined && fromFlags.smtp === undefined && known.imap === undefined;
  const looks = unnamed && !allowed.loopbackOnly;
  const nobody: Confirmed = { found: null, texts: {} };
  if (!atTerminal()) {
    const said = { ...known, ...fromFlags };
    if (looks) complete(address, said, ofThePerson);
    const { found, texts } = looks ? await confirmServers(opened, address, options) : nobody;
    return { texts: complete(address, { ...texts, ...said }), found };
  }
  const isTheirs = before !== null && before.account === null;
  const said = isTheirs ? { ...known, ...fromFlags } : fromFlags;
  const about = await askTheRest(ofThePerson, address, said, known, allowed);
  const { found, texts } = looks ? await confirmServers(opened, address, options) : nobody;
  const all = await askTheRest(questions, address, { ...texts, ...about }, known, allowed);
  return { texts: complete(address, all), found };
}

/** What was connected in plain text on this machine may be connected so again. */
const keepsPlain = (before: Before | null, { imap, smtp }: ConnectOptions): boolean =>
  imap === undefined &&
  smtp === undefined &&
  (before?.account?.imap.security === "plain" || before?.account?.smtp.security === "plain");

const flagsGiven = (options: ConnectOptions): Partial<Texts> =>
  Object.fromEntries(
    questions.flatMap((question) => (options[question] === undefined ? [] : [[question, options[question]]])),
  );

function orThrow(errors: readonly string[]): void {
  if (errors.length > 0) throw new SetupError(errors.join("\n"));
}

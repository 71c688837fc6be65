import { secret } from "../compose.ts";
import { accountOf } from "../connecting/account.ts";
import { knownTexts, readAnswers } from "../connecting/answers.ts";
import { SetupError } from "../setup-error.ts";
import { addressGiven, connectedBefore, notConnected } from "./connect-known.ts";
import { complete } from "./connect-questions.ts";
import { tryAndSave } from "./connect-save.ts";
import { withProgram } from "./open.ts";
import { passwordOf } from "./password.ts";
import { type SignInOptions, signInIfWanted } from "./sign-in.ts";

/**
 * `afterword reconnect ADDRESS`: asks for the password alone, or for a new sign-in, tries both servers with it, and only then saves it.
 * @throws SetupError when that mailbox is not connected, or a server cannot be used.
 */
export async function reconnect(given: string, options: SignInOptions): Promise<void> {
  const address = addressGiven(given);
  await withProgram(async (opened) => {
    const before = await connectedBefore(opened.app, address, undefined);
    if (!before?.account) throw new SetupError(await notConnected(opened.app, address));
    const { person, account } = before;
    const rules = { allowPlain: account.imap.security === "plain", loopbackOnly: opened.config.timeTravel };
    const answers = readAnswers(complete(address, knownTexts(person, account)), rules);
    if (!answers.ok) throw new SetupError(answers.error.join("\n"));
    const signedIn = await signInIfWanted(opened, { ...account, before: account.signIn }, options);
    const password = signedIn ? "" : await passwordOf(account.login);
    const anew = accountOf(opened.app, address, answers.value, secret(password), {}, account);
    await tryAndSave(
      opened,
      {
        account: { ...anew, signIn: signedIn?.service ?? null },
        owner: person.address,
        answers: answers.value,
        found: null,
        signedIn,
        sentIsKnown: true,
      },
      options,
    );
  });
}

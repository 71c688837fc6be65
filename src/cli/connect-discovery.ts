import { confirm, isCancel } from "@clack/prompts";
import { type Found, type Provider, providerOfDomain } from "../compose.ts";
import type { Config } from "../config.ts";
import { type Texts, writeServer } from "../connecting/answers.ts";
import { domainOf, source } from "../connecting/found-words.ts";
import { SetupError } from "../setup-error.ts";
import { atTerminal, leftAsItWas } from "./ask.ts";
import type { Opened } from "./open.ts";
import { type JsonOption, line, print } from "./print.ts";
import { startProgress } from "./progress.ts";

/** Servers that the person has said yes to; `found` is null where they name them themselves. */
export type Confirmed = { readonly found: Found | null; readonly texts: Partial<Texts> };

/**
 * Looks for the servers of an address and asks whether the password may go there (SAFETY R52: no password before that). Where nothing is found, or
 * the answer is no, the person names them.
 * @throws SetupError where nobody can be asked and `yes` was not given, or the provider takes no password.
 */
export async function confirmServers(
  { discover, config }: Pick<Opened, "discover" | "config">,
  address: string,
  options: JsonOption & { readonly yes?: boolean },
): Promise<Confirmed> {
  refuseWithoutWayIn(providerOfDomain(domainOf(address)), config);
  const progress = startProgress(`Looking for the mail servers of ${domainOf(address)}`, options);
  const looked = await discover(address);
  if (!looked.ok) {
    progress.failed("None were found");
    const reasons = looked.error.map((reason) => line(reason)).join("\n");
    if (!atTerminal())
      throw new SetupError(
        `${reasons}\nNo servers were found for ${address}: your provider's help pages name them; give them as --imap and --smtp.`,
      );
    print(`${reasons}\nYour provider's help pages name its servers.`);
    return { found: null, texts: {} };
  }
  const found = looked.value;
  refuseWithoutWayIn(found.provider, config);
  progress.done(`Found ${source(found, address)}`);
  const texts = {
    imap: writeServer(found.imap, "imap"),
    smtp: writeServer(found.smtp, "smtp"),
    login: found.login,
  };
  if (options.yes) return { found, texts };
  const where = `${texts.imap} and ${texts.smtp}, as ${line(found.login)}`;
  if (!atTerminal())
    throw new SetupError(
      `Found ${source(found, address)}: ${where}. Nobody can be asked here whether your password may go there; add --yes if it may, or name other servers with --imap and --smtp.`,
    );
  const signsIn = canSignIn(found.provider, config);
  if (found.provider && !signsIn) print(`${found.provider.help}\n${found.provider.page}`);
  const message = `May your ${signsIn ? "sign-in" : "password"} go to ${where}?`;
  const may = await confirm({ message, initialValue: true });
  if (isCancel(may)) throw leftAsItWas();
  return may ? { found, texts } : { found: null, texts: {} };
}

/** The owner has a client id with which one signs in on this provider's own page. */
const canSignIn = (provider: Provider | null, { signIn }: Config): boolean =>
  provider?.signIn !== undefined && signIn[provider.signIn] !== null;

/** What to do when a login is refused, beyond what the server said; empty where the provider is not known. */
export const helpWithLogin = (provider: Provider | null): string =>
  provider === null ? "" : `\n${provider.name}: ${provider.help}\n${provider.page}`;

/** @throws SetupError before anything is asked in vain. */
function refuseWithoutWayIn(provider: Provider | null, config: Config): void {
  if (provider?.password === "none" && !canSignIn(provider, config))
    throw new SetupError(
      `${provider.help}\n${provider.page}\nIf your administrator has arranged for passwords all the same, name the servers with --imap and --smtp.`,
    );
}

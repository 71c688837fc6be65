import { isCancel, text } from "@clack/prompts";
import type { Result } from "../domain/result.ts";
import { openBrowser } from "../open-browser.ts";
import type { BrowserSignIn, SignInService, Tokens } from "../ports.ts";
import { SetupError } from "../setup-error.ts";
import { atTerminal, leftAsItWas } from "./ask.ts";
import type { Opened } from "./open.ts";
import { type JsonOption, line, print } from "./print.ts";
import { startProgress } from "./progress.ts";

/** How long the person may take, in minutes; the providers' own pages allow no more. */
const patience = 10;

/** Opens the provider's page in a browser, this machine's or, by its address, any other. @throws SetupError with what the provider said. */
export async function signInHere(
  { signIns, config }: Opened,
  service: SignInService,
  login: string,
  options: JsonOption,
): Promise<Tokens> {
  const signIn = await signIns.inBrowser(service, login);
  try {
    tell(`Sign in as ${line(login)} here:\n${signIn.url}`, options);
    if (atTerminal() && config.signIn.hasScreen) await openBrowser(signIn.url);
    const ended = new AbortController();
    const ways = [
      signIn.returned,
      tooLate(ended.signal),
      ...(atTerminal() ? [pasted(signIn, ended.signal)] : []),
    ];
    const result = await Promise.race(ways).finally(() => ended.abort());
    if (!result.ok) throw new SetupError(line(result.error));
    return result.value;
  } finally {
    await signIn.close();
  }
}

/** By a code that is typed on any other device; where the provider knows no such way, by an address that is pasted. @throws SetupError with what the provider said. */
export async function signInOnDevice(
  opened: Opened,
  service: SignInService,
  login: string,
  options: JsonOption,
): Promise<Tokens> {
  const begun = await opened.signIns.onDevice(service);
  if (!begun.ok) {
    if (service === "microsoft") throw new SetupError(line(begun.error));
    tell(begun.error, options);
    return signInHere(opened, service, login, options);
  }
  const { url, code, done } = begun.value;
  tell(
    `On any device open ${line(url)}, sign in as ${line(login)}, and type this code: ${line(code)}`,
    options,
  );
  const progress = startProgress("Waiting until you have typed it", options);
  const result = await done;
  if (!result.ok) {
    progress.failed("It was not typed");
    throw new SetupError(line(result.error));
  }
  progress.done("You are signed in");
  return result.value;
}

/** With --json only the answer goes to standard output. */
const tell = (words: string, { json }: JsonOption): void =>
  json ? void process.stderr.write(`${words}\n`) : print(words);

/** Asks for the address at which a browser elsewhere has ended, until it is the right one. Cancelled by `signal`, it never ends. */
async function pasted(signIn: BrowserSignIn, signal: AbortSignal): Promise<Result<Tokens, string>> {
  for (;;) {
    const address = await text({
      message: "Waiting for the browser. If it runs on another machine, paste the address at which it ends",
      signal,
    });
    if (signal.aborted) return new Promise(() => undefined);
    if (isCancel(address)) throw leftAsItWas();
    const result = await signIn.take(address);
    if (result.ok) return result;
    print(line(result.error));
  }
}

const tooLate = (signal: AbortSignal): Promise<Result<Tokens, string>> =>
  new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve({ ok: false, error: `Nobody signed in within ${patience} minutes; try again.` }),
      patience * 60_000,
    );
    signal.addEventListener("abort", () => clearTimeout(timer));
  });

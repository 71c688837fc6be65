import { isCancel, select } from "@clack/prompts";
import type { Account, SignInService, Tokens } from "../ports.ts";
import { SetupError } from "../setup-error.ts";
import { atTerminal, leftAsItWas } from "./ask.ts";
import type { Opened } from "./open.ts";
import type { JsonOption } from "./print.ts";
import { signInHere, signInOnDevice } from "./sign-in-ways.ts";
import { withKnownEnd } from "./testing-app.ts";

export type SignInOptions = JsonOption & {
  readonly browser?: boolean;
  readonly device?: boolean;
  readonly testing?: boolean;
};

/** What let the person in on the provider's page. */
export type SignedIn = { readonly service: SignInService; readonly tokens: Tokens };

/** What is to be signed in to; `before`: whose sign-in let it in at these servers until now (null: a password, or nothing yet). */
type Wanted = Pick<Account, "address" | "login" | "imap" | "smtp"> & {
  readonly before: SignInService | null;
};

/**
 * Has the person sign in on their provider's page, where that is possible and wanted.
 * @returns null where a password is to let us in.
 * @throws SetupError when the sign-in comes to nothing, or it is asked for and there is no client id.
 */
export async function signInIfWanted(
  opened: Opened,
  wanted: Wanted,
  options: SignInOptions,
): Promise<SignedIn | null> {
  const service = opened.signIns.serviceOf(wanted.address, wanted);
  if (service === null) {
    if (options.browser || options.device || wanted.before !== null) throw new SetupError(noClient);
    return null;
  }
  const way = await wayIn(opened, service, wanted.before, options);
  if (way === "password") return null;
  const tokens =
    way === "device"
      ? await signInOnDevice(opened, service, wanted.login, options)
      : await signInHere(opened, service, wanted.login, options);
  return { service, tokens: await withKnownEnd(service, tokens, opened.app.clock.now(), options) };
}

type Way = "browser" | "device" | "password";

async function wayIn(
  { config }: Opened,
  service: SignInService,
  before: SignInService | null,
  options: SignInOptions,
): Promise<Way> {
  if (options.device) return "device";
  if (options.browser) return "browser";
  const usual = service === "microsoft" && !config.signIn.hasScreen ? "device" : "browser";
  // Microsoft takes no password of a mail program at all.
  if (service === "microsoft" || before !== null) return usual;
  if (!atTerminal()) return "password";
  const way = await select<Way>({
    message: "How shall Afterword be let in?",
    options: [
      { value: usual, label: "Sign in on Google's page, in the browser" },
      { value: "password", label: "With an app password" },
    ],
  });
  if (isCancel(way)) throw leftAsItWas();
  return way;
}

const noClient =
  "Signing in needs a client id of your own for Google or Microsoft, and their own mail servers; docs/providers.md tells how to register one and which settings take it.";

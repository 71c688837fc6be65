import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { Temporal } from "temporal-polyfill";
import { type Result, refuse } from "../../domain/result.ts";
import type { BrowserSignIn, Secret, Tokens } from "../../ports.ts";
import { failedSignIn, tokensIn } from "./answers.ts";
import { type Came, listenForBrowser } from "./loopback.ts";
import type { Service } from "./services.ts";

/** What signing in needs besides the service. */
export type SignInTools = {
  readonly secret: (words: string) => Secret;
  readonly now: () => Temporal.Instant;
};

/**
 * Begins an authorisation code grant with PKCE (RFC 7636, S256) that comes back to this machine (RFC 8252). Only the answer with our own state is
 * taken, once (RFC 6749 section 10.12), and where it names its issuer, only with the right one (RFC 9207).
 * @param login the address that the page is to suggest
 */
export async function signInWithBrowser({
  config,
  service,
  login,
  secret,
  now,
}: SignInTools & {
  readonly config: Configuration;
  readonly service: Service;
  readonly login: string;
}): Promise<BrowserSignIn> {
  const verifier = randomPKCECodeVerifier();
  const state = randomState();
  let settle: (result: Result<Tokens, string>) => void = () => undefined;
  const returned = new Promise<Result<Tokens, string>>((resolve) => {
    settle = resolve;
  });
  let taken: Promise<Result<Tokens, string>> | null = null;

  const exchange = async (query: string): Promise<Result<Tokens, string>> => {
    const asked = now();
    const answer = new URL(redirect);
    answer.search = query;
    try {
      const checks = { expectedState: state, pkceCodeVerifier: verifier };
      const given = await authorizationCodeGrant(config, answer, checks);
      return tokensIn(given, service.name, null, asked, secret);
    } catch (thrown) {
      return refuse(failedSignIn(thrown, service.name));
    }
  };
  const take = async (query: string): Promise<Result<Tokens, string>> => {
    if (new URLSearchParams(query).get("state") !== state) return refuse(notOurs);
    taken ??= exchange(query);
    return taken;
  };
  const came = async (query: string): Promise<Came> => {
    const result = await take(query);
    // Anybody on this machine may knock: what is not ours ends nothing.
    if (taken !== null) settle(await taken);
    return result.ok ? { done: true, says: comeBack } : { done: false, says: result.error };
  };
  const loopback = await listenForBrowser(came);
  const redirect = `http://${service.returnsTo}:${loopback.port}/`;
  const url = buildAuthorizationUrl(config, {
    redirect_uri: redirect,
    scope: service.scope,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    login_hint: login,
    ...service.parameters,
  });
  return {
    url: url.href,
    returned,
    take: (address) => take(URL.parse(address.trim())?.search ?? ""),
    close: loopback.close,
  };
}

const comeBack = "You are signed in. Close this page and go back to Afterword.";
const notOurs =
  "This is not the answer to this sign-in; open the address that Afterword shows, and come back from there.";

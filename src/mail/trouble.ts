import { cleanLine } from "../domain/plain-text.ts";
import type { ServerAddress, SignInService, Trouble } from "../ports.ts";
import { printAddress } from "./server-address.ts";

/** Words of a server that asks for patience, where it sends no response code (SAFETY R22). */
const patience = /throttl|too many|try again|temporar|rate limit|unavailable|server busy|quota|backoff/i;

/** Response codes of RFC 5530 that are a definite no to the credentials. */
const refusedCodes = new Set(["AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "EXPIRED"]);

const certificateCodes =
  /^(ERR_TLS_CERT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|HOSTNAME_MISMATCH|INVALID_CA)/;

/** What an error of imapflow, nodemailer or Node may carry; read once here and nowhere else. */
type Failure = {
  readonly code: string;
  readonly message: string;
  readonly response: string;
  readonly serverCode: string;
  readonly loginRefused: boolean;
  readonly replyCode: number;
  readonly waitMs: number;
};

/** The server is there, a folder is not what it should be. The message is the whole sentence for the person. */
export class FolderTrouble extends Error {}

/**
 * Turns what a mail library threw into a Trouble: one sentence that says what to do.
 * @param protocol what was spoken, for the sentence.
 * @param signIn whose sign-in was to let us in; null: a password.
 */
export function troubleOf(
  thrown: unknown,
  server: ServerAddress,
  protocol: "IMAP" | "SMTP",
  signIn: SignInService | null = null,
): Trouble & { readonly waitMs: number } {
  if (thrown instanceof FolderTrouble) return { kind: "protocol", says: thrown.message, waitMs: 0 };
  const failure = readFailure(thrown);
  return { ...judge(failure, printAddress(server), server, protocol, signIn), waitMs: failure.waitMs };
}

function judge(
  failure: Failure,
  where: string,
  server: ServerAddress,
  protocol: "IMAP" | "SMTP",
  signIn: SignInService | null,
): Trouble {
  const words = failure.response === "" ? "" : ` It said: "${failure.response}"`;
  if (failure.code === "ETHROTTLE" || failure.waitMs > 0) {
    return { kind: "throttled", says: `${where} asks for fewer requests; wait a few minutes.${words}` };
  }
  if (failure.loginRefused) {
    return isDefinite(failure)
      ? signIn !== null
        ? { kind: "login", says: signInRefused(where, protocol, words) }
        : {
            kind: "login",
            says: `${where} refused user name or password: check both, and use an app password where your provider asks for one.${words}`,
          }
      : { kind: "throttled", says: `${where} does not let anyone log in just now; try again later.${words}` };
  }
  if (certificateCodes.test(failure.code) || /certificate/i.test(failure.message)) {
    return {
      kind: "certificate",
      says: `The certificate of ${where} does not prove that it is ${server.host} (${firstLine(failure.message)}): check the host name, or ask the provider for the right one.`,
    };
  }
  if (/STARTTLS/i.test(failure.message) || failure.code === "ETLS") {
    return {
      kind: "protocol",
      says: `${where} offers no STARTTLS, so the password was not sent: use ${protocol === "IMAP" ? "imaps:// (port 993)" : "smtps:// (port 465)"} if the provider has it.`,
    };
  }
  if (failure.code === "ENOTFOUND" || failure.code === "EDNS" || failure.code === "EAI_AGAIN") {
    return {
      kind: "unreachable",
      says: `There is no host ${server.host}, or no network: check the name and your connection.`,
    };
  }
  if (failure.replyCode >= 400 && failure.replyCode < 500) {
    return { kind: "throttled", says: `${where} is not ready just now; try again later.${words}` };
  }
  if (failure.replyCode >= 500 || failure.response !== "") {
    return { kind: "protocol", says: `${where} refused to go on.${words}` };
  }
  if (/SSL|TLS|wrong version/i.test(failure.code + failure.message)) {
    return {
      kind: "protocol",
      says: `${where} does not speak TLS from the first byte: try ${protocol === "IMAP" ? "imap://" : "smtp://"} (STARTTLS), or check the port.`,
    };
  }
  return {
    kind: "unreachable",
    says: `No ${protocol} answer from ${where} (${firstLine(failure.message)}): check host and port, and that your network allows it.`,
  };
}

/** The token is as fresh as can be by then, so that a new one alone mends nothing. */
const signInRefused = (where: string, protocol: "IMAP" | "SMTP", words: string): string =>
  `${where} let nobody in with this sign-in: see that it was made for this very address, and that ${protocol} is switched on for the mailbox.${words}`;

/** SAFETY R22: a code that says "later", an ALERT, or words that ask for patience are no wrong password. */
function isDefinite({ serverCode, response, replyCode }: Failure): boolean {
  if (replyCode !== 0) return replyCode >= 500;
  if (serverCode !== "") return refusedCodes.has(serverCode);
  return !patience.test(response);
}

/** A server that names a year is asked again after a day, in milliseconds. */
const longestWait = 86_400_000;

function readFailure(thrown: unknown): Failure {
  const bag: Record<string, unknown> = typeof thrown === "object" && thrown !== null ? { ...thrown } : {};
  const text = (key: string): string => {
    const value = bag[key];
    return typeof value === "string" ? value : "";
  };
  const number = (key: string): number => {
    const value = bag[key];
    return typeof value === "number" && Number.isFinite(value) ? value : 0;
  };
  const details = bag.cause;
  const inner =
    text("originalCode") || (details instanceof Error && "code" in details ? String(details.code) : "");
  const replyCode = number("responseCode");
  return {
    code: inner !== "" && text("code") !== "ETHROTTLE" ? inner : text("code"),
    message: thrown instanceof Error ? thrown.message : String(thrown),
    response: firstLine(text("response") || text("responseText")),
    serverCode: text("serverResponseCode").toUpperCase(),
    loginRefused: bag.authenticationFailed === true || (text("code") === "EAUTH" && replyCode !== 0),
    replyCode,
    waitMs: Math.min(number("throttleReset"), longestWait),
  };
}

/** A server's words reach logs and terminals: one line, no control or bidirectional characters, not endless (SAFETY R47, R53). */
export const firstLine = (words: string): string => cleanLine(words.split(/\r?\n/)[0] ?? "").slice(0, 300);

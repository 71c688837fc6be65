import type SMTPConnection from "nodemailer/lib/smtp-connection";
import type { SMTPConnectionCustomAuthContext, SMTPConnectionOptions } from "nodemailer/lib/smtp-connection";
import type { Account, Secret } from "../ports.ts";

/** The options of a connection that `logIn` is to be used on. */
export const withLogin = (
  options: SMTPConnectionOptions,
  { login }: Account,
  token: Secret | null,
): SMTPConnectionOptions =>
  token === null
    ? options
    : { ...options, customAuth: { XOAUTH2: (context) => xoauth2(context, login, token) } };

/** Logs in: with the password, or with a token. `done` is told the error of a login that failed. */
export function logIn(
  connection: SMTPConnection,
  { login, password }: Account,
  token: Secret | null,
  done: (failed: Error | null) => void,
): void {
  const credentials =
    token === null ? { user: login, pass: password.reveal() } : { user: login, method: "XOAUTH2" };
  connection.login(credentials, (failed) => done(failed ?? null));
}

/**
 * One exchange of SASL XOAUTH2 (developers.google.com/workspace/gmail/imap/xoauth2-protocol). A server that refuses may first send the reason as
 * JSON behind 334 and wait for an empty line; only then comes the reply that counts. The library by itself would show the same token once more.
 */
async function xoauth2(
  { sendCommand }: SMTPConnectionCustomAuthContext,
  login: string,
  token: Secret,
): Promise<void> {
  const words = `user=${login}\u0001auth=Bearer ${token.reveal()}\u0001\u0001`;
  const first = await sendCommand(`AUTH XOAUTH2 ${Buffer.from(words).toString("base64")}`);
  const last = first.status === 334 ? await sendCommand("") : first;
  if (last.status !== 235) throw new Error("The login was refused");
}

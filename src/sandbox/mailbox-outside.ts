import { ImapFlow } from "imapflow";
import { createTransport } from "nodemailer";
import type { Temporal } from "temporal-polyfill";
import type { FolderName } from "./imap-server.ts";
import type { SmtpReply, TakenMail } from "./smtp-server.ts";

/** Another IMAP server on the loopback in place of the sandbox's own, for example Dovecot. */
export type ImapOutside = {
  readonly host: string;
  readonly port: number;
  readonly login: string;
  readonly password: string;
  readonly append: (folder: FolderName, raw: Buffer, at: Temporal.Instant) => Promise<void>;
};

/**
 * Reads `imap://LOGIN:PASSWORD@HOST:PORT`. Mails are delivered by APPEND, because only APPEND can give the
 * INTERNALDATE of the story's clock.
 * @throws Error with one sentence when the URL is no such address or lies outside the loopback.
 */
export function imapOutside(url: string): ImapOutside {
  const at = loopbackUrl(url, "imap:", 143);
  const append = async (folder: FolderName, raw: Buffer, date: Temporal.Instant) => {
    const client = new ImapFlow({
      host: at.host,
      port: at.port,
      secure: false,
      doSTARTTLS: false,
      auth: { user: at.login, pass: at.password },
      logger: false,
    });
    await client.connect();
    try {
      if (folder === "Sent") await client.mailboxCreate("Sent");
      await client.append(folder, raw, folder === "Sent" ? ["\\Seen"] : [], new Date(date.epochMilliseconds));
    } finally {
      await client.logout();
    }
  };
  return { ...at, append };
}

/**
 * Passes a mail on to `smtp://[LOGIN:PASSWORD@]HOST:PORT` with its own envelope.
 * @returns the server's refusal, or undefined when it took the mail.
 */
export function smtpOutside(
  url: string,
): (mail: TakenMail) => Promise<{ readonly refused: SmtpReply } | undefined> {
  const at = loopbackUrl(url, "smtp:", 25);
  return async ({ from, to, raw }) => {
    const transport = createTransport({
      host: at.host,
      port: at.port,
      secure: false,
      ignoreTLS: true,
      ...(at.login === "" ? {} : { auth: { user: at.login, pass: at.password } }),
    });
    try {
      await transport.sendMail({ envelope: { from, to: [...to] }, raw });
      return undefined;
    } catch (error) {
      return { refused: replyOf(error) };
    } finally {
      transport.close();
    }
  };
}

/** The reply that the server gave; without one a 451, so that the program tries again. */
function replyOf(error: unknown): SmtpReply {
  const says = error instanceof Error ? error.message : "no answer";
  const code =
    typeof error === "object" && error !== null && "responseCode" in error ? error.responseCode : 451;
  return { code: typeof code === "number" ? code : 451, says };
}

function loopbackUrl(text: string, protocol: string, defaultPort: number) {
  const url = URL.canParse(text) ? new URL(text) : null;
  const host = url?.hostname.replace(/^\[|\]$/g, "") ?? "";
  if (url?.protocol !== protocol || !/^(127\.[\d.]+|::1|localhost)$/.test(host))
    throw new Error(`"${text}" is not an address like ${protocol}//login:password@127.0.0.1:${defaultPort}.`);
  return {
    host,
    port: url.port === "" ? defaultPort : Number(url.port),
    login: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

import type { ListResponse } from "imapflow";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Account, Secret, Trouble } from "../ports.ts";
import { smtpOptions } from "./courier.ts";
import { addressFor, type ImapSettings, imapSettings, overImap, within } from "./imap/connection.ts";
import { letIn } from "./let-in.ts";
import { isLoopback, plainTextRefusal, printAddress } from "./server-address.ts";
import { logIn, withLogin } from "./smtp-login.ts";
import { troubleOf } from "./trouble.ts";

export type Checked = {
  readonly sentFolder: string;
  /** Those that hold mail. */
  readonly folders: readonly string[];
  readonly idle: boolean;
};

/**
 * Logs into both servers of an account, sends nothing, and finds its Sent folder: the one that `sentFolder` names,
 * or where that is empty the one that the server marks as Sent (RFC 6154), or one with a usual name (SAFETY R26).
 * Every trouble is one sentence that says what to do.
 */
export async function checkAccount(
  account: Account,
  given: Partial<ImapSettings> = {},
): Promise<Result<Checked, Trouble>> {
  const settings: ImapSettings = { ...imapSettings, ...given };
  const listed = await overImap(account, settings, async (client) => ({
    folders: await within(client, settings.commandTimeout, client.list()),
    idle: client.capabilities.has("IDLE") || client.capabilities.has("IMAP4rev2"),
  }));
  if (!listed.ok) return refuse(bare(listed.error));
  const { folders, idle } = listed.value;
  const sent = sentFolderAmong(folders, account.sentFolder);
  if (!sent.ok) return sent;
  const smtp = await letIn(
    account,
    settings.accessTokens,
    (token) => checkSmtp(account, token, settings),
    (trouble) => trouble?.kind === "login",
  );
  if (!smtp.ok) return smtp;
  if (smtp.value !== null) return refuse(bare(smtp.value));
  return ok({ sentFolder: sent.value, folders: folders.filter(holdsMail).map(({ path }) => path), idle });
}

const holdsMail = ({ flags }: ListResponse): boolean =>
  !flags.has("\\Noselect") && !flags.has("\\NonExistent");

function sentFolderAmong(folders: readonly ListResponse[], wanted: string): Result<string, Trouble> {
  const usable = folders.filter(holdsMail);
  const sent = usable.find(({ path, specialUse }) =>
    wanted === "" ? specialUse === "\\Sent" : path === wanted,
  );
  if (sent !== undefined) return ok(sent.path);
  const names = usable.map(({ path }) => path).join(", ");
  const missing = wanted === "" ? "No folder looks like Sent" : `There is no folder "${wanted}"`;
  return refuse({ kind: "protocol", says: `${missing}: name one of these as the Sent folder: ${names}.` });
}

/** Null when the server can be used for sending. */
async function checkSmtp(
  account: Account,
  token: Secret | null,
  settings: ImapSettings,
): Promise<Trouble | null> {
  const refused = plainTextRefusal(account.smtp);
  if (refused !== null) return { kind: "protocol", says: refused };
  const { host } = account.smtp;
  const address = await addressFor(host, settings);
  if (!address.ok) return { kind: "unreachable", says: address.error };
  const { connectTimeout, commandTimeout } = settings;
  const timeouts = { untilBody: connectTimeout, silence: commandTimeout, afterBody: commandTimeout };
  const options = {
    ...smtpOptions({ ...account.smtp, host: address.value }, timeouts, settings.ca),
    ...(address.value !== host && { servername: host }),
  };
  const connection = new SMTPConnection(withLogin(options, account, token));
  return new Promise((resolve) => {
    const end = (trouble: Trouble | null): void => {
      clearTimeout(timer);
      connection.on("error", () => undefined);
      if (trouble === null) connection.quit();
      else connection.close();
      resolve(trouble);
    };
    const fail = (error: unknown): void => end(troubleOf(error, account.smtp, "SMTP", account.signIn));
    const timer = setTimeout(
      () =>
        fail(new Error(`no answer within ${Math.ceil((connectTimeout + commandTimeout) / 1000)} seconds`)),
      connectTimeout + commandTimeout,
    );
    connection.once("error", fail);
    connection.connect((error) => {
      if (error) return fail(error);
      if (!connection.allowsAuth) return end(withoutLogin(account));
      logIn(connection, account, token, (failed) => (failed ? fail(failed) : end(null)));
    });
  });
}

/** A server of one's own on this machine may take mail from anyone; elsewhere no login means the wrong port. */
const withoutLogin = ({ smtp }: Account): Trouble | null =>
  isLoopback(smtp.host)
    ? null
    : {
        kind: "protocol",
        says: `${printAddress(smtp)} offers no login: use the submission port, 465 (smtps://) or 587 (smtp://).`,
      };

const bare = ({ kind, says }: Trouble): Trouble => ({ kind, says });

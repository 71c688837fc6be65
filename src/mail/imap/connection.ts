import { ImapFlow } from "imapflow";
import { ok, type Result, refuse } from "../../domain/result.ts";
import type { AccessTokens, Account, Secret, Trouble } from "../../ports.ts";
import { letIn, noAccessTokens } from "../let-in.ts";
import { plainTextRefusal } from "../server-address.ts";
import { troubleOf } from "../trouble.ts";
import type { Pace } from "./pace.ts";
import { throwSinkFailure } from "./sink.ts";

/** How connections are made and how long they wait, in milliseconds. */
export type ImapSettings = {
  /** A certificate authority to trust besides the system's, for servers of one's own. */
  readonly ca?: string | undefined;
  /** For connecting, TLS and the greeting. */
  readonly connectTimeout: number;
  /** For the answer to one command; a mailbox that is silent for longer is a dead connection (SAFETY R19). */
  readonly commandTimeout: number;
  /** For how long a mail that the server lists and does not hand out is asked for before the mails behind it are read, in seconds. */
  readonly stubbornSeconds: number;
  /** For servers that the network named: the checked address to connect to in place of the host, whose name the certificate must still prove (SAFETY R52). */
  readonly addressOf?: ((host: string) => Promise<Result<string, string>>) | undefined;
  /** Shared by all mailboxes of the process. */
  readonly pace?: Pace | undefined;
  /** For mailboxes that a sign-in lets in. */
  readonly accessTokens: AccessTokens;
};

export const imapSettings: ImapSettings = {
  connectTimeout: 45_000,
  commandTimeout: 60_000,
  stubbornSeconds: 3_600,
  accessTokens: noAccessTokens,
};

/** A Trouble, and how long the server asked to be left alone, in milliseconds (0: it named no time). */
export type ImapTrouble = Trouble & { readonly waitMs: number };

/** No answer of a server may take more memory than this, in bytes (SAFETY R24, R25). */
const longestAnswer = 16 * 1024 * 1024;

/** Words and brackets of one answer: each costs hundreds of bytes while it is read, and the longest letter with the most recipients has fewer. */
const mostTokens = 100_000;

/** Opens and logs in, over TLS unless the server is on this machine (SAFETY M8, R51). */
export async function openImap(
  account: Account,
  settings: ImapSettings,
  signal?: AbortSignal,
): Promise<Result<ImapFlow, ImapTrouble>> {
  const refused = plainTextRefusal(account.imap);
  if (refused !== null) return refuse({ kind: "protocol", says: refused, waitMs: 0 });
  const waitMs = settings.pace?.quietFor(account.mailboxId) ?? 0;
  if (waitMs > 0) {
    const seconds = Math.ceil(waitMs / 1_000);
    const says = `${account.imap.host} asked for fewer requests; it is left alone for ${seconds} more seconds.`;
    return refuse({ kind: "throttled", says, waitMs });
  }
  const opened = await letIn(
    account,
    settings.accessTokens,
    (token) => openWith(account, token, settings, signal),
    (opening) => !opening.ok && opening.error.kind === "login",
  );
  return opened.ok ? opened.value : refuse({ ...opened.error, waitMs: 0 });
}

async function openWith(
  account: Account,
  token: Secret | null,
  settings: ImapSettings,
  signal: AbortSignal | undefined,
): Promise<Result<ImapFlow, ImapTrouble>> {
  const { host, port, security } = account.imap;
  const address = await addressFor(host, settings);
  if (!address.ok) return refuse({ kind: "unreachable", says: address.error, waitMs: 0 });
  const client = new ImapFlow({
    host: address.value,
    ...(address.value !== host && { servername: host }),
    port,
    secure: security === "tls",
    doSTARTTLS: security === "tls" ? undefined : security === "starttls",
    auth: {
      user: account.login,
      ...(token === null ? { pass: account.password.reveal() } : { accessToken: token.reveal() }),
    },
    tls: { minVersion: "TLSv1.2", ...(settings.ca === undefined ? {} : { ca: settings.ca }) },
    clientInfo: { name: "Afterword" },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: settings.connectTimeout,
    greetingTimeout: settings.connectTimeout,
    // imapflow holds a throttled command back for up to half of this, and that must end before `within` does:
    // only then is the server's own waiting time known (SAFETY R21).
    socketTimeout: 1.8 * settings.commandTimeout,
    maxLiteralSize: longestAnswer,
    maxLineLength: longestAnswer,
    maxResponseSize: 2 * longestAnswer,
    maxResponseTokens: mostTokens,
  });
  // Without a listener an error event would end the process; every command reports its own failure.
  client.on("error", () => undefined);
  const close = (): void => client.close();
  signal?.addEventListener("abort", close, { once: true });
  const connect = async (): Promise<void> => {
    if (signal?.aborted) throw new Error("the program ends");
    await within(client, settings.connectTimeout + settings.commandTimeout, client.connect());
  };
  try {
    await (settings.pace ? settings.pace.login(`${host}:${port}`, connect) : connect());
    return ok(client);
  } catch (error) {
    client.close();
    return refuse(imapTrouble(error, account, settings));
  } finally {
    signal?.removeEventListener("abort", close);
  }
}

/** What went wrong; a server that asked to be left alone is, whoever needs it next (SAFETY R21). */
export function imapTrouble(error: unknown, account: Account, { pace }: ImapSettings): ImapTrouble {
  const trouble = troubleOf(error, account.imap, "IMAP", account.signIn);
  pace?.askedForQuiet(account.mailboxId, trouble.waitMs);
  return trouble;
}

/** The host itself, unless its address is to be checked. */
export const addressFor = (host: string, { addressOf }: ImapSettings): Promise<Result<string, string>> =>
  addressOf === undefined ? Promise.resolve(ok(host)) : addressOf(host);

/** Gives what the command gives, or closes the connection after `milliseconds` and throws: then nothing more can be believed. */
export async function within<T>(client: ImapFlow, milliseconds: number, command: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${Math.ceil(milliseconds / 1000)} seconds`));
      client.close();
    }, milliseconds);
  });
  try {
    return await Promise.race([command, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** LOGOUT where the server still listens, and the end of the connection in any case. */
export async function farewell(client: ImapFlow): Promise<void> {
  if (client.usable) await within(client, 3_000, client.logout()).catch(() => undefined);
  client.close();
}

/** Runs `work` over a connection of its own and says good-bye; what the connection throws becomes a Trouble. */
export async function overImap<T>(
  account: Account,
  settings: ImapSettings,
  work: (client: ImapFlow) => Promise<T>,
): Promise<Result<T, Trouble>> {
  const opened = await openImap(account, settings);
  if (!opened.ok) return opened;
  try {
    return ok(await work(opened.value));
  } catch (error) {
    throwSinkFailure(error);
    return refuse(imapTrouble(error, account, settings));
  } finally {
    await farewell(opened.value);
  }
}

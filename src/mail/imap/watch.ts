import type { ImapFlow } from "imapflow";
import { ok, type Result, refuse } from "../../domain/result.ts";
import type { Account, MailSink, Trouble } from "../../ports.ts";
import { plainTextRefusal } from "../server-address.ts";
import { pathOf } from "./all-mail.ts";
import { type Bell, createBell, pause, reconnectDelay } from "./bell.ts";
import { mustHaveSent, readInbox, readSent } from "./catch-up.ts";
import {
  farewell,
  type ImapSettings,
  type ImapTrouble,
  imapSettings,
  imapTrouble,
  openImap,
} from "./connection.ts";
import { type FolderStatus, hasChanged, statusOf } from "./folder.ts";
import { readSelected } from "./read.ts";
import { marked, throwSinkFailure } from "./sink.ts";

/** How often a watcher looks by itself, in seconds. */
export type WatchSettings = ImapSettings & {
  /** INBOX, although IDLE should have told (SAFETY R20). */
  readonly pollSeconds: number;
  /** INBOX of a server without IDLE. */
  readonly pollWithoutIdleSeconds: number;
  /** Sent, for which nobody tells. Every look ends IDLE and begins it anew, so 5 minutes at most (SAFETY R19). */
  readonly pollSentSeconds: number;
  /** First and longest wait before connecting again. */
  readonly reconnectSeconds: readonly [number, number];
  /** Told of every trouble that is waited out. */
  readonly onTrouble: (account: Account, trouble: Trouble) => void;
};

export const watchSettings: WatchSettings = {
  ...imapSettings,
  pollSeconds: 600,
  pollWithoutIdleSeconds: 60,
  pollSentSeconds: 60,
  reconnectSeconds: [1, 300],
  onTrouble: () => undefined,
};

/**
 * Watches over one connection until the signal is aborted, which ends well, or until the account can no
 * longer be used: wrong password, certificate. Everything else is waited out and connected anew (SAFETY R19, R21, R22).
 * Throws what the sink throws.
 */
export async function watch(
  account: Account,
  sink: MailSink,
  signal: AbortSignal,
  settings: WatchSettings,
): Promise<Result<void, Trouble>> {
  let failures = 0;
  const healthy = (): void => {
    failures = 0;
  };
  while (!signal.aborted) {
    const opened = await openImap(account, settings, signal);
    const trouble = opened.ok
      ? await session(opened.value, account, marked(sink), signal, settings, healthy)
      : opened.error;
    if (trouble === null || signal.aborted) break;
    if (!opened.ok && endsWatching(account, trouble)) return refuse(trouble);
    settings.onTrouble(account, trouble);
    await sink.troubled(account.mailboxId, trouble);
    failures += 1;
    await pause(Math.max(trouble.waitMs, reconnectDelay(failures, settings.reconnectSeconds)), signal);
  }
  return ok(undefined);
}

/** What waiting does not mend: the person has to change something. */
const endsWatching = (account: Account, { kind }: Trouble): boolean =>
  kind === "login" || kind === "certificate" || plainTextRefusal(account.imap) !== null;

/** One connection's life. Null when the signal ended it, otherwise why it ended. */
async function session(
  client: ImapFlow,
  account: Account,
  sink: MailSink,
  signal: AbortSignal,
  settings: WatchSettings,
  healthy: () => void,
): Promise<ImapTrouble | null> {
  const bell = createBell();
  const onAbort = (): void => {
    bell.ring();
    // A command that hangs must not hold up the end of the program (SAFETY R16).
    setTimeout(() => client.close(), 5_000).unref();
  };
  client.on("exists", bell.ring);
  client.on("close", bell.ring);
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    const inbox = await pathOf(client, account, "inbox", settings);
    let sent = await readSent(client, account, sink, settings, null, signal);
    const nextLook = schedule(client, settings);
    await readInbox(client, account, sink, settings, signal);
    for (;;) {
      await mustHaveSent(account, sink, sent);
      await sink.healthy(account.mailboxId);
      healthy();
      const due = await rest(client, bell, signal, nextLook);
      if (signal.aborted) return null;
      if (!client.usable) throw new Error("the connection was closed");
      bell.listen();
      if (due === "rang") await readSelected(client, account, "inbox", sink, settings, { signal });
      else if (due === "inbox") await lookAgain(client, account, sink, settings, signal);
      sent = await readSent(client, account, sink, settings, sent, signal);
      // While Sent was selected nobody listened for what comes in.
      if (client.mailbox === false || client.mailbox.path !== inbox) {
        await readInbox(client, account, sink, settings, signal);
      }
    }
  } catch (error) {
    throwSinkFailure(error);
    return signal.aborted ? null : imapTrouble(error, account, settings);
  } finally {
    signal.removeEventListener("abort", onAbort);
    await farewell(client);
  }
}

/** Selects INBOX anew when STATUS knows more than the open folder shows: some servers stop telling (SAFETY R20). */
async function lookAgain(
  client: ImapFlow,
  account: Account,
  sink: MailSink,
  settings: ImapSettings,
  signal: AbortSignal,
): Promise<void> {
  const status = await statusOf(client, await pathOf(client, account, "inbox", settings), settings);
  const cursor = await sink.cursor(account.mailboxId, "inbox");
  const seen: FolderStatus | null =
    cursor === null ? null : { uidValidity: cursor.uidValidity, uidNext: cursor.lastUid + 1 };
  if (status === null || hasChanged(seen, status)) await readInbox(client, account, sink, settings, signal);
}

/** Waits in IDLE, where the server has it, until the bell rings or a look is due. */
async function rest(
  client: ImapFlow,
  bell: Bell,
  signal: AbortSignal,
  nextLook: () => Look,
): Promise<"rang" | Look["at"]> {
  const look = nextLook();
  if (signal.aborted || !client.usable) return look.at;
  let resting = true;
  let ended = false;
  const begun = performance.now();
  // Our next command ends IDLE. A server that ends it by itself is looked at and told to IDLE again,
  // unless it ends each one at once. One that fails closes the connection, which rings too.
  const idleEnded = (): void => {
    if (!resting || performance.now() - begun < 1_000) return;
    ended = true;
    bell.ring();
  };
  if (canIdle(client)) client.idle().then(idleEnded, idleEnded);
  const rang = await bell.rung(look.inMs);
  resting = false;
  if (ended) return "inbox";
  return rang ? "rang" : look.at;
}

type Look = { readonly at: "inbox" | "sent"; readonly inMs: number };

/** Which folder is looked at next without being told, and in how many milliseconds. Every look proves that the connection lives. */
function schedule(client: ImapFlow, settings: WatchSettings): () => Look {
  const inboxSeconds = canIdle(client) ? settings.pollSeconds : settings.pollWithoutIdleSeconds;
  const step = Math.min(inboxSeconds, settings.pollSentSeconds);
  let sinceInbox = 0;
  return () => {
    sinceInbox += step;
    if (sinceInbox < inboxSeconds) return { at: "sent", inMs: step * 1_000 };
    sinceInbox = 0;
    return { at: "inbox", inMs: step * 1_000 };
  };
}

const canIdle = (client: ImapFlow): boolean =>
  client.capabilities.has("IDLE") || client.capabilities.has("IMAP4rev2");

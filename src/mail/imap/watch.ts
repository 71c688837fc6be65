import type { ImapFlow } from "imapflow";
import { ok, type Result, refuse } from "../../domain/result.ts";
import type { Account, MailSink, Trouble } from "../../ports.ts";
import { plainTextRefusal } from "../server-address.ts";
import { pathOf } from "./all-mail.ts";
import { createBell, pause, reconnectDelay } from "./bell.ts";
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
import { type PollSettings, rest, schedule } from "./rest.ts";
import { marked, throwSinkFailure } from "./sink.ts";

/** How a watcher connects, looks by itself and comes back. */
export type WatchSettings = ImapSettings &
  PollSettings & {
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
  kind === "login" ||
  kind === "signed_out" ||
  kind === "certificate" ||
  plainTextRefusal(account.imap) !== null;

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

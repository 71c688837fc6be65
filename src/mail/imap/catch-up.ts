import type { ImapFlow } from "imapflow";
import type { Result } from "../../domain/result.ts";
import type { Account, MailSink, Trouble } from "../../ports.ts";
import { FolderTrouble } from "../trouble.ts";
import { pathOf } from "./all-mail.ts";
import { type ImapSettings, overImap } from "./connection.ts";
import { examine, type FolderStatus, hasChanged, statusOf } from "./folder.ts";
import { readSelected } from "./read.ts";
import { marked } from "./sink.ts";

/** What was last seen of Sent: nothing yet, that there is none, or its state. */
export type SentSeen = FolderStatus | "no folder" | null;

/** Reads Sent and INBOX once, after their cursors, over a connection of its own. Throws what the sink throws. */
export const catchUp = (
  account: Account,
  sink: MailSink,
  settings: ImapSettings,
): Promise<Result<void, Trouble>> =>
  overImap(account, settings, async (client) => {
    const safe = marked(sink);
    // Sent first: a reply in INBOX may be proven by its copy there (SAFETY R29).
    const sent = await readSent(client, account, safe, settings, null);
    await readInbox(client, account, safe, settings);
    await mustHaveSent(account, safe, sent);
    await safe.healthy(account.mailboxId);
  });

/** Selects the folder of what comes in and reads it; it stays selected. */
export async function readInbox(
  client: ImapFlow,
  account: Account,
  sink: MailSink,
  settings: ImapSettings,
  signal?: AbortSignal,
): Promise<void> {
  await examine(client, await pathOf(client, account, "inbox", settings), settings);
  await readSelected(client, account, "inbox", sink, settings, { signal });
}

/** Reads Sent if STATUS says that it changed since `seen`; gives what to compare with next time. May leave Sent selected. */
export async function readSent(
  client: ImapFlow,
  account: Account,
  sink: MailSink,
  settings: ImapSettings,
  seen: SentSeen,
  signal?: AbortSignal,
): Promise<SentSeen> {
  const path = await pathOf(client, account, "sent", settings);
  const now = await statusOf(client, path, settings);
  if (now === null) return "no folder";
  if (seen !== "no folder" && !hasChanged(seen, now)) return now;
  await examine(client, path, settings);
  // A folder that came into being under our eyes holds nothing old.
  const fromBeginning = seen === "no folder";
  await readSelected(client, account, "sent", sink, settings, { signal, fromBeginning });
  return now;
}

/**
 * A Sent folder that was read before and is gone was renamed or moved: what the person writes by hand, and what proves their answers, would
 * be missed (SAFETY R26). INBOX is read first in any case. One that never was may come with the first mail.
 */
export async function mustHaveSent(account: Account, sink: MailSink, sent: SentSeen): Promise<void> {
  if (sent !== "no folder" || (await sink.cursor(account.mailboxId, "sent")) === null) return;
  throw new FolderTrouble(
    `The folder ${account.sentFolder} is gone; connect the mailbox again to name the one for sent mail.`,
  );
}

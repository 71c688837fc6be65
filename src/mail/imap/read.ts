import type { ImapFlow, MailboxObject } from "imapflow";
import type { Account, FolderCursor, MailSink } from "../../ports.ts";
import { FolderTrouble } from "../trouble.ts";
import { isIncoming, labelsOf } from "./all-mail.ts";
import { type ImapSettings, within } from "./connection.ts";
import { type FolderName, statusOf } from "./folder.ts";
import { eachRow } from "./rows.ts";
import { fetchOrGiveUp, instantOf, type ListedMail } from "./source.ts";

/** How far back a folder is read again when its UIDs have lost their meaning, in days before its newest mail. */
const rescanDays = 30;

type ReadOptions = {
  readonly signal?: AbortSignal | undefined;
  /** At first sight of the folder: read what it holds instead of what comes. */
  readonly fromBeginning?: boolean;
};

/**
 * Hands every mail after the cursor of the selected folder to the sink, in order of UID, one after the other.
 * The cursor is the sink's and is asked for anew each time (SAFETY R17). Ends early when `signal` is aborted.
 * Throws what the connection or the sink throws.
 */
export async function readSelected(
  client: ImapFlow,
  account: Account,
  folder: FolderName,
  sink: MailSink,
  settings: ImapSettings,
  { signal, fromBeginning = false }: ReadOptions = {},
): Promise<void> {
  const mailbox = client.mailbox;
  if (mailbox === false) throw new Error("no folder is selected");
  const cursor = await cursorOf(client, account, mailbox, folder, sink, settings, fromBeginning);
  let afterUid = cursor.lastUid;
  for (const listed of await mailsAfter(client, mailbox, folder, cursor.lastUid, settings)) {
    if (signal?.aborted) return;
    const { uid } = listed;
    const which = `${account.mailboxId} ${folder} ${cursor.uidValidity} ${uid}`;
    const mail = await fetchOrGiveUp(client, which, listed, settings);
    // gone in the meantime: deleted or moved
    if (mail === null) continue;
    await sink.take(account.mailboxId, { ...mail, folder, uidValidity: cursor.uidValidity, uid, afterUid });
    afterUid = uid;
  }
}

/** Where reading goes on; the sink is told when that is a new place. */
async function cursorOf(
  client: ImapFlow,
  account: Account,
  mailbox: MailboxObject,
  folder: FolderName,
  sink: MailSink,
  settings: ImapSettings,
  fromBeginning: boolean,
): Promise<FolderCursor> {
  const known = await sink.cursor(account.mailboxId, folder);
  if (known !== null && known.uidValidity === mailbox.uidValidity) return known;
  const lastUid =
    known === null
      ? fromBeginning
        ? 0
        : await newestUid(client, mailbox, settings)
      : await uidBeforeRecent(client, mailbox, settings);
  const cursor = { uidValidity: mailbox.uidValidity, lastUid };
  await sink.startAt(account.mailboxId, folder, cursor);
  return cursor;
}

/** UIDNEXT - 1, or the UID of the newest mail where SELECT did not say UIDNEXT (it is optional in RFC 3501 section 6.3.1). */
async function newestUid(client: ImapFlow, mailbox: MailboxObject, settings: ImapSettings): Promise<number> {
  if (mailbox.uidNext > 0) return mailbox.uidNext - 1;
  const status = await statusOf(client, mailbox.path, settings);
  if (status !== null && status.uidNext !== null && status.uidNext > 0) return status.uidNext - 1;
  if (mailbox.exists === 0) return 0;
  const newest = await within(client, settings.commandTimeout, client.fetchOne("*", { uid: true }));
  return newest === false || newest === undefined ? 0 : newest.uid;
}

/** The UID before the first mail of the last `rescanDays`, counted from the newest mail: no clock is asked. */
async function uidBeforeRecent(
  client: ImapFlow,
  mailbox: MailboxObject,
  settings: ImapSettings,
): Promise<number> {
  if (mailbox.exists === 0) return newestUid(client, mailbox, settings);
  // Only the mails that may turn out to be recent are kept, however many there are (SAFETY R23).
  let recent: { readonly uid: number; readonly at: number }[] = [];
  let newest = 0;
  let pruneAt = 1_000;
  const prune = (): void => {
    const since = newest - rescanDays * 86_400_000;
    recent = recent.filter(({ at }) => at >= since);
    pruneAt = Math.max(1_000, 2 * recent.length);
  };
  await eachRow(client, "1:*", { uid: true, internalDate: true }, settings, ({ uid, internalDate }) => {
    const at = instantOf(internalDate).epochMilliseconds;
    newest = Math.max(newest, at);
    recent.push({ uid, at });
    if (recent.length >= pruneAt) prune();
  });
  // A folder that holds mails and lists none gives no place to begin at.
  if (recent.length === 0)
    throw new FolderTrouble(`${mailbox.path} lists none of its ${mailbox.exists} mails.`);
  prune();
  return recent.reduce((lowest, { uid }) => Math.min(lowest, uid), Number.POSITIVE_INFINITY) - 1;
}

/** FETCH and not SEARCH: some servers answer a SEARCH with nothing (SAFETY R5). `n:*` always names the newest mail, even below n (M7). */
async function mailsAfter(
  client: ImapFlow,
  mailbox: MailboxObject,
  folder: FolderName,
  lastUid: number,
  settings: ImapSettings,
): Promise<readonly ListedMail[]> {
  if (mailbox.exists === 0) return [];
  const listed: ListedMail[] = [];
  const query = { uid: true, size: true, ...(folder === "inbox" && labelsOf(client)) };
  await eachRow(client, `${lastUid + 1}:*`, query, settings, (row) => {
    if (row.uid > lastUid && isIncoming(row)) listed.push({ uid: row.uid, size: row.size });
  });
  return listed.sort((a, b) => a.uid - b.uid);
}

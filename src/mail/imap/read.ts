import type { ImapFlow, MailboxObject } from "imapflow";
import { Temporal } from "temporal-polyfill";
import type { Account, FetchedMail, FolderCursor, MailSink } from "../../ports.ts";
import { FolderTrouble } from "../trouble.ts";
import { type ImapSettings, within } from "./connection.ts";
import { type FolderName, statusOf } from "./folder.ts";

/** What is fetched of one mail at most, in bytes: text and calendar parts come first, attachments are not wanted (SAFETY R24). */
const sourceLimit = 2 * 1024 * 1024;

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
  for (const uid of await uidsAfter(client, mailbox, cursor.lastUid, settings)) {
    if (signal?.aborted) return;
    const which = `${account.mailboxId} ${folder} ${cursor.uidValidity} ${uid}`;
    const mail = await fetchOrGiveUp(client, which, uid, settings);
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
  const dated = await within(
    client,
    settings.commandTimeout,
    collect(client.fetch("1:*", { uid: true, internalDate: true })),
  );
  // A folder that holds mails and lists none gives no place to begin at.
  if (dated.length === 0)
    throw new FolderTrouble(`${mailbox.path} lists none of its ${mailbox.exists} mails.`);
  const times = dated.map(({ uid, internalDate }) => ({
    uid,
    at: instantOf(internalDate).epochMilliseconds,
  }));
  const newest = times.reduce((latest, { at }) => Math.max(latest, at), 0);
  const since = newest - rescanDays * 86_400_000;
  const recent = times.filter(({ at }) => at >= since).map(({ uid }) => uid);
  return recent.reduce((lowest, uid) => Math.min(lowest, uid), Number.POSITIVE_INFINITY) - 1;
}

/** FETCH and not SEARCH: some servers answer a SEARCH with nothing (SAFETY R5). `n:*` always names the newest mail, even below n (M7). */
async function uidsAfter(
  client: ImapFlow,
  mailbox: MailboxObject,
  lastUid: number,
  settings: ImapSettings,
): Promise<readonly number[]> {
  if (mailbox.exists === 0) return [];
  const listed = await within(
    client,
    settings.commandTimeout,
    collect(client.fetch(`${lastUid + 1}:*`, { uid: true }, { uid: true })),
  );
  return listed
    .map(({ uid }) => uid)
    .filter((uid) => uid > lastUid)
    .sort((a, b) => a - b);
}

type Source = Pick<FetchedMail, "internalDate" | "source" | "serverId">;

/** Since when and how often each mail was asked for in vain. A restart forgets it, and asks anew. */
const inVain = new Map<string, { since: number; times: number }>();
const triesAtLeast = 5;

/**
 * A mail that the server lists and for so long does not hand out is given as an empty one, which is told as unreadable: it may not stand
 * before all later mails for ever (SAFETY R25). Until then its trouble is thrown, and it is met again: it may be an answer.
 */
async function fetchOrGiveUp(
  client: ImapFlow,
  which: string,
  uid: number,
  settings: ImapSettings,
): Promise<Source | null> {
  try {
    const mail = await fetchSource(client, uid, settings);
    inVain.delete(which);
    return mail;
  } catch (error) {
    const { since, times } = inVain.get(which) ?? { since: performance.now(), times: 0 };
    inVain.set(which, { since, times: times + 1 });
    const patient = performance.now() - since < settings.stubbornSeconds * 1000;
    if (patient || times + 1 < triesAtLeast) throw error;
    inVain.delete(which);
    return { internalDate: instantOf(undefined), source: Buffer.alloc(0), serverId: null };
  }
}

/** One mail, or null when it no longer exists. One at a time, so that memory holds one and a crash repeats one. */
async function fetchSource(client: ImapFlow, uid: number, settings: ImapSettings): Promise<Source | null> {
  const query = { uid: true, internalDate: true, source: { start: 0, maxLength: sourceLimit } };
  const asked = client.fetchOne(String(uid), query, { uid: true });
  const mail = await within(client, settings.commandTimeout, asked);
  if (mail && mail.source !== undefined)
    return {
      internalDate: instantOf(mail.internalDate),
      source: mail.source,
      serverId: mail.emailId ?? null,
    };
  // Absence of an answer is no evidence of absence: only a mail that is no longer listed is gone (SAFETY R5).
  const listing = client.fetchOne(String(uid), { uid: true }, { uid: true });
  const listed = await within(client, settings.commandTimeout, listing);
  if (listed && listed.uid === uid)
    throw new FolderTrouble(`The server lists a mail (UID ${uid}) and does not hand it out.`);
  return null;
}

/** No command may run inside a FETCH loop: it would wait for itself (SAFETY R23). So the loop is ended first. */
async function collect<T>(rows: AsyncIterable<T>): Promise<readonly T[]> {
  const collected: T[] = [];
  for await (const row of rows) collected.push(row);
  return collected;
}

/** INTERNALDATE; a server that gives none has only just shown us the mail, so the present is the nearest guess. */
export function instantOf(internalDate: Date | string | undefined): Temporal.Instant {
  const time = internalDate === undefined ? Number.NaN : new Date(internalDate).getTime();
  return Number.isNaN(time) ? Temporal.Now.instant() : Temporal.Instant.fromEpochMilliseconds(time);
}

import type { FetchMessageObject, FetchQueryObject, ImapFlow } from "imapflow";
import type { Temporal } from "temporal-polyfill";
import { cleanLine } from "../../domain/plain-text.ts";
import type { Result } from "../../domain/result.ts";
import {
  comparePlaces,
  type HistoryPlace,
  type HistorySink,
  type MailGlimpse,
  type OldMail,
} from "../../ports/history.ts";
import type { Account, FolderCursor, Trouble } from "../../ports.ts";
import { headerFields, valuesOf } from "../header-block.ts";
import { isIncoming, labelsOf, pathOf } from "./all-mail.ts";
import { type ImapSettings, overImap, within } from "./connection.ts";
import { examine, type FolderName, statusOf } from "./folder.ts";
import { eachRow } from "./rows.ts";
import { ofTheSink } from "./sink.ts";
import { fetchSource, instantOf, sourceLimit } from "./source.ts";

/** Where live reading begins; what lies before is history. Null: there is no such folder. */
export type LiveCursors = Readonly<Record<FolderName, FolderCursor | null>>;

/** Bodies are fetched in portions of so many mails and bytes at most, so that memory stays small (SAFETY R23). */
const portionMails = 100;
const portionBytes = 8 * 1024 * 1024;
const headersAtOnce = 500;

/** Headers by which a mail is known to matter or not, beside its envelope. */
const glimpsed = ["list-id", "precedence"];

type Listed = HistoryPlace & { readonly uidValidity: bigint; readonly size: number };

/**
 * Hands the mails since that moment, up to where live reading begins, to the sink in order of arrival: headers of all first, then the bodies of
 * those that it wants. Over a connection of its own; goes on after the sink's place. Ends early when `signal` is aborted. Throws what the sink throws.
 */
export const readHistory = (
  account: Account,
  since: Temporal.Instant,
  live: LiveCursors,
  sink: HistorySink,
  settings: ImapSettings,
  signal?: AbortSignal,
): Promise<Result<void, Trouble>> =>
  overImap(account, settings, async (client) => {
    const { after } = sink;
    const listed: Listed[] = [];
    for (const folder of ["sent", "inbox"] as const)
      listed.push(...(await wantedIn(client, account, folder, since, live, sink, settings, signal)));
    const wanted = listed.sort(comparePlaces);
    const rest = after === null ? wanted : wanted.filter((mail) => comparePlaces(mail, after) > 0);
    let done = wanted.length - rest.length;
    for (const portion of portions(rest)) {
      for (const mail of await bodies(client, account, portion, settings)) {
        if (signal?.aborted) return;
        await ofTheSink(sink.take(mail));
      }
      done += portion.length;
      sink.progress(done, wanted.length);
    }
  });

/** The mails of one folder that the sink wants, from their headers alone. */
async function wantedIn(
  client: ImapFlow,
  account: Account,
  folder: FolderName,
  since: Temporal.Instant,
  live: LiveCursors,
  sink: HistorySink,
  settings: ImapSettings,
  signal: AbortSignal | undefined,
): Promise<Listed[]> {
  const cursor = live[folder];
  const path = await pathOf(client, account, folder, settings);
  if (cursor === null || (await statusOf(client, path, settings)) === null) return [];
  const mailbox = await examine(client, path, settings);
  // UIDs of another life of this folder name other mails; live reading reads it again by date (SAFETY R17).
  if (mailbox.exists === 0 || mailbox.uidValidity !== cursor.uidValidity) return [];
  const uids = (await uidsSince(client, since, settings)).filter((uid) => uid <= cursor.lastUid);
  const wanted: Listed[] = [];
  for (let at = 0; at < uids.length && !signal?.aborted; at += headersAtOnce) {
    const labels = folder === "inbox" && labelsOf(client);
    const query = { uid: true, internalDate: true, size: true, envelope: true, headers: glimpsed, ...labels };
    for (const mail of await fetched(client, uids.slice(at, at + headersAtOnce), query, settings)) {
      const place = { at: instantOf(mail.internalDate), folder, uid: mail.uid };
      if (place.at.epochMilliseconds < since.epochMilliseconds || !isIncoming(mail)) continue;
      if (sink.wants(glimpseOf(mail, folder)))
        wanted.push({ ...place, uidValidity: cursor.uidValidity, size: mail.size ?? sourceLimit });
    }
  }
  return wanted;
}

function glimpseOf({ envelope, headers }: FetchMessageObject, folder: FolderName): MailGlimpse {
  const fields = headerFields(headers ?? Buffer.alloc(0));
  return {
    folder,
    from: envelope?.from?.[0]?.address?.toLowerCase() ?? "",
    subject: cleanLine(envelope?.subject ?? ""),
    isListed:
      valuesOf(fields, "list-id").length > 0 ||
      /bulk|list|junk/i.test(valuesOf(fields, "precedence")[0] ?? ""),
  };
}

/** SEARCH SINCE, or where a server refuses it or finds nothing, a look at every date: absence of evidence is none (SAFETY R5). SINCE knows days only. */
async function uidsSince(
  client: ImapFlow,
  since: Temporal.Instant,
  settings: ImapSettings,
): Promise<readonly number[]> {
  const day = since.epochMilliseconds - 86_400_000;
  const search = client.search({ since: new Date(day) }, { uid: true });
  const found = await within(client, settings.commandTimeout, search);
  if (found && found.length > 0) return found;
  const listed: number[] = [];
  await eachRow(client, "1:*", { uid: true, internalDate: true }, settings, ({ uid, internalDate }) => {
    if (instantOf(internalDate).epochMilliseconds >= day) listed.push(uid);
  });
  return listed;
}

function* portions(mails: readonly Listed[]): Generator<readonly Listed[]> {
  let portion: Listed[] = [];
  let bytes = 0;
  for (const mail of mails) {
    const size = Math.min(mail.size, sourceLimit);
    if (portion.length >= portionMails || (portion.length > 0 && bytes + size > portionBytes)) {
      yield portion;
      portion = [];
      bytes = 0;
    }
    portion.push(mail);
    bytes += size;
  }
  if (portion.length > 0) yield portion;
}

/** The portion with its bodies, in its order. Mails that are gone in the meantime are left out. */
async function bodies(
  client: ImapFlow,
  account: Account,
  portion: readonly Listed[],
  settings: ImapSettings,
): Promise<readonly OldMail[]> {
  const mails: OldMail[] = [];
  for (const folder of ["inbox", "sent"] as const) {
    const of = portion.filter((mail) => mail.folder === folder);
    if (of.length === 0) continue;
    const path = await pathOf(client, account, folder, settings);
    if (client.mailbox === false || client.mailbox.path !== path) await examine(client, path, settings);
    const sources = new Map<number, { source: Buffer; serverId: string | null }>();
    const query = { uid: true, source: { start: 0, maxLength: sourceLimit } };
    const small = of.filter(({ size }) => size <= sourceLimit).map(({ uid }) => uid);
    if (small.length > 0)
      for (const { uid, source, emailId } of await fetched(client, small, query, settings))
        if (source !== undefined) sources.set(uid, { source, serverId: emailId ?? null });
    for (const large of of.filter(({ size }) => size > sourceLimit)) {
      const mail = await fetchSource(client, large, settings);
      if (mail !== null) sources.set(large.uid, mail);
    }
    for (const { at, uid, uidValidity } of of) {
      const found = sources.get(uid);
      if (found) mails.push({ ...found, folder, uid, uidValidity, internalDate: at });
    }
  }
  const place = ({ internalDate, folder, uid }: OldMail): HistoryPlace => ({ at: internalDate, folder, uid });
  return mails.sort((a, b) => comparePlaces(place(a), place(b)));
}

/** No command may run inside a FETCH loop (SAFETY R23), so its rows are collected first: `uids` are few. */
async function fetched(
  client: ImapFlow,
  uids: readonly number[],
  query: FetchQueryObject,
  settings: ImapSettings,
) {
  return within(client, settings.commandTimeout, client.fetchAll(uids.join(","), query, { uid: true }));
}

import type { ImapFlow } from "imapflow";
import { Temporal } from "temporal-polyfill";
import type { FetchedMail } from "../../ports.ts";
import { FolderTrouble } from "../trouble.ts";
import { type ImapSettings, within } from "./connection.ts";
import { fetchWithoutAttachments } from "./large-mail.ts";

/** What is fetched of one mail at most, in bytes; of a larger one attachments are left out (SAFETY R24). */
export const sourceLimit = 2 * 1024 * 1024;

/** A mail as a listing names it. `size` in bytes, where the server tells. */
export type ListedMail = { readonly uid: number; readonly size: number | undefined };

type Source = Pick<FetchedMail, "internalDate" | "source" | "serverId">;

/** Since when and how often each mail was asked for in vain. A restart forgets it, and asks anew. */
const inVain = new Map<string, { since: number; times: number }>();
const triesAtLeast = 5;

/**
 * A mail that the server lists and for so long does not hand out is given as an empty one, which is told as unreadable: it may not stand
 * before all later mails for ever (SAFETY R25). Until then its trouble is thrown, and it is met again: it may be an answer.
 * @param which names the mail among those of all mailboxes
 */
export async function fetchOrGiveUp(
  client: ImapFlow,
  which: string,
  listed: ListedMail,
  settings: ImapSettings,
): Promise<Source | null> {
  try {
    const mail = await fetchSource(client, listed, settings);
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
export async function fetchSource(
  client: ImapFlow,
  { uid, size = 0 }: ListedMail,
  settings: ImapSettings,
): Promise<Source | null> {
  if (size > sourceLimit) {
    const large = await fetchWithoutAttachments(client, uid, settings);
    if (large !== null) return sourceOf(large.mail, large.source);
  }
  const query = { uid: true, internalDate: true, source: { start: 0, maxLength: sourceLimit } };
  const asked = client.fetchOne(String(uid), query, { uid: true });
  const mail = await within(client, settings.commandTimeout, asked);
  if (mail && mail.source !== undefined) return sourceOf(mail, mail.source);
  // Absence of an answer is no evidence of absence: only a mail that is no longer listed is gone (SAFETY R5).
  const listing = client.fetchOne(String(uid), { uid: true }, { uid: true });
  const listed = await within(client, settings.commandTimeout, listing);
  if (listed && listed.uid === uid)
    throw new FolderTrouble(`The server lists a mail (UID ${uid}) and does not hand it out.`);
  return null;
}

const sourceOf = (
  { internalDate, emailId }: { internalDate?: Date | string | undefined; emailId?: string | undefined },
  source: Buffer,
): Source => ({ internalDate: instantOf(internalDate), source, serverId: emailId ?? null });

/** INTERNALDATE; a server that gives none has only just shown us the mail, so the present is the nearest guess. */
export function instantOf(internalDate: Date | string | undefined): Temporal.Instant {
  const time = internalDate === undefined ? Number.NaN : new Date(internalDate).getTime();
  return Number.isNaN(time) ? Temporal.Now.instant() : Temporal.Instant.fromEpochMilliseconds(time);
}

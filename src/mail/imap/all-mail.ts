import type { FetchMessageObject, ImapFlow } from "imapflow";
import type { Account } from "../../ports.ts";
import { type ImapSettings, within } from "./connection.ts";
import type { FolderName } from "./folder.ts";

const known = new WeakMap<ImapFlow, string>();

const hasLabels = (client: ImapFlow): boolean => client.capabilities.has("X-GM-EXT-1");

/**
 * The path of a folder on this server. What comes in is read in INBOX; on Gmail in All Mail, where it lies also when a filter of the person's keeps
 * it out of INBOX, and where archiving and labelling move nothing (SAFETY R18). All Mail may be hidden from IMAP: then it is INBOX there too.
 */
export async function pathOf(
  client: ImapFlow,
  account: Account,
  folder: FolderName,
  settings: ImapSettings,
): Promise<string> {
  if (folder === "sent") return account.sentFolder;
  const before = known.get(client);
  if (before !== undefined) return before;
  const path = hasLabels(client) ? await allMail(client, settings) : "INBOX";
  known.set(client, path);
  return path;
}

async function allMail(client: ImapFlow, settings: ImapSettings): Promise<string> {
  const folders = await within(client, settings.commandTimeout, client.list());
  return folders.find(({ specialUse }) => specialUse === "\\All")?.path ?? "INBOX";
}

/** What a listing has to ask for, so that `isIncoming` can tell. */
export const labelsOf = (client: ImapFlow): { readonly labels: boolean } => ({ labels: hasLabels(client) });

/** All Mail also holds drafts, and what the person sent, which is read in Sent; a mail to oneself bears both labels. */
export const isIncoming = ({ labels }: FetchMessageObject): boolean =>
  labels === undefined ||
  !(labels.has("\\Draft") || labels.has("\\Drafts") || (labels.has("\\Sent") && !labels.has("\\Inbox")));

import type { ImapFlow, MailboxObject } from "imapflow";
import type { FetchedMail } from "../../ports.ts";
import { type ImapSettings, within } from "./connection.ts";

export type FolderName = FetchedMail["folder"];

/** What STATUS says about a folder's growth; compared, never counted with. */
export type FolderStatus = { readonly uidValidity: bigint | null; readonly uidNext: number | null };

/** Selects without the right to change anything: reading never marks a mail as seen. */
export const examine = (client: ImapFlow, path: string, settings: ImapSettings): Promise<MailboxObject> =>
  within(client, settings.commandTimeout, client.mailboxOpen(path, { readOnly: true }));

/** Selects in order to set flags. */
export const select = (client: ImapFlow, path: string, settings: ImapSettings): Promise<MailboxObject> =>
  within(client, settings.commandTimeout, client.mailboxOpen(path));

/** STATUS of a folder, or null when it does not exist (a Sent folder may not, until the first mail is sent). */
export async function statusOf(
  client: ImapFlow,
  path: string,
  settings: ImapSettings,
): Promise<FolderStatus | null> {
  try {
    const asked = client.status(path, { uidNext: true, uidValidity: true });
    const status = await within(client, settings.commandTimeout, asked);
    // imapflow answers false where the server refused, though its type does not say so
    if (!status) return null;
    return { uidValidity: status.uidValidity ?? null, uidNext: status.uidNext ?? null };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "NotFound") return null;
    throw error;
  }
}

/** False only when both say the same and said something: an unknown state counts as changed. */
export const hasChanged = (before: FolderStatus | null, now: FolderStatus): boolean =>
  before === null ||
  now.uidNext === null ||
  before.uidNext !== now.uidNext ||
  before.uidValidity !== now.uidValidity;

import type { ImapFlow, ListResponse } from "imapflow";
import { type ImapSettings, within } from "./connection.ts";
import { select } from "./folder.ts";
import { searchMessageId } from "./search.ts";

/** A mail is looked for in so many folders at most: the mark is a courtesy. */
const mostFolders = 40;
const neverThere = new Set(["\\Trash", "\\Junk", "\\Drafts", "\\Sent", "\\Flagged", "\\Important"]);
/** Where archived mail lies: Gmail's All Mail shows the mark under every label. */
const first = ["\\All", "\\Archive"];

/** Puts \Answered on a mail in whatever folder it lies now: in INBOX, else among what is archived, else where the person sorted it to. */
export async function markAnswered(
  client: ImapFlow,
  messageId: string,
  settings: ImapSettings,
): Promise<void> {
  if (await markedIn(client, "INBOX", messageId, settings)) return;
  const folders = await within(client, settings.commandTimeout, client.list());
  for (const path of elsewhere(folders).slice(0, mostFolders))
    if (await markedIn(client, path, messageId, settings)) return;
}

function elsewhere(folders: readonly ListResponse[]): string[] {
  const rank = ({ specialUse = "" }: ListResponse): number =>
    first.includes(specialUse) ? first.indexOf(specialUse) : first.length;
  return folders
    .filter(({ path, flags, specialUse = "" }) => {
      const isFolder = !flags.has("\\Noselect") && !flags.has("\\NonExistent");
      return isFolder && path.toUpperCase() !== "INBOX" && !neverThere.has(specialUse);
    })
    .toSorted((one, other) => rank(one) - rank(other))
    .map(({ path }) => path);
}

/** False where the mail is not there, or the folder does not let itself be opened. Throws when the connection is gone. */
async function markedIn(
  client: ImapFlow,
  path: string,
  messageId: string,
  settings: ImapSettings,
): Promise<boolean> {
  try {
    await select(client, path, settings);
  } catch (error) {
    if (!client.usable) throw error;
    return false;
  }
  const search = await searchMessageId(client, messageId, settings);
  if (search.type !== "hit") return false;
  const flagging = client.messageFlagsAdd(String(search.uid), ["\\Answered"], { uid: true });
  await within(client, settings.commandTimeout, flagging);
  return true;
}

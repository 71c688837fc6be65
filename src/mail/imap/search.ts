import type { ImapFlow } from "imapflow";
import { type ImapSettings, within } from "./connection.ts";

/** What one search came to. A refusal, an empty answer and a hit are three different things (SAFETY M7, R5). */
export type Search =
  | { readonly type: "hit"; readonly uid: number }
  | { readonly type: "nothing" }
  | { readonly type: "refused" };

/**
 * Looks for a header value in the selected folder. A hit counts only when the mail's own header says the same:
 * SEARCH HEADER matches parts of values (RFC 3501 section 6.4.4), and some servers answer with too much.
 * Throws when the connection does not answer.
 */
export async function searchHeader(
  client: ImapFlow,
  header: string,
  value: string,
  settings: ImapSettings,
): Promise<Search> {
  const asked = client.search({ header: { [header]: value } }, { uid: true });
  const uids = await within(client, settings.commandTimeout, asked);
  if (!Array.isArray(uids)) return { type: "refused" };
  // Newest first; a server that answers with everything is not asked about everything.
  for (const uid of uids.slice(-20).reverse()) {
    const fetching = client.fetchOne(String(uid), { uid: true, headers: [header] }, { uid: true });
    const mail = await within(client, settings.commandTimeout, fetching);
    if (mail && headerValues(mail.headers, header).includes(value)) return { type: "hit", uid };
  }
  return { type: "nothing" };
}

/** Message-ID search; `messageId` stands without angle brackets. */
export const searchMessageId = (
  client: ImapFlow,
  messageId: string,
  settings: ImapSettings,
): Promise<Search> => searchHeader(client, "Message-ID", `<${messageId}>`, settings);

/** Values of a header, unfolded (RFC 5322 section 2.2.3); an id may stand on a line of its own. */
export function headerValues(block: Buffer | undefined, header: string): readonly string[] {
  const lines = (block?.toString("utf8") ?? "").replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  return lines
    .filter((line) => line.toLowerCase().startsWith(`${header.toLowerCase()}:`))
    .map((line) => line.slice(header.length + 1).trim());
}

/** A copy of ours that an APPEND left a while ago lies no deeper. */
const newest = 10;

/**
 * The Message-IDs, without angle brackets, of the newest mails of the selected folder, newest first, as FETCH gives them: they are
 * there, whatever a search says. `exists` is how many mails the folder holds (RFC 3501 section 7.3.1), one at least.
 */
export async function newestMessageIds(
  client: ImapFlow,
  exists: number,
  settings: ImapSettings,
): Promise<readonly string[]> {
  const range = `${Math.max(1, exists - newest + 1)}:${exists}`;
  const fetching = client.fetchAll(range, { uid: true, headers: ["Message-ID"] });
  const mails = await within(client, settings.commandTimeout, fetching);
  const values = mails.toReversed().flatMap(({ headers }) => headerValues(headers, "Message-ID"));
  return values.map((value) => value.replace(/^<|>$/g, "")).filter((id) => id !== "");
}

import type { ImapFlow } from "imapflow";
import { ok, type Result, refuse } from "../../domain/result.ts";
import type { Account, Mailboxes, Trouble } from "../../ports.ts";
import { markAnswered } from "./answered.ts";
import { type ImapSettings, overImap, within } from "./connection.ts";
import { canBeSearched, searches } from "./find.ts";
import { select, statusOf } from "./folder.ts";
import { newestMessageIds } from "./search.ts";

/**
 * Puts a copy into Sent unless one is there, or the provider files it itself (SAFETY R7). A provider that changes Message-IDs keeps another
 * name of the mail (R6).
 * Every trouble may be met by calling it again: the search comes before the APPEND each time, and a search that finds nothing counts only where it
 * finds what is known to lie there (R5), for an APPEND whose answer was lost may have left a copy.
 * Then marks the mail that is answered; that mark is a courtesy, and its failure changes nothing.
 */
export async function file(
  account: Account,
  mail: Parameters<Mailboxes["file"]>[1],
  settings: ImapSettings,
): Promise<Result<"filed" | "already there", Trouble>> {
  const filed = await overImap(account, settings, async (client) => {
    const result = account.filesSentItself
      ? ok("already there" as const)
      : await putIntoSent(client, account, mail, settings);
    if (result.ok && mail.answers !== null) {
      await markAnswered(client, mail.answers, settings).catch(() => undefined);
    }
    return result;
  });
  return filed.ok ? filed.value : filed;
}

async function putIntoSent(
  client: ImapFlow,
  account: Account,
  mail: Parameters<Mailboxes["file"]>[1],
  settings: ImapSettings,
): Promise<Result<"filed" | "already there", Trouble>> {
  const path = account.sentFolder;
  if ((await statusOf(client, path, settings)) === null) {
    const other = await otherSent(client, path, settings);
    if (other !== null) {
      return refuse({
        kind: "protocol",
        says: `The folder ${path} is gone and ${other} is there for sent mail; connect the mailbox again to name it.`,
      });
    }
    await within(client, settings.commandTimeout, client.mailboxCreate(path));
  }
  const { exists } = await select(client, path, settings);
  const copy = await copyIn(client, exists, mail, settings);
  if (copy === "there") return ok("already there");
  if (copy === "unsure") {
    return refuse({
      kind: "protocol",
      says: `${path} could not be searched for a copy that may lie there, so none was put there; it is tried again.`,
    });
  }
  const appending = client.append(path, mail.rfc822, ["\\Seen"]);
  const appended = await within(client, settings.commandTimeout, appending);
  if (!appended) {
    return refuse({ kind: "protocol", says: `${path} did not take the copy; it is tried again.` });
  }
  return ok("filed");
}

/** Whether a copy lies in the selected folder, which holds so many mails; where there are none, there is nothing that a search could miss. */
async function copyIn(
  client: ImapFlow,
  exists: number,
  mail: Parameters<Mailboxes["file"]>[1],
  settings: ImapSettings,
): Promise<"there" | "absent" | "unsure"> {
  for (const { by, search } of searches(client, mail, settings)) {
    const { type } = await search();
    if (type === "hit") return "there";
    // Who cannot search for other headers still knows Message-IDs.
    if (type === "refused" && by === "Message-ID") return "unsure";
  }
  if (exists === 0) return "absent";
  const newest = await newestMessageIds(client, exists, settings);
  if (newest.includes(mail.messageId)) return "there";
  return (await canBeSearched(client, newest, settings)) ? "absent" : "unsure";
}

/** A second folder for sent mail beside a renamed one would be a wrong place (SAFETY R26). */
async function otherSent(client: ImapFlow, path: string, settings: ImapSettings): Promise<string | null> {
  const folders = await within(client, settings.commandTimeout, client.list());
  return folders.find((one) => one.specialUse === "\\Sent" && one.path !== path)?.path ?? null;
}

import type { ImapFlow } from "imapflow";
import type { CopySeen } from "../../domain/drafts-folder.ts";
import type { Account, DraftsCopy, Mailboxes } from "../../ports.ts";
import { type ImapSettings, overImap, within } from "./connection.ts";
import { type Finding, lookFor } from "./drafts-look.ts";
import { select } from "./folder.ts";

/**
 * Carries out what is ordered for copies in the Drafts folder, over a connection of its own. Each order may be given again after any trouble: a look
 * comes before every APPEND, as when filing in Sent (SAFETY R7), and before every removal.
 */
export async function keepDrafts(
  account: Account,
  known: string | null,
  orders: Parameters<Mailboxes["keepDrafts"]>[2],
  settings: ImapSettings,
): ReturnType<Mailboxes["keepDrafts"]> {
  return overImap(account, settings, async (client) => {
    const folder = await draftsFolder(client, known, settings);
    if (folder === null) return { folder, seen: orders.map(() => ({ type: "lost" as const })) };
    const at = { client, folder, settings };
    const seen: CopySeen[] = [];
    for (const { order, copy } of orders) seen.push(await carryOut[order](at, copy));
    return { folder, seen };
  });
}

type At = { readonly client: ImapFlow; readonly folder: string; readonly settings: ImapSettings };

/** The folder that was used before while it is there, else the one that is marked as Drafts or has a usual name for it (RFC 6154, SAFETY R26), else null. It is never made. */
async function draftsFolder(
  client: ImapFlow,
  known: string | null,
  settings: ImapSettings,
): Promise<string | null> {
  const folders = (await within(client, settings.commandTimeout, client.list())).filter(
    ({ flags }) => !flags.has("\\Noselect") && !flags.has("\\NonExistent"),
  );
  const found =
    folders.find(({ path }) => path === known) ?? folders.find(({ specialUse }) => specialUse === "\\Drafts");
  return found?.path ?? null;
}

async function look({ client, folder, settings }: At, copy: DraftsCopy): Promise<Finding> {
  const opened = await select(client, folder, settings);
  return lookFor(client, { ...opened, path: folder }, copy, settings);
}

const carryOut: Readonly<
  Record<
    Parameters<Mailboxes["keepDrafts"]>[2][number]["order"],
    (at: At, copy: DraftsCopy) => Promise<CopySeen>
  >
> = {
  look: async (at, copy) => seenOf(await look(at, copy), at),
  put: async (at, copy) => {
    const before = await look(at, copy);
    // A draft of the person's own in that thread is not ours, and stays beside it.
    return before.type === "nothing" || before.type === "thread" ? append(at, copy) : seenOf(before, at);
  },
  take_out: async (at, copy) => {
    const before = await look(at, copy);
    if (before.type !== "untouched") return seenOf(before, at);
    await erase(at, before.uids);
    const after = await look(at, copy);
    return after.type === "untouched" || after.type === "unsure" ? { type: "unsure" } : { type: "taken_out" };
  },
};

function seenOf(found: Finding, { folder }: At): CopySeen {
  switch (found.type) {
    case "untouched":
      return {
        type: "lies",
        place: { folder, uidValidity: found.uidValidity, uid: Math.max(...found.uids) },
      };
    case "edited":
    case "thread":
      return { type: "edited" };
    case "nothing":
      return { type: found.isSameFolder ? "absent" : "lost" };
    case "unsure":
      return found;
  }
}

async function append(at: At, copy: DraftsCopy): Promise<CopySeen> {
  const { client, folder, settings } = at;
  const flags = ["\\Draft", "\\Seen"];
  const done = await within(client, settings.commandTimeout, client.append(folder, copy.rfc822, flags));
  if (!done) return { type: "unsure" };
  const { uid, uidValidity } = done;
  if (uid !== undefined && uidValidity !== undefined)
    return { type: "lies", place: { folder, uidValidity, uid } };
  const after = await look(at, copy);
  return after.type === "untouched" ? seenOf(after, at) : { type: "unsure" };
}

/** Without UIDPLUS (RFC 4315) an EXPUNGE would take along what the person has marked as deleted: then the mark alone has to do. */
async function erase({ client, settings }: At, uids: readonly number[]): Promise<void> {
  const range = uids.join(",");
  const erasing = client.capabilities.has("UIDPLUS")
    ? client.messageDelete(range, { uid: true })
    : client.messageFlagsAdd(range, ["\\Deleted"], { uid: true });
  await within(client, settings.commandTimeout, erasing);
}

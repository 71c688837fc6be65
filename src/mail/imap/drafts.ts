import type { ImapFlow } from "imapflow";
import type { CopySeen } from "../../domain/drafts-folder.ts";
import type { Account, DraftsCopy, Mailboxes } from "../../ports.ts";
import { type ImapSettings, overImap, within } from "./connection.ts";
import { type Finding, lookFor, takeOut, type Visit, visitOf } from "./drafts-look.ts";

/**
 * Carries out what is ordered for copies in the Drafts folder, over a connection of its own, which ends after as long as five answers may take: whoever
 * waits for it has the folder to himself for longer. Each order may be given again after any trouble: a look comes before every APPEND, as when filing
 * in Sent (SAFETY R7), and before every removal.
 */
export async function keepDrafts(
  account: Account,
  known: string | null,
  orders: Parameters<Mailboxes["keepDrafts"]>[2],
  settings: ImapSettings,
): ReturnType<Mailboxes["keepDrafts"]> {
  const work = (client: ImapFlow) => visited(client, known, orders, settings);
  return overImap(account, settings, (client) => within(client, 5 * settings.commandTimeout, work(client)));
}

async function visited(
  client: ImapFlow,
  known: string | null,
  orders: Parameters<Mailboxes["keepDrafts"]>[2],
  settings: ImapSettings,
): Promise<{ readonly folder: string | null; readonly seen: readonly CopySeen[] }> {
  const folder = await draftsFolder(client, known, settings);
  if (folder === null) return { folder, seen: orders.map(() => ({ type: "lost" as const })) };
  const visit = await visitOf(client, folder, settings);
  const seen: CopySeen[] = [];
  for (const { order, copy } of orders) seen.push(await doing[order](visit, copy));
  return { folder, seen };
}

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

const doing: Readonly<
  Record<
    Parameters<Mailboxes["keepDrafts"]>[2][number]["order"],
    (visit: Visit, copy: DraftsCopy) => Promise<CopySeen>
  >
> = {
  look: async (visit, copy) => seenOf(await lookFor(visit, copy), visit),
  put: async (visit, copy) => {
    const before = await lookFor(visit, copy);
    // A draft of the person's own in that thread is not ours, and stays beside it.
    return before.type === "nothing" || before.type === "thread"
      ? append(visit, copy)
      : seenOf(before, visit);
  },
  take_out: async (visit, copy) => {
    const before = await lookFor(visit, copy);
    if (before.type !== "untouched") return seenOf(before, visit);
    if (!(await takeOut(visit, before.uids))) return { type: "unsure" };
    const after = await lookFor(visit, copy);
    return after.type === "untouched" || after.type === "unsure" ? { type: "unsure" } : { type: "taken_out" };
  },
};

function seenOf(found: Finding, { folder: { path } }: Visit): CopySeen {
  switch (found.type) {
    case "untouched":
      return {
        type: "lies",
        place: { folder: path, uidValidity: found.uidValidity, uid: Math.max(...found.uids) },
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

async function append(visit: Visit, copy: DraftsCopy): Promise<CopySeen> {
  const { client, folder, settings } = visit;
  const flags = ["\\Draft", "\\Seen"];
  const done = await within(client, settings.commandTimeout, client.append(folder.path, copy.rfc822, flags));
  if (!done) return { type: "unsure" };
  const { uid, uidValidity } = done;
  if (uid !== undefined && uidValidity !== undefined)
    return { type: "lies", place: { folder: folder.path, uidValidity, uid } };
  visit.drafts = null;
  const after = await lookFor(visit, copy);
  return after.type === "untouched" ? seenOf(after, visit) : { type: "unsure" };
}

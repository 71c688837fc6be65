import type { ImapFlow } from "imapflow";
import type { Account, Mailboxes, Sighting } from "../../ports.ts";
import { pathOf } from "./all-mail.ts";
import { type ImapSettings, overImap } from "./connection.ts";
import { examine } from "./folder.ts";
import { type Search, searchHeader, searchMessageId } from "./search.ts";

/** How many known mails are tried before the folder counts as one that cannot be searched. */
const controls = 3;

/**
 * Looks for a mail of ours that may have been sent: by its Message-ID, the one the provider gave it, the one
 * Outlook moves aside, and our own header, in this order (SAFETY R6). "absent" is said only when a search for
 * an older mail that is known to be there succeeded in the same folder over the same connection (R5).
 */
export async function find(
  account: Account,
  folder: Parameters<Mailboxes["find"]>[1],
  mail: Parameters<Mailboxes["find"]>[2],
  settings: ImapSettings,
): Promise<Sighting> {
  const sighting = await overImap(account, settings, async (client): Promise<Sighting> => {
    const path = await pathOf(client, account, folder, settings);
    await examine(client, path, settings);
    let refused = false;
    for (const { by, search } of searches(client, mail, settings)) {
      const found = await search();
      if (found.type === "hit") return { type: "found", where: `${path}, UID ${found.uid}, by ${by}` };
      if (found.type === "refused") refused = true;
    }
    if (refused) return { type: "unsure", why: `${path} refused to be searched` };
    return (await canBeSearched(client, mail.sentBefore, settings))
      ? { type: "absent" }
      : { type: "unsure", why: `no mail that is known to be in ${path} could be found either` };
  });
  return sighting.ok ? sighting.value : { type: "unsure", why: sighting.error.says };
}

/** The ways to look for a mail of ours in the selected folder, one for each name that it can have (SAFETY R6). */
export function searches(
  client: ImapFlow,
  {
    messageId,
    providerMessageId,
    outboxId,
  }: Pick<Parameters<Mailboxes["find"]>[2], "messageId" | "providerMessageId" | "outboxId">,
  settings: ImapSettings,
): readonly { readonly by: string; readonly search: () => Promise<Search> }[] {
  const original = "X-Microsoft-Original-Message-ID";
  return [
    { by: "Message-ID", search: () => searchMessageId(client, messageId, settings) },
    ...(providerMessageId === null
      ? []
      : [
          {
            by: "the provider's Message-ID",
            search: () => searchMessageId(client, providerMessageId, settings),
          },
        ]),
    { by: original, search: () => searchHeader(client, original, `<${messageId}>`, settings) },
    {
      by: "X-Afterword-Outbox-Id",
      search: () => searchHeader(client, "X-Afterword-Outbox-Id", outboxId, settings),
    },
  ];
}

/** The control search of SAFETY R5: true when one of the mails that are known to be in the selected folder is found there. */
export async function canBeSearched(
  client: ImapFlow,
  known: readonly string[],
  settings: ImapSettings,
): Promise<boolean> {
  for (const messageId of known.slice(0, controls)) {
    if ((await searchMessageId(client, messageId, settings)).type === "hit") return true;
  }
  return false;
}

import type { FetchMessageObject, FetchQueryObject, ImapFlow } from "imapflow";
import { deadline } from "../deadline.ts";
import type { ImapSettings } from "./connection.ts";

/**
 * Takes the rows of a FETCH one after the other and keeps none, so that a folder may hold any number of mails (SAFETY R23). Each row has the time
 * of one command: a long listing is no dead connection. `take` gives no command, which would wait for this one for ever.
 * Throws when the connection does not answer.
 */
export async function eachRow(
  client: ImapFlow,
  range: string,
  query: FetchQueryObject,
  settings: ImapSettings,
  take: (row: FetchMessageObject) => void,
): Promise<void> {
  const limit = deadline(() => client.close());
  limit.restart(settings.commandTimeout);
  try {
    for await (const row of client.fetch(range, query, { uid: true })) {
      take(row);
      limit.restart(settings.commandTimeout);
    }
  } catch (error) {
    if (!limit.isOver()) throw error;
    const seconds = Math.ceil(settings.commandTimeout / 1000);
    throw new Error(`no answer within ${seconds} seconds`, { cause: error });
  } finally {
    limit.stop();
  }
}

import type { Mailboxes } from "../ports.ts";
import { catchUp } from "./imap/catch-up.ts";
import { keepDrafts } from "./imap/drafts.ts";
import { file } from "./imap/file.ts";
import { find } from "./imap/find.ts";
import { readHistory } from "./imap/history.ts";
import { type WatchSettings, watch, watchSettings } from "./imap/watch.ts";

/** The person's mailboxes over IMAP. Settings that are not given are those of production. */
export function createMailboxes(given: Partial<WatchSettings> = {}): Mailboxes {
  const settings: WatchSettings = { ...watchSettings, ...given };
  return {
    catchUp: (account, sink) => catchUp(account, sink, settings),
    watch: (account, sink, signal) => watch(account, sink, signal, settings),
    readHistory: (account, since, live, sink, signal) =>
      readHistory(account, since, live, sink, settings, signal),
    find: (account, folder, mail) => find(account, folder, mail, settings),
    file: (account, mail) => file(account, mail, settings),
    keepDrafts: (account, folder, orders) => keepDrafts(account, folder, orders, settings),
  };
}

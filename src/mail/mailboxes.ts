import type { Mailboxes } from "../ports.ts";
import { catchUp } from "./imap/catch-up.ts";
import { keepDrafts } from "./imap/drafts.ts";
import { file } from "./imap/file.ts";
import { find } from "./imap/find.ts";
import { readHistory } from "./imap/history.ts";
import { createPace } from "./imap/pace.ts";
import { type WatchSettings, watch, watchSettings } from "./imap/watch.ts";

/** The person's mailboxes over IMAP. Settings that are not given are those of production. */
export function createMailboxes(given: Partial<WatchSettings> = {}): Mailboxes {
  const pace = createPace();
  const settings: WatchSettings = { ...watchSettings, pace, ...given };
  return {
    catchUp: (account, sink) => pace.work(account.mailboxId, () => catchUp(account, sink, settings)),
    watch: (account, sink, signal) => watch(account, sink, signal, settings),
    // It comes before the watching, in place of its connection; how somebody writes is read beside it, once a month.
    readHistory: (account, since, live, sink, signal) =>
      readHistory(account, since, live, sink, settings, signal),
    find: (account, folder, mail) =>
      pace.work(account.mailboxId, () => find(account, folder, mail, settings)),
    file: (account, mail) => pace.work(account.mailboxId, () => file(account, mail, settings)),
    keepDrafts: (account, folder, orders) =>
      pace.work(account.mailboxId, () => keepDrafts(account, folder, orders, settings)),
  };
}

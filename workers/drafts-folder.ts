import type { MailboxId } from "../src/domain/ids.ts";
import type { App } from "../src/flows/app.ts";
import { keepDraftsFolder } from "../src/flows/keep-drafts-folder.ts";
import { idPayload } from "../src/queue/queues.ts";
import { worker } from "../src/queue/worker.ts";
import { runAlone } from "../src/run.ts";

/** Keeps the copies of offered drafts in a mailbox's Drafts folder in step. */
export const draftsFolderWorker = worker({
  queue: "drafts-folder",
  payload: idPayload<MailboxId>(),
  run: ({ id }, app: App) => keepDraftsFolder(app, id),
});

if (import.meta.main) await runAlone([draftsFolderWorker]);

import type { MailboxId } from "../src/domain/ids.ts";
import type { App } from "../src/flows/app.ts";
import { watchMailbox } from "../src/flows/watch-mailbox.ts";
import { idPayload } from "../src/queue/queues.ts";
import { worker } from "../src/queue/worker.ts";
import { runAlone } from "../src/run.ts";

/** Watches one mailbox; the job ends only with the process or a refused login. Its lock is the lease (DESIGN 6.1). */
export const watchWorker = worker({
  queue: "watch",
  payload: idPayload<MailboxId>(),
  run: ({ id }, app: App, signal) => watchMailbox(app, id, signal),
});

if (import.meta.main) await runAlone([watchWorker]);

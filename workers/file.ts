import type { OutboxId } from "../src/domain/ids.ts";
import type { App } from "../src/flows/app.ts";
import { fileSent } from "../src/flows/file-sent.ts";
import { idPayload } from "../src/queue/queues.ts";
import { worker } from "../src/queue/worker.ts";
import { runAlone } from "../src/run.ts";

/** Puts the copy of a sent mail into Sent. */
export const fileWorker = worker({
  queue: "file",
  payload: idPayload<OutboxId>(),
  run: ({ id }, app: App) => fileSent(app, id),
});

if (import.meta.main) await runAlone([fileWorker]);

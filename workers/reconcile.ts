import type { OutboxId } from "../src/domain/ids.ts";
import type { App } from "../src/flows/app.ts";
import { reconcileSent } from "../src/flows/reconcile-sent.ts";
import { idPayload } from "../src/queue/queues.ts";
import { worker } from "../src/queue/worker.ts";
import { runAlone } from "../src/run.ts";

/** Looks for a mail of which no answer came, until it is found or the person is asked. */
export const reconcileWorker = worker({
  queue: "reconcile",
  payload: idPayload<OutboxId>(),
  run: ({ id }, app: App) => reconcileSent(app, id),
});

if (import.meta.main) await runAlone([reconcileWorker]);

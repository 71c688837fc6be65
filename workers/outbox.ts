import type { OutboxId } from "../src/domain/ids.ts";
import type { App } from "../src/flows/app.ts";
import { sendDue } from "../src/flows/send-due.ts";
import { idPayload } from "../src/queue/queues.ts";
import { worker } from "../src/queue/worker.ts";
import { runAlone } from "../src/run.ts";

/** Sends one approved mail if it is due. When to try again stands in the outbox, never in the queue (SAFETY R8). */
export const outboxWorker = worker({
  queue: "outbox",
  payload: idPayload<OutboxId>(),
  run: ({ id }, app: App) => sendDue(app, id),
});

if (import.meta.main) await runAlone([outboxWorker]);

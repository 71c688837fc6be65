import type { OutboxId } from "../src/domain/ids.ts";
import type { App } from "../src/flows/app.ts";
import { sendTurn } from "../src/flows/send-turn.ts";
import { idPayload } from "../src/queue/queues.ts";
import { worker } from "../src/queue/worker.ts";
import { runAlone } from "../src/run.ts";

/** Sends one approved mail if it is due, and with it what else is due in its mailbox. When to try again stands in the outbox, never in the queue (SAFETY R8). */
export const outboxWorker = worker({
  queue: "outbox",
  payload: idPayload<OutboxId>(),
  run: ({ id }, app: App, signal) => sendTurn(app, id, signal),
});

if (import.meta.main) await runAlone([outboxWorker]);

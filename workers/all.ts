import type { App } from "../src/flows/app.ts";
import type { RunnableWorker } from "../src/queue/worker.ts";
import { digestWorker } from "./digest.ts";
import { fileWorker } from "./file.ts";
import { outboxWorker } from "./outbox.ts";
import { planWorker } from "./plan.ts";
import { reconcileWorker } from "./reconcile.ts";
import { sweepWorker } from "./sweep.ts";
import { watchWorker } from "./watch.ts";

/** Everything that `npm start` runs in one process. */
export const allWorkers: readonly RunnableWorker<App>[] = [
  watchWorker,
  planWorker,
  digestWorker,
  outboxWorker,
  reconcileWorker,
  fileWorker,
  sweepWorker,
];

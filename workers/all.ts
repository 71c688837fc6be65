import type { App } from "../src/flows/app.ts";
import type { RunnableWorker } from "../src/queue/worker.ts";
import { digestWorker } from "./digest.ts";
import { draftWorker } from "./draft.ts";
import { draftsFolderWorker } from "./drafts-folder.ts";
import { fileWorker } from "./file.ts";
import { outboxWorker } from "./outbox.ts";
import { planWorker } from "./plan.ts";
import { reconcileWorker } from "./reconcile.ts";
import { sweepWorker } from "./sweep.ts";
import { voiceWorker } from "./voice.ts";
import { watchWorker } from "./watch.ts";

/** Everything that `npm start` runs in one process. */
export const allWorkers: readonly RunnableWorker<App>[] = [
  watchWorker,
  planWorker,
  digestWorker,
  draftWorker,
  outboxWorker,
  reconcileWorker,
  fileWorker,
  draftsFolderWorker,
  voiceWorker,
  sweepWorker,
];

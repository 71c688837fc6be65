import type { App } from "../src/flows/app.ts";
import { sweep } from "../src/flows/sweep.ts";
import { sweepPayload } from "../src/queue/queues.ts";
import { worker } from "../src/queue/worker.ts";
import { runAlone } from "../src/run.ts";

/** Rebuilds every missing reminder from the store. */
export const sweepWorker = worker({
  queue: "sweep",
  payload: sweepPayload,
  run: (_payload, app: App) => sweep(app),
});

if (import.meta.main) await runAlone([sweepWorker]);

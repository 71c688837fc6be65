import type { DraftId } from "../src/domain/ids.ts";
import type { App } from "../src/flows/app.ts";
import { reviseDraft } from "../src/flows/revise-draft.ts";
import { idPayload } from "../src/queue/queues.ts";
import { worker } from "../src/queue/worker.ts";
import { runAlone } from "../src/run.ts";

/** Rewords a draft as the person wished. */
export const draftWorker = worker({
  queue: "draft",
  payload: idPayload<DraftId>(),
  run: ({ id }, app: App) => reviseDraft(app, id),
});

if (import.meta.main) await runAlone([draftWorker]);

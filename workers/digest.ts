import type { PersonId } from "../src/domain/ids.ts";
import type { App } from "../src/flows/app.ts";
import { sendDigest } from "../src/flows/send-digest.ts";
import { idPayload } from "../src/queue/queues.ts";
import { worker } from "../src/queue/worker.ts";
import { runAlone } from "../src/run.ts";

/** Makes and mails a person's digest of today, if it is due and not made yet. */
export const digestWorker = worker({
  queue: "digest",
  payload: idPayload<PersonId>(),
  run: async ({ id }, app: App) => {
    await sendDigest(app, id);
  },
});

if (import.meta.main) await runAlone([digestWorker]);

import type { PersonId } from "../src/domain/ids.ts";
import type { App } from "../src/flows/app.ts";
import { learnVoice } from "../src/flows/learn-voice.ts";
import { idPayload } from "../src/queue/queues.ts";
import { worker } from "../src/queue/worker.ts";
import { runAlone } from "../src/run.ts";

/** Reads from a person's Sent mail how they write. */
export const voiceWorker = worker({
  queue: "voice",
  payload: idPayload<PersonId>(),
  run: async ({ id }, app: App) => {
    await learnVoice(app, id);
  },
});

if (import.meta.main) await runAlone([voiceWorker]);

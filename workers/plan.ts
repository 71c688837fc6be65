import type { CandidacyId } from "../src/domain/ids.ts";
import type { App } from "../src/flows/app.ts";
import { planFollowUps } from "../src/flows/plan-follow-ups.ts";
import { sendDebriefs } from "../src/flows/send-debrief.ts";
import { idPayload } from "../src/queue/queues.ts";
import { worker } from "../src/queue/worker.ts";
import { runAlone } from "../src/run.ts";

/** Lets time pass for one candidacy: interviews end, debriefs fall due, silence closes. */
export const planWorker = worker({
  queue: "plan",
  payload: idPayload<CandidacyId>(),
  run: async ({ id }, app: App) => {
    await sendDebriefs(app, id);
    await planFollowUps(app, id);
  },
});

if (import.meta.main) await runAlone([planWorker]);

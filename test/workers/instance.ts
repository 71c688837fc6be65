import { queueNames, queues } from "../../src/queue/queues.ts";
import { runAlone } from "../../src/run.ts";
import { allWorkers } from "../../workers/all.ts";

/** One of several processes that do all the work. A short job of one that was killed is free again after two seconds, not after half a minute. */
for (const name of queueNames) if (name !== "watch") Object.assign(queues[name], { lockDuration: 2_000 });
await runAlone(allWorkers);

import { randomUUID } from "node:crypto";
import pg from "pg";
import { Temporal } from "temporal-polyfill";
import { test } from "vitest";
import type { CandidacyId } from "../../src/domain/ids.ts";
import { idPayload } from "../../src/queue/queues.ts";
import { createReminders } from "../../src/queue/reminders.ts";
import { startWorker, worker } from "../../src/queue/worker.ts";
import { eventually } from "../support/memory-sink.ts";
import { queueHomes } from "../support/queue-backends.ts";

test("work that comes due without a notice, as after a restart of PostgreSQL in a bad moment, is found by an idle worker within seconds (R10)", async () => {
  const home = await queueHomes[0].start();
  const backend = await home.open();
  const clock = { now: () => Temporal.Now.instant() };
  const reminders = createReminders(backend, clock);
  const client = new pg.Client(JSON.parse(home.address) as pg.ClientConfig);
  const stopping = new AbortController();
  const done: string[] = [];
  const [first, later] = [randomUUID() as CandidacyId, randomUUID() as CandidacyId];
  try {
    await client.connect();
    const spec = worker({
      queue: "plan",
      payload: idPayload<string>(),
      run: async ({ id }, _app: null) => void done.push(id),
    });
    await reminders.remind({ queue: "plan", id: later }, clock.now().add({ hours: 1 }));
    await reminders.remind({ queue: "plan", id: first }, clock.now());
    const handle = startWorker(backend, spec, null, stopping.signal, { warn: () => undefined });
    await eventually(() => done.includes(first));
    // Time for the worker to lie down; then the moment comes, and nobody says so.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await client.query(
      "update bullmq.job set process_at_ms = (extract(epoch from clock_timestamp()) * 1000)::bigint where state = 'delayed'",
    );
    await eventually(() => done.includes(later), 25);
    stopping.abort();
    await handle.close();
  } finally {
    stopping.abort();
    await client.end();
    await reminders.close();
    await backend.close();
    await home.close();
  }
}, 40_000);

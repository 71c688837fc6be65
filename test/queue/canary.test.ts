import { Writable } from "node:stream";
import pino from "pino";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sweep } from "../../src/flows/sweep.ts";
import type { Backend } from "../../src/queue/backend.ts";
import { idPayload } from "../../src/queue/queues.ts";
import { createReminders, type Reminders } from "../../src/queue/reminders.ts";
import { startWorker, worker } from "../../src/queue/worker.ts";
import { invitation } from "../support/letter.ts";
import { eventually } from "../support/memory-sink.ts";
import { type QueueHome, queueHomes } from "../support/queue-backends.ts";
import { openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

const address = "canary-address@reyes.example";
const sentence = "canary-sentence";
// What every account of the support has.
const password = "correct horse";
const canaries = [address, sentence, password];

for (const { title, missing, start } of queueHomes)
  describe.skipIf(missing)(title, () => {
    let home: QueueHome;
    let backend: Backend;
    let reminders: Reminders;
    let here: ReceivingApp;
    beforeAll(async () => {
      home = await start();
      backend = await home.open();
      reminders = createReminders(backend, { now: () => Temporal.Now.instant() });
      here = await openReceivingApp();
    });
    afterAll(async () => {
      await reminders.close();
      await backend.close();
      await home.close();
      await here.close();
    });

    test("no password, sentence or address of a mail that is received, drafted and told stands in a job, and none that an error quotes in the log, whatever its level (R53)", async () => {
      const app = { ...here.app, queue: reminders };
      const ana = await here.connect({ name: sentence, address });
      const letter = invitation();
      await here.deliver(ana, invitation({ to: address, text: `${letter.text}\n${sentence}` }));
      here.at("2026-05-22T07:30");
      await here.pass();
      await here.digest(ana);
      for (const { reminder, at } of here.reminders) await reminders.remind(reminder, at);
      await sweep(app);
      expect((await here.query("select 1 from message where text like '%canary-sentence%'")).length).toBe(1);
      for (const canary of canaries) expect(await home.names(canary), canary).toEqual([]);

      const lines: string[] = [];
      const sink = new Writable({
        write: (chunk, _encoding, done) => {
          lines.push(String(chunk));
          done();
        },
      });
      const failing = worker({
        queue: "watch",
        payload: idPayload<string>(),
        run: async () => {
          throw Object.assign(new RangeError(`535 ${address} ${password}\n${sentence}`), { code: sentence });
        },
      });
      const log = pino({ level: "trace" }, sink);
      const handle = startWorker(backend, failing, null, new AbortController().signal, log);
      await eventually(() => lines.length > 0);
      await handle.close();
      expect(JSON.parse(lines[0] ?? "")).toMatchObject({
        queue: "watch",
        error: "RangeError",
        code: "",
        at: expect.stringMatching(/^canary\.test\.ts:\d+$/),
        msg: "a job failed",
      });
      for (const canary of canaries) expect(lines.join(""), canary).not.toContain(canary);
      for (const canary of canaries) expect(await home.names(canary), canary).toEqual([]);
    });
  });

import { Writable } from "node:stream";
import pino from "pino";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OutboxId } from "../../src/domain/ids.ts";
import type { App } from "../../src/flows/app.ts";
import type { Backend } from "../../src/queue/backend.ts";
import { createReminders, type Reminders } from "../../src/queue/reminders.ts";
import { startWorker } from "../../src/queue/worker.ts";
import { allWorkers } from "../../workers/all.ts";
import { answer, digestOf } from "../support/answering.ts";
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

    test("no password, sentence or address stands in a job or in the log, whatever its level, of a mail that is received, drafted, approved, and fails to be sent with all of them in the error (R53)", async () => {
      const ana = await here.connect({ name: sentence, address });
      const letter = invitation();
      await here.deliver(ana, invitation({ to: address, text: `${letter.text}\n${sentence}` }));
      here.at("2026-05-22T07:30");
      await here.pass();
      await answer(here, ana, await digestOf(here, ana), `1 ok\n\n${sentence}`);
      here.at("2026-05-22T10:00");
      const [mail] = await here.query("select id, rfc822 from outbox where purpose = 'draft'");
      expect(String(mail?.rfc822)).toContain(address);

      const lines: string[] = [];
      const sink = new Writable({
        write: (chunk, _encoding, done) => {
          lines.push(String(chunk));
          done();
        },
      });
      const send: App["courier"]["send"] = async () => {
        throw Object.assign(new RangeError(`535 ${address} ${password}\n${sentence}`), { code: sentence });
      };
      const app = { ...here.app, queue: reminders, courier: { ...here.app.courier, send } };
      const log = pino({ level: "trace" }, sink);
      for (const { reminder, at } of here.reminders) await reminders.remind(reminder, at);
      await reminders.remind({ queue: "outbox", id: mail?.id as OutboxId }, here.app.clock.now());
      await reminders.sweepNow();
      for (const canary of canaries) expect(await home.names(canary), canary).toEqual([]);
      const handles = allWorkers.map((each) =>
        startWorker(backend, each, app, new AbortController().signal, log),
      );
      const failure = () => lines.find((one) => one.includes('"queue":"outbox"'));
      await eventually(() => failure() !== undefined);
      await Promise.all(handles.map((each) => each.close()));

      expect(JSON.parse(failure() ?? "")).toMatchObject({
        error: "RangeError",
        code: "",
        at: expect.stringMatching(/^canary\.test\.ts:\d+ < send-due\.ts:\d+/),
        msg: "a job failed",
      });
      for (const canary of canaries) expect(lines.join(""), canary).not.toContain(canary);
      for (const canary of canaries) expect(await home.names(canary), canary).toEqual([]);
    });
  });

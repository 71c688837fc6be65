import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Temporal } from "temporal-polyfill";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CandidacyId, MailboxId, OutboxId } from "../../src/domain/ids.ts";
import { sweep } from "../../src/flows/sweep.ts";
import type { Backend, WorkerHandle } from "../../src/queue/backend.ts";
import { idPayload, queues, sweepPayload } from "../../src/queue/queues.ts";
import { createReminders, type Reminders } from "../../src/queue/reminders.ts";
import { startWorker, worker } from "../../src/queue/worker.ts";
import { invitation } from "../support/letter.ts";
import { eventually } from "../support/memory-sink.ts";
import { type QueueHome, queueHomes } from "../support/queue-backends.ts";
import { openReceivingApp } from "../support/receiving-app.ts";

const clock = { now: () => Temporal.Now.instant() };
const soon = (milliseconds = 0) => clock.now().add({ milliseconds });

for (const { title, missing, start } of queueHomes) {
  describe.skipIf(missing)(title, () => {
    let home: QueueHome;
    let backend: Backend;
    let reminders: Reminders;
    const workers: WorkerHandle[] = [];
    const processes: ChildProcess[] = [];

    beforeAll(async () => {
      home = await start();
    });
    afterAll(() => home.close());
    beforeEach(async () => {
      backend = await home.open();
      reminders = createReminders(backend, clock);
    });
    afterEach(async () => {
      for (const one of processes.splice(0)) one.kill("SIGKILL");
      await Promise.all(workers.splice(0).map((one) => one.close()));
      await reminders.close();
      await backend.close();
      await home.lose();
    });

    /** A worker of a queue with its real settings, which does `work` for each id. */
    const run = async (
      queue: "plan" | "outbox" | "watch",
      work: (id: string, signal: AbortSignal) => Promise<void>,
    ) => {
      const stopping = new AbortController();
      const spec = worker({
        queue,
        payload: idPayload<string>(),
        run: ({ id }, _app: null, signal) => work(id, signal),
      });
      const handle = startWorker(backend, spec, null, stopping.signal, { warn: () => undefined });
      const stop = {
        ...handle,
        close: async () => {
          stopping.abort();
          await handle.close();
        },
      };
      workers.push(stop);
      await handle.ready();
      return stop;
    };
    const dying = async (queue: string, ...settings: string[]) => {
      const child = spawn(
        process.execPath,
        [`${import.meta.dirname}/dying-worker.ts`, home.address, queue, ...settings],
        { stdio: ["ignore", "pipe", "inherit"] },
      );
      processes.push(child);
      const lines: string[] = [];
      createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
      await eventually(() => lines.includes("ready"), 20);
      return { child, works: (id: string) => lines.some((line) => line === `working {"id":"${id}"}`) };
    };
    const kill = async (child: ChildProcess) => {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    };
    const anId = () => randomUUID() as CandidacyId;

    test("a reminder wakes its flow at its time, not before", async () => {
      const id = anId();
      const woken: number[] = [];
      await run("plan", async (which) => {
        if (which === id) woken.push(Date.now());
      });
      const at = soon(700);
      await reminders.remind({ queue: "plan", id }, at);
      await eventually(() => woken.length > 0);
      expect(woken[0]).toBeGreaterThanOrEqual(at.epochMilliseconds);
    });

    test("one that was due before it was said wakes at once", async () => {
      const id = anId();
      const woken: string[] = [];
      await run("plan", async (which) => void woken.push(which));
      await reminders.remind({ queue: "plan", id }, soon(-3_600_000));
      await eventually(() => woken.includes(id), 5);
    });

    test("the jobs of what was deleted are gone, and no name of theirs is left in the queue", async () => {
      const [gone, stays] = [anId(), anId()];
      for (const id of [gone, stays])
        for (const at of [soon(-1), soon(3_600_000)]) await reminders.remind({ queue: "plan", id }, at);
      expect(await home.names(gone)).not.toEqual([]);
      await reminders.forget([gone]);
      expect(await home.names(gone)).toEqual([]);
      const woken: string[] = [];
      await run("plan", async (which) => void woken.push(which));
      await eventually(() => reminders.quiet(), 5);
      expect(woken).toEqual([stays]);
    });

    test("the same reminder, said ten times before it is heard, wakes once", async () => {
      const id = anId();
      for (let n = 0; n < 10; n += 1) await reminders.remind({ queue: "plan", id }, soon(-1));
      const later = soon(1_500);
      for (let n = 0; n < 10; n += 1) await reminders.remind({ queue: "plan", id }, later);
      const woken: string[] = [];
      await run("plan", async (which) => void woken.push(which));
      await eventually(() => woken.length === 2);
      expect(woken).toEqual([id, id]);
      await eventually(() => reminders.quiet(), 5);
    });

    test("a reminder that comes while its flow runs is not lost: it runs once more, at once", async () => {
      const id = anId();
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      let runs = 0;
      await run("plan", async () => {
        runs += 1;
        if (runs === 1) await held;
      });
      await reminders.remind({ queue: "plan", id }, soon());
      await eventually(() => runs === 1);
      for (let n = 0; n < 5; n += 1) await reminders.remind({ queue: "plan", id }, soon());
      release();
      await eventually(() => runs === 2, 5);
      await eventually(() => reminders.quiet(), 5);
      expect(runs).toBe(2);
    });

    test("a job that failed leaves no name behind that would hide the next reminder", async () => {
      const id = anId();
      let runs = 0;
      await run("outbox", async () => {
        runs += 1;
        if (runs === 1) throw new Error("the first time");
      });
      await reminders.remind({ queue: "outbox", id: id as string as OutboxId }, soon());
      await eventually(() => runs === 1);
      await eventually(() => reminders.quiet(), 5);
      await reminders.remind({ queue: "outbox", id: id as string as OutboxId }, soon());
      await eventually(() => runs === 2, 5);
    });

    test("a mailbox is watched once, however often it is said", async () => {
      const id = anId() as string as MailboxId;
      let watchers = 0;
      const ended = (signal: AbortSignal) =>
        new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      await run("watch", async (_id, signal) => {
        watchers += 1;
        await ended(signal);
      });
      await reminders.remind({ queue: "watch", id }, soon());
      await eventually(() => watchers === 1);
      for (let n = 0; n < 5; n += 1) await reminders.remind({ queue: "watch", id }, soon());
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(watchers).toBe(1);
    });

    test("a worker that is asked to stop ends what it has begun, and what it has not begun is done by the next", async () => {
      const [first, second] = [anId(), anId()];
      const done: string[] = [];
      const started: string[] = [];
      const handle = await run("plan", async (id) => {
        started.push(id);
        await new Promise((resolve) => setTimeout(resolve, 800));
        done.push(id);
      });
      await reminders.remind({ queue: "plan", id: first }, soon());
      await eventually(() => started.includes(first));
      const stopped = handle.close();
      await reminders.remind({ queue: "plan", id: second }, soon());
      await stopped;
      expect(done).toContain(first);
      expect(done).toEqual(started);
      await run("plan", async (id) => void done.push(id));
      await eventually(() => done.includes(second), 5);
    });

    test("a job whose process was killed twice is given up by the queue, and the next reminder runs all the same", async () => {
      const id = anId();
      await reminders.remind({ queue: "plan", id }, soon());
      for (let n = 0; n < 2; n += 1) {
        const victim = await dying("plan");
        await eventually(() => victim.works(id), 20);
        await kill(victim.child);
      }
      const done: string[] = [];
      const third = backend.worker("plan", async (job) => void done.push(JSON.stringify(job.data)), {
        concurrency: 1,
        lockDuration: 1_000,
        maxStalledCount: 1,
        stopping: new AbortController().signal,
        onError: () => undefined,
      });
      workers.push(third);
      // As the sweep does it, every half minute.
      await eventually(async () => {
        await reminders.remind({ queue: "plan", id }, soon());
        await new Promise((resolve) => setTimeout(resolve, 100));
        return done.length > 0;
      }, 15);
      expect(done[0]).toBe(JSON.stringify({ id }));
    });

    test("the mailboxes of a process that was killed are watched by another within 30 seconds", async () => {
      const id = anId() as string as MailboxId;
      const { lockDuration, maxStalledCount } = queues.watch;
      const victim = await dying("watch", String(lockDuration), String(maxStalledCount));
      await reminders.remind({ queue: "watch", id }, soon());
      await eventually(() => victim.works(id), 20);
      const watched: string[] = [];
      await run("watch", async (which, signal) => {
        watched.push(which);
        await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      });
      await kill(victim.child);
      await eventually(() => watched.includes(id), 30);
    });

    test("a watcher that has lost its mailbox ends, and the mailbox can be watched anew", async () => {
      const id = anId() as string as MailboxId;
      const ended: string[] = [];
      let watching = 0;
      await run("watch", async (which, signal) => {
        watching += 1;
        await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
        watching -= 1;
        ended.push(which);
      });
      await reminders.remind({ queue: "watch", id }, soon());
      await eventually(() => watching === 1);
      // As after a stand-still that was longer than the lock: the queue knows nothing of this watcher any more.
      await home.lose();
      await eventually(() => ended.includes(id), 30);
      await reminders.remind({ queue: "watch", id }, soon());
      await eventually(() => watching === 1);
    });

    test("the job of a process that died with a clock an hour ahead is not held for an hour (R9, M5)", async () => {
      const id = anId();
      await reminders.remind({ queue: "plan", id }, soon());
      const { child, works } = await dying("plan", "2000", "10", "3600000");
      await eventually(() => works(id), 20);
      await kill(child);
      await backend.shortenLocks();
      const woken: string[] = [];
      await run("plan", async (which) => void woken.push(which));
      await eventually(() => woken.includes(id), 45);
    }, 90_000);

    test("what recurs goes on soon, although a process with a clock a day ahead has scheduled it (R9)", async () => {
      const now = Date.now;
      Date.now = () => now() + 86_400_000;
      try {
        await reminders.startSchedule();
      } finally {
        Date.now = now;
      }
      if (await backend.shortenLocks()) await reminders.startSchedule();
      let sweeps = 0;
      const run = async () => {
        sweeps += 1;
      };
      const spec = worker({ queue: "sweep", payload: sweepPayload, run });
      workers.push(startWorker(backend, spec, null, new AbortController().signal, { warn: () => undefined }));
      await eventually(() => sweeps > 0, 40);
      if (await backend.shortenLocks()) throw new Error("the next run is still a day away");
    }, 60_000);

    test("a queue that lost everything is rebuilt by the sweep", async () => {
      const here = await openReceivingApp();
      try {
        here.at("2026-05-18T09:00");
        const ana = await here.connect();
        await here.deliver(ana, invitation());
        here.at("2026-05-21T15:20");
        await here.pass();
        here.at("2026-05-22T07:30");
        const [{ id: candidacyId }] = await here.query("select id from candidacy");
        const [{ id: outboxId }] = await here.query("select id from outbox");
        const known = createReminders(backend, here.app.clock);
        await here.query("update candidacy set next_due_at = $1", [here.app.clock.now().toString()]);
        await sweep({ ...here.app, queue: known });
        await home.lose();
        expect(await known.quiet()).toBe(true);
        await sweep({ ...here.app, queue: known });
        const woken: string[] = [];
        await run("plan", async (id) => void woken.push(`plan ${id}`));
        await run("outbox", async (id) => void woken.push(`outbox ${id}`));
        await run("watch", async (id) => void woken.push(`watch ${id}`));
        await eventually(() => woken.length === 3);
        expect(woken.toSorted()).toEqual([
          `outbox ${outboxId}`,
          `plan ${candidacyId}`,
          `watch ${ana.mailboxId}`,
        ]);
        await known.close();
      } finally {
        await here.close();
      }
    });
  });
}

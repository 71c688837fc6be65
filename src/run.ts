import { flushCompileCache } from "node:module";
import { needRightClock, wrongClock } from "./clock-watch.ts";
import { type Composed, compose } from "./compose.ts";
import { loadConfig } from "./config.ts";
import type { App } from "./flows/app.ts";
import { type RunnableWorker, startWorker } from "./queue/worker.ts";
import { reasonOf } from "./reason.ts";
import { SetupError } from "./setup-error.ts";

/** A started program. `drain` takes no new work and finishes what runs (SAFETY R16); `stop` also closes every connection. */
export type Running = Composed & { readonly drain: () => Promise<void>; readonly stop: () => Promise<void> };

export async function start(composed: Composed, workers: readonly RunnableWorker<App>[]): Promise<Running> {
  const stopping = new AbortController();
  await needRightClock(composed.clock);
  await composed.reminders.startSchedule();
  const handles = workers.map((each) =>
    startWorker(composed.backend, onTime(each, composed.clock), composed.app, stopping.signal, composed.log),
  );
  await Promise.all(handles.map((handle) => handle.ready()));
  await composed.reminders.sweepNow();
  // What was compiled for this start serves the next one, also where this process is killed.
  flushCompileCache();
  const looking = setInterval(async () => {
    if (await isWrong(composed)) {
      clearInterval(looking);
      // A supervisor begins it anew, and it refuses until the clock is right.
      process.exitCode = 1;
      process.kill(process.pid, "SIGTERM");
    }
  }, lookEveryMs).unref();
  const drain = async () => {
    clearInterval(looking);
    stopping.abort();
    await Promise.all(handles.map((handle) => handle.close()));
    if (workers.some(({ queue }) => queue === "watch")) await handOver(composed);
  };
  return {
    ...composed,
    drain,
    stop: async () => {
      await drain();
      await composed.close();
    },
  };
}

/** The mailboxes that were watched here are free now: another process that runs looks for them at once, not at its next sweep. */
async function handOver({ reminders, log }: Composed): Promise<void> {
  try {
    await reminders.sweepNow();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ reason }, "the mailboxes are taken over only at the next sweep");
  }
}

const lookEveryMs = 5_000;

/** Whether the clock of this machine has gone wrong; else puts right what another one with a wrong clock has left in the queue. While the database is away nothing is known. */
async function isWrong({ backend, clock, reminders, log }: Composed): Promise<boolean> {
  try {
    const wrong = await wrongClock(clock);
    if (wrong !== null) log.error(wrong);
    else if (await backend.shortenLocks()) await reminders.startSchedule();
    return wrong !== null;
  } catch (error) {
    log.warn(reasonOf(error), "the clocks were not compared");
    return false;
  }
}

/** Another process may have moved the clock since (DESIGN section 7). */
const onTime = (each: RunnableWorker<App>, clock: Composed["clock"]): RunnableWorker<App> => ({
  ...each,
  run: async (data, app, signal) => {
    await clock.refresh();
    await each.run(data, app, signal);
  },
});

/** Runs some workers as a process of their own until it is asked to stop. */
export async function runAlone(workers: readonly RunnableWorker<App>[]): Promise<void> {
  await orExplain(async () => {
    const running = await start(await compose(loadConfig()), workers);
    running.log.info({ queues: workers.map((each) => each.queue) }, "working");
    onStopSignal(running.stop);
  });
}

/** SIGTERM and SIGINT drain; a second one ends at once. */
export function onStopSignal(stop: () => Promise<void>): void {
  let asked = false;
  const end = () => {
    if (asked) process.exit(1);
    asked = true;
    stop().then(
      () => process.exit(),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  // The sandbox starts this program over a channel: when the sandbox is gone, so are its mail servers.
  process.on("disconnect", end);
}

/** What the person can put right is told in its one sentence and ends with status 1; a bug keeps its stack. */
export async function orExplain(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

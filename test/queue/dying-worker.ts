import { openAt } from "../support/queue-backends.ts";

/** A process that takes one job and never ends it: says "working <id>" and waits to be killed. */
const [address = "", queue = "", lockDuration = "1000", maxStalledCount = "1", ahead = "0"] =
  process.argv.slice(2);
// In milliseconds: a machine with a wrong clock.
const now = Date.now;
Date.now = () => now() + Number(ahead);
const backend = await openAt(address);
const worker = backend.worker(
  queue,
  async (job) => {
    console.log(`working ${JSON.stringify(job.data)}`);
    await new Promise(() => undefined);
  },
  {
    concurrency: 10,
    lockDuration: Number(lockDuration),
    maxStalledCount: Number(maxStalledCount),
    stopping: new AbortController().signal,
    onError: () => undefined,
  },
);
await worker.ready();
console.log("ready");

/** One of several processes that do all the work, with failpoints in it, short waits, and a clock that jumps by CHAOS_JUMP milliseconds some seconds after the start (SAFETY R9, R57). */
const jump = Number(process.env.CHAOS_JUMP ?? 0);
if (jump !== 0) {
  const RealDate = Date;
  let skew = 0;
  setTimeout(() => {
    skew = jump;
  }, 6_000).unref();
  const now = () => RealDate.now() + skew;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given: unknown[], self) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, self),
    get: (target, name, self) => (name === "now" ? now : Reflect.get(target, name, self)),
  });
}

// Loaded only now: what is imported by name would keep the true clock.
const { compose } = await import("../../src/compose.ts");
const { loadConfig } = await import("../../src/config.ts");
const { createCourier } = await import("../../src/mail/courier.ts");
const { createMailboxes } = await import("../../src/mail/mailboxes.ts");
const { queueNames, queues } = await import("../../src/queue/queues.ts");
const { onStopSignal, start } = await import("../../src/run.ts");
const { allWorkers } = await import("../../workers/all.ts");
const { obeying, readOrders } = await import("./failpoint-orders.ts");
const { withFailpoints } = await import("./failpoints.ts");
const { plantedFault } = await import("./planted.ts");
const { waits } = await import("./waits.ts");

// A job of a process that was killed is free again after two seconds, not after half a minute.
for (const name of queueNames)
  Object.assign(queues[name], { lockDuration: name === "watch" ? 5_000 : 2_000 });

const composed = await compose(loadConfig());
const orders = readOrders(process.env.AFTERWORD_FAILPOINT ?? "");
const app = withFailpoints(
  {
    ...composed.app,
    courier: createCourier({ timeouts: waits.courier }),
    mailboxes: createMailboxes(waits.mailboxes),
  },
  obeying(orders, process.env.CHAOS_FOLDER ?? ".", Number(process.env.CHAOS_SEED ?? 0)),
);
const running = await start(
  { ...composed, app: plantedFault(process.env.CHAOS_PLANT ?? "", app) },
  allWorkers,
);
onStopSignal(running.stop);
console.log("working");

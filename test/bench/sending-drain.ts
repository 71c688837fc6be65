import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startRedis } from "../support/private-redis.ts";
import { cpuOf, cpuOfPostgres, residentOf } from "./sending-processes.ts";
import { openProgram, type Program, rounded, timedSweep } from "./sending-program.ts";
import { seedMailboxes, seedMails } from "./sending-seed.ts";
import { type Servers, startServers } from "./sending-servers.ts";

const aDay = 20;

/** How often memory and progress are looked at, in milliseconds. */
const look = 1_000;

type Given = { readonly mailboxes: number; readonly senders: number; readonly redis: string | null };
type Worker = { readonly name: string; readonly child: ChildProcess; readonly resident: number[] };

/** Lets processes of their own send all that is due, with servers of which some are slow, some say "later", and none takes more than three connections of a mailbox. */
export async function drain(dataFolder: string, { mailboxes, senders, redis }: Given): Promise<object> {
  const pace = {
    answer: 10,
    mail: 40,
    slowMail: 4_000,
    slowEvery: Math.min(50, Math.ceil(mailboxes / 2)),
    laterEvery: 50,
    mostConnections: 3,
  };
  const servers = await startServers(pace);
  const queue = redis ? await startRedis(redis) : null;
  const program = await openProgram(dataFolder, queue?.url ?? null);
  const workers: Worker[] = [];
  try {
    await seedMailboxes(program.pool, dataFolder, mailboxes, servers);
    await seedMails(program.pool, { mailboxes, first: 1, last: aDay });
    const first = await timedSweep(program);
    const again = await timedSweep(program);
    const postgres = await cpuOfPostgres(program.pool);
    const begun = Date.now();
    const names = [...Array.from({ length: senders }, () => "outbox"), "file", "watch", "sweep"];
    for (const name of names) workers.push(startWorker(name, program));
    const progress = await untilSent(program, servers, workers, mailboxes * aDay);
    const seen = await servers.seen();
    const spent = workers.reduce((sum, { child }) => sum + cpuOf(child.pid ?? 0), 0);
    const all = spent + (await cpuOfPostgres(program.pool)) - postgres;
    const states = await program.pool.query(
      "select state, filed, count(*)::int from outbox group by 1, 2 order by 1, 2",
    );
    const afterwards = await timedSweep(program);
    const more = await sixHundredMore(program, servers, mailboxes);
    const mails = mailboxes * aDay;
    return {
      mails,
      mailboxes,
      queue: redis ? "redis" : "postgres",
      senders,
      states: states.rows,
      ...seen,
      ...progress,
      mailsASecond: rounded((mails * 0.9) / progress.nineTenthsAfter),
      cpuMsAMail: rounded(all / mails),
      cpuWouldAllow: rounded((cpus().length * 1_000 * mails) / all),
      slowDoneAfter: rounded((seen.lastOfSlow - begun) / 1_000),
      othersDoneAfter: rounded((seen.lastOfOthers - begun) / 1_000),
      sweeps: { first, again, afterwards },
      memory: workers.map(memoryOf),
      more,
    };
  } finally {
    for (const { child } of workers) await ended(child);
    await program.end();
    await queue?.stop();
    await servers.stop();
  }
}

function startWorker(name: string, { environment }: Program): Worker {
  const child = spawn(process.execPath, [join(import.meta.dirname, `../../workers/${name}.ts`)], {
    env: environment,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return { name, child, resident: [] };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

/** Until every mail was taken and lies in Sent. In seconds from the start of the processes. */
async function untilSent({ pool }: Program, servers: Servers, workers: readonly Worker[], mails: number) {
  const begun = performance.now();
  const since = () => rounded((performance.now() - begun) / 1_000);
  let nineTenthsAfter = 0;
  let sentAfter = 0;
  for (;;) {
    await wait(look);
    for (const { child, resident } of workers) resident.push(residentOf(child.pid ?? 0));
    const { accepted } = await servers.seen();
    console.error(`${since()} s: ${accepted} of ${mails} taken`);
    if (nineTenthsAfter === 0 && accepted >= mails * 0.9) nineTenthsAfter = since();
    if (sentAfter === 0 && accepted >= mails) sentAfter = since();
    if (sentAfter > 0) {
      const { rows } = await pool.query("select count(*)::int from outbox where not filed");
      if (rows[0].count === 0) return { nineTenthsAfter, sentAfter, filedAfter: since() };
    }
    if (since() > 3_600) throw new Error(`after an hour ${accepted} of ${mails} mails were taken`);
  }
}

/** The mean of the last third against that of the first, in MB, after the start of the process is over. */
function memoryOf({ name, resident }: Worker) {
  const third = Math.floor(resident.length / 3);
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
  const first = mean(resident.slice(Math.min(5, third), third));
  const last = mean(resident.slice(-third));
  return { name, first: Math.round(first), last: Math.round(last), ratio: rounded(last / first) };
}

/** On the same day so many more for the same mailboxes: what the servers took of them, and what became of them. */
async function sixHundredMore(program: Program, servers: Servers, mailboxes: number): Promise<object> {
  const before = (await servers.seen()).accepted;
  await seedMails(program.pool, { mailboxes, first: aDay + 1, last: aDay + 1 });
  await seedMails(program.pool, { mailboxes: Math.ceil(mailboxes / 5), first: aDay + 2, last: aDay + 2 });
  await program.reminders.sweepNow();
  const looked = () =>
    program.pool.query("select count(*)::int from outbox where state = 'queued' and not_before <= $1", [
      program.clock.now().toString(),
    ]);
  while ((await looked()).rows[0].count > 0) await wait(look);
  const { rows } = await program.pool.query(
    "select state, count(*)::int from outbox where not filed group by 1",
  );
  return { left: (await servers.seen()).accepted - before, states: rows };
}

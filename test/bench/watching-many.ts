import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { type Composed, compose } from "../../src/compose.ts";
import { readConfig } from "../../src/config.ts";
import type { MailboxId, PersonId } from "../../src/domain/ids.ts";
import { toneOf } from "../../src/drafting/voice/tone-of.ts";
import { onLoopback } from "../support/account.ts";
import { cpuOf, cpuOfPostgres, residentOf } from "./sending-processes.ts";

export type Held = {
  readonly mailboxes: number;
  /** From the start of the program's process until all are in IDLE. */
  readonly seconds: number;
  /** Of the program, in MB. */
  readonly resident: number;
  /** What one mailbox adds, in KB: of the program, and of a process with bare connections. */
  readonly each: number;
  readonly bareEach: number;
  /** Of one core while nothing arrives, in percent: the program, the bare process, PostgreSQL. */
  readonly cpu: number;
  readonly bareCpu: number;
  readonly postgresCpu: number;
};

type Said = { readonly child: ChildProcess; readonly next: () => Promise<string> };

/** Connects that many mailboxes of as many people on a light IMAP server, starts the program, and measures it for that long while nothing arrives. */
export async function holdMany(mailboxes: number, idleSeconds: number): Promise<Held> {
  const data = await mkdtemp(join(tmpdir(), "afterword-bench-"));
  const environment = {
    PATH: process.env.PATH ?? "",
    AFTERWORD_DATA: data,
    AFTERWORD_LOG_LEVEL: "warn",
    AFTERWORD_PORT: "0",
  };
  const config = readConfig(environment);
  if (!config.ok) throw new Error(config.error.join("\n"));
  const here = await compose(config.value);
  const pool = new pg.Pool(here.database.connection);
  const crowd = script("watching-crowd.ts");
  const port = Number(await crowd.next());
  const idling = async (): Promise<number> => {
    crowd.child.stdin?.write("\n");
    return Number(await crowd.next());
  };
  const start = (): Said =>
    running(
      spawn(process.execPath, ["src/main.ts"], { env: environment, stdio: ["ignore", "pipe", "inherit"] }),
    );

  const empty = start();
  await empty.next();
  await wait(10_000);
  const before = residentOf(empty.child.pid ?? 0);
  await end(empty);

  await connectAll(here, mailboxes, port);
  const begun = performance.now();
  const program = start();
  while ((await idling()) < mailboxes) await wait(100);
  const seconds = (performance.now() - begun) / 1_000;
  const bare = script("watching-bare.ts", String(port), String(mailboxes));
  await bare.next();
  const bareBefore = residentOf(bare.child.pid ?? 0);
  bare.child.stdin?.write("\n");
  await bare.next();
  await wait(15_000);
  const [pid, barePid] = [program.child.pid ?? 0, bare.child.pid ?? 0];
  const cpus = async () => [cpuOf(pid), cpuOf(barePid), await cpuOfPostgres(pool)] as const;
  const from = await cpus();
  await wait(idleSeconds * 1_000);
  const to = await cpus();
  const percent = (n: 0 | 1 | 2): number => (to[n] - from[n]) / (10 * idleSeconds);
  const resident = residentOf(pid);
  const held = {
    mailboxes,
    seconds,
    resident,
    each: ((resident - before) * 1_024) / mailboxes,
    bareEach: ((residentOf(barePid) - bareBefore) * 1_024) / mailboxes,
    cpu: percent(0),
    bareCpu: percent(1),
    postgresCpu: percent(2),
  };
  for (const each of [program, bare, crowd]) await end(each);
  await pool.end();
  await here.close();
  await rm(data, { recursive: true, force: true });
  return held;
}

async function connectAll({ app }: Composed, mailboxes: number, port: number): Promise<void> {
  for (let n = 0; n < mailboxes; n += 1) {
    const address = `person-${n}@reed.example`;
    await app.store.transaction(async (tx) => {
      const personId = app.ids.uuid() as PersonId;
      const person = {
        id: personId,
        name: `Person ${n}`,
        address,
        zone: "Europe/London",
        country: "GB",
        digestAt: "07:30",
      };
      await tx.people.insert(person, app.clock.now());
      // What is learnt once a month is no part of watching.
      await tx.voices.put(personId, toneOf([]), app.clock.now());
      const mailboxId = await tx.mailboxes.save({
        id: app.ids.uuid() as MailboxId,
        personId,
        address,
        login: address,
        password: "correct horse",
        imap: onLoopback(port),
        smtp: onLoopback(9),
        sentFolder: "Sent",
        filesSentItself: false,
        authservId: null,
        connectedAt: app.clock.now(),
      });
      for (const folder of ["inbox", "sent"] as const)
        await tx.mailboxes.startAt(mailboxId, folder, { uidValidity: 7n, lastUid: 0 });
    });
  }
}

const script = (name: string, ...args: string[]): Said =>
  running(
    spawn(process.execPath, [join(import.meta.dirname, name), ...args], {
      stdio: ["pipe", "pipe", "inherit"],
    }),
  );

/** Its lines, one after the other. */
function running(child: ChildProcess): Said {
  if (!child.stdout) throw new Error("it says nothing");
  const lines: Interface = createInterface({ input: child.stdout });
  const said = lines[Symbol.asyncIterator]();
  return { child, next: async () => String((await said.next()).value) };
}

async function end({ child }: Said): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

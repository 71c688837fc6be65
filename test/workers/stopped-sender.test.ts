import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Composed, compose } from "../../src/compose.ts";
import { readConfig } from "../../src/config.ts";
import type { MailboxId, OutboxId } from "../../src/domain/ids.ts";
import { connectMailbox } from "../../src/flows/connect-mailbox.ts";
import { reconcileSent } from "../../src/flows/reconcile-sent.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { openPostOffice, type PostOffice } from "../../src/sandbox/post-office.ts";
import { onLoopback } from "../support/account.ts";
import { eventually } from "../support/memory-sink.ts";
import { preparedDataFolder } from "../support/prepared-data.ts";
import { type SmtpPeer, startSmtpPeer } from "../support/smtp-peer.ts";

const ana = { name: "Ana Reyes", address: "ana@reyes.example" };

let dataFolder: string;
let office: PostOffice;
let here: Composed;
let db: pg.Pool;
let mailboxId: MailboxId;
let server: SmtpPeer;
const children: ChildProcess[] = [];

beforeAll(async () => {
  dataFolder = await preparedDataFolder("afterword-stopped-");
  const config = readConfig(environment());
  if (!config.ok) throw new Error(config.error.join("\n"));
  here = await compose(config.value);
  db = new pg.Pool(here.database.connection);
  const account = { address: ana.address, password: "correct horse" };
  office = await openPostOffice({ ...account, now: here.clock.now, bringsMailToOthers: async () => false });
  const connected = await connectMailbox(
    here.app,
    { ...ana, zone: "Europe/London", country: "GB", digestAt: "07:30" },
    {
      address: ana.address,
      login: office.login,
      password: office.password,
      imap: onLoopback(office.imap.port),
      smtp: onLoopback(9),
      sentFolder: "Sent",
      filesSentItself: false,
      authservId: null,
    },
    0,
  );
  mailboxId = connected.mailboxId;
});
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
  await server.stop();
});
afterAll(async () => {
  await office.close();
  await db.end();
  await here.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const environment = (): Record<string, string> => ({
  PATH: process.env.PATH ?? "",
  HOME: process.env.HOME ?? "",
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? "",
  AFTERWORD_DATA: dataFolder,
  AFTERWORD_TIME_TRAVEL: "1",
  AFTERWORD_LOG_LEVEL: "silent",
});

/** A mail to an employer that is due, and the server that it leaves by. */
async function due(script: Parameters<typeof startSmtpPeer>[0] = {}): Promise<OutboxId> {
  server = await startSmtpPeer(script);
  await db.query("update mailbox set smtp = $1", [JSON.stringify(onLoopback(server.port))]);
  const id = randomUUID() as OutboxId;
  const messageId = `${id}@reyes.example`;
  await here.app.store.transaction(async (tx) => {
    const { personId } = await tx.mailboxes.get(mailboxId);
    const row = {
      id,
      personId,
      mailboxId,
      purpose: "draft" as const,
      draftId: null,
      draftHash: null,
      candidacyId: null,
      messageId,
      envelopeFrom: ana.address,
      envelopeTo: "greta@employer.example",
      rfc822: Buffer.from(`Message-ID: <${messageId}>\r\nSubject: Thank you\r\n\r\nThank you for today.\r\n`),
      notBefore: here.clock.now(),
    };
    await tx.outbox.insert(row, here.clock.now());
  });
  return id;
}
const stateOf = async (id: OutboxId): Promise<string> =>
  (await db.query("select state from outbox where id = $1", [id])).rows[0]?.state;

const begin = (script: string, more: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, script)], {
    env: { ...environment(), ...more },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return child;
};
async function stopped(id: OutboxId, place: "before the gate" | "after the gate"): Promise<ChildProcess> {
  const child = begin("stopping-sender.ts", { STOP_AT: place, OUTBOX_ID: id });
  const [said] = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  expect(String(said)).toBe("stopped\n");
  return child;
}
async function goesOn(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGCONT");
  expect(await gone).toEqual([0, null]);
}
const leaseIsOver = async (id: OutboxId): Promise<void> => {
  await db.query("update outbox set lease = now() - interval '1 second' where id = $1", [id]);
  await sweep(here.app);
};
const bodiesHeard = () => server.heard().split("Thank you for today.").length - 1;

test("a sender that was stopped before its gate, past its lease, sends no byte when it goes on: another has sent, once", async () => {
  const id = await due();
  const first = await stopped(id, "before the gate");
  expect(await stateOf(id)).toBe("claimed");
  await leaseIsOver(id);
  expect(await stateOf(id)).toBe("queued");
  await sendDue(here.app, id);
  await goesOn(first);
  expect(server.accepted).toHaveLength(1);
  expect(bodiesHeard()).toBe(1);
  expect(await stateOf(id)).toBe("sent");
});

test("a sender that was stopped between its gate and the first byte sends no byte when it goes on: in doubt, the person was asked, and said send again", async () => {
  const id = await due();
  const first = await stopped(id, "after the gate");
  const since = performance.now();
  expect(await stateOf(id)).toBe("transmitting");
  await leaseIsOver(id);
  expect(await stateOf(id)).toBe("unknown");
  await here.clock.moveTo(here.clock.now().add({ minutes: 16 }));
  await reconcileSent(here.app, id);
  expect(await stateOf(id)).toBe("asked");
  await here.app.store.transaction((tx) => tx.outbox.move(id, "sendAgain", { notBefore: here.clock.now() }));
  await sendDue(here.app, id);
  // The time that the first one had for its mail passes while it is stopped.
  await wait(Math.max(0, 3_100 - (performance.now() - since)));
  await goesOn(first);
  expect(server.accepted).toHaveLength(1);
  expect(bodiesHeard()).toBe(1);
  expect(await stateOf(id)).toBe("sent");
});

test("SIGTERM while the server has not yet answered the mail: the worker hears the answer first, and the mail is sent, not in doubt", async () => {
  const answers = Promise.withResolvers<void>();
  const id = await due({ fault: { at: "dot", does: { until: answers.promise }, acceptsFirst: true } });
  const worker = begin("../../workers/outbox.ts");
  await eventually(() => server.accepted.length === 1, 100);
  const gone = once(worker, "exit");
  worker.kill("SIGTERM");
  await wait(300);
  expect(worker.exitCode).toBeNull();
  expect(await stateOf(id)).toBe("transmitting");
  answers.resolve();
  expect(await gone).toEqual([0, null]);
  expect(await stateOf(id)).toBe("sent");
  expect(server.connections()).toBe(1);
}, 90_000);

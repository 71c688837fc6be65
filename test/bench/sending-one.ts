import type { OutboxId } from "../../src/domain/ids.ts";
import { fileSent } from "../../src/flows/file-sent.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { cpuOfPostgres } from "./sending-processes.ts";
import { countStatements, openProgram, percentile, rounded } from "./sending-program.ts";
import { seedMailboxes, seedMails } from "./sending-seed.ts";
import { type Servers, startServers } from "./sending-servers.ts";

/** What one step of every mail took; `own` is the time in which no server was waited for. */
type Step = { readonly own: number[]; wall: number; waited: number; cpu: number; statements: number };

/** Cap and rhythm: a mailbox sends 20 a day, so each twenty have a mailbox of their own. */
const aDay = 20;

/** Sends and files one mail after the other, and tells apart what the servers took and what we took. */
export async function sendOneByOne(dataFolder: string, mails: number): Promise<object> {
  const servers = await startServers({
    answer: 5,
    mail: 20,
    slowMail: 0,
    slowEvery: 0,
    laterEvery: 0,
    mostConnections: 3,
  });
  const program = await openProgram(dataFolder, null);
  const { app, pool } = program;
  try {
    const mailboxes = Math.ceil(mails / aDay) + 1;
    await seedMailboxes(pool, dataFolder, mailboxes, servers);
    await seedMails(pool, { mailboxes, first: 1, last: aDay });
    const { rows } = await pool.query("select id from outbox order by envelope_from, envelope_to");
    const ids = rows.map(({ id }) => id as OutboxId);
    // The first ones warm up what a running program has warm.
    for (const id of ids.splice(0, aDay)) {
      await sendDue(app, id);
      await fileSent(app, id);
    }
    const statements = countStatements();
    const [sending, filing] = [newStep(), newStep()];
    const before = { seen: await servers.seen(), postgres: await cpuOfPostgres(pool) };
    for (const id of ids.slice(0, mails)) {
      await measure(servers, statements, sending, () => sendDue(app, id));
      await measure(servers, statements, filing, () => fileSent(app, id));
    }
    const after = { seen: await servers.seen(), postgres: await cpuOfPostgres(pool) };
    const states = await pool.query("select state, filed, count(*)::int from outbox group by 1, 2");
    return {
      mails,
      states: states.rows,
      accepted: after.seen.accepted - before.seen.accepted,
      sending: told(sending, mails),
      filing: told(filing, mails),
      postgresCpuMs: rounded((after.postgres - before.postgres) / mails),
      smtpConnections: rounded((after.seen.smtpConnections - before.seen.smtpConnections) / mails),
      imapConnections: rounded((after.seen.imapConnections - before.seen.imapConnections) / mails),
    };
  } finally {
    await program.end();
    await servers.stop();
  }
}

const newStep = (): Step => ({ own: [], wall: 0, waited: 0, cpu: 0, statements: 0 });

async function measure(
  servers: Servers,
  statements: () => number,
  step: Step,
  work: () => Promise<void>,
): Promise<void> {
  const { waitedFor } = await servers.seen();
  const asked = statements();
  const used = process.cpuUsage();
  const begun = performance.now();
  await work();
  const wall = performance.now() - begun;
  const { user, system } = process.cpuUsage(used);
  const waited = (await servers.seen()).waitedFor - waitedFor;
  step.own.push(wall - waited);
  step.wall += wall;
  step.waited += waited;
  step.cpu += (user + system) / 1_000;
  step.statements += statements() - asked;
}

function told({ own, wall, waited, cpu, statements }: Step, mails: number) {
  own.sort((a, b) => a - b);
  return {
    ownP50Ms: percentile(own, 0.5),
    ownP95Ms: percentile(own, 0.95),
    wallMs: rounded(wall / mails),
    serversMs: rounded(waited / mails),
    ownShare: rounded((wall - waited) / wall),
    cpuMs: rounded(cpu / mails),
    statements: rounded(statements / mails),
  };
}

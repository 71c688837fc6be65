/**
 * How long planning takes: `npm run bench:planning` prints four lines. One candidacy with 200 events in memory; 100,000 candidacies of 1,000
 * people (`-- --people 100` sets how many) planned anew after the policy has changed, on a real PostgreSQL, by one process and by two; then the
 * reminders of all of them rebuilt after the queue was wiped, on PostgreSQL and on Redis where there is one.
 */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pg from "pg";
import type { InterviewId } from "../../src/domain/ids.ts";
import { plan } from "../../src/domain/plan.ts";
import { defaultPreferences } from "../../src/domain/preferences.ts";
import { replanEverything } from "../../src/flows/replan-everything.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { publicHolidays } from "../../src/holidays.ts";
import type { Backend } from "../../src/queue/backend.ts";
import { postgresBackend } from "../../src/queue/on-postgres.ts";
import { redisBackend } from "../../src/queue/on-redis.ts";
import { createReminders } from "../../src/queue/reminders.ts";
import { openDatabase } from "../../src/store/connect.ts";
import { openKysely } from "../../src/store/database.ts";
import { openKeys } from "../../src/store/key-ring.ts";
import { migrate } from "../../src/store/migrate.ts";
import { createStore } from "../../src/store/store.ts";
import {
  at,
  byHand,
  contact,
  factsOf,
  greg,
  hana,
  interview,
  london,
  wrote,
} from "../domain/candidacy-facts.ts";
import { type PrivateRedis, startRedis } from "../support/private-redis.ts";
import { realServer } from "../support/real-servers.ts";

const { values } = parseArgs({
  options: { people: { type: "string", default: "1000" }, helping: { type: "string" } },
});
const people = Number(values.people);
const each = 100;
const now = at("2026-06-10 12:00");

if (values.helping) {
  await help(values.helping);
  process.exit(0);
}
console.log(oneCandidacy());

const dataFolder = await mkdtemp(join(tmpdir(), "afterword-bench-"));
const database = await openDatabase({ dataFolder, databaseUrl: null });
const pool = new pg.Pool(database.connection);
let redis: PrivateRedis | null = null;
try {
  await migrate(database.connection);
  await fill();
  const db = openKysely(database.connection, () => undefined);
  const store = createStore(db, await openKeys({ key: null, oldKey: null, dataFolder }, async () => false));
  const parts = { store, clock: { now: () => now }, ids: { uuid: randomUUID, token: randomUUID } };
  const app = { ...parts, holidays: publicHolidays() };
  const silent = { remind: async () => undefined, remindAll: async () => undefined };
  await replanEverything({ ...app, queue: silent });
  // A season's database is at rest; this one has just been filled, and the server would still be busy with that.
  await pool.query("vacuum analyze");
  // The policy has changed: every first check-in falls on another day.
  await pool.query(`update person set policy_version = 0, preferences = '{"afterPromise": 4}'`);
  const alone = await timed(() => replanEverything({ ...app, queue: silent }));
  console.log(`${people * each} candidacies planned anew after a change of policy, one process: ${alone}`);
  await pool.query(`update person set policy_version = 0, preferences = '{"afterPromise": 3}'`);
  const shared = await timed(() =>
    Promise.all([replanEverything({ ...app, queue: silent }), helper(database.connection)]),
  );
  console.log(`the same by two processes, the start of the second included: ${shared}`);

  // Everything is due at once, and the queue knows nothing of it.
  await pool.query("update candidacy set next_due_at = $1", [now.subtract({ hours: 1 }).toString()]);
  const rebuilt = async (name: string, backend: Backend) => {
    const reminders = createReminders(backend, app.clock);
    const seconds = await timed(() => sweep({ ...app, queue: reminders }));
    console.log(`${people * each} reminders rebuilt after the queue was wiped, ${name}: ${seconds}`);
    await reminders.close();
    await backend.close();
  };
  await rebuilt("PostgreSQL", await postgresBackend(database.connection, console.error));
  const server = realServer("redis-server");
  if (!server.missing) {
    redis = await startRedis(server.path);
    await rebuilt("Redis", await redisBackend(redis.url, console.error));
  }
  await db.destroy();
} finally {
  await redis?.stop();
  await pool.end();
  await database.close();
  await rm(dataFolder, { recursive: true, force: true });
}

/** A second process of the same program. */
async function helper(connection: pg.PoolConfig): Promise<void> {
  const file = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, [file, "--helping", JSON.stringify(connection)], {
    stdio: "inherit",
  });
  await once(child, "exit");
}

async function help(connection: string): Promise<void> {
  const db = openKysely(JSON.parse(connection), () => undefined);
  const keys = await openKeys(
    { key: null, oldKey: null, dataFolder: await mkdtemp(join(tmpdir(), "afterword-bench-")) },
    async () => false,
  );
  const queue = { remind: async () => undefined, remindAll: async () => undefined };
  await replanEverything({
    store: createStore(db, keys),
    clock: { now: () => now },
    ids: { uuid: randomUUID, token: randomUUID },
    holidays: publicHolidays(),
    queue,
  });
  await db.destroy();
}

/** CPU time, because the machine may be busy with other things. */
function oneCandidacy(): string {
  const words = Array.from({ length: 140 }, (_, n) =>
    (n % 2 ? wrote : byHand)(
      `2026-0${1 + (n % 5)}-${10 + (n % 18)} 10:${10 + (n % 49)}`,
      n % 3 ? greg : hana,
    ),
  );
  const interviews = Array.from({ length: 20 }, (_, n) => {
    const day = `2026-0${1 + (n % 4)}-${10 + (n % 18)}`;
    return interview(`${day} 14:00`, `${day} 15:00`, { id: `i-${n}` as InterviewId });
  });
  const history = Array.from({ length: 40 }, (_, n) => ({
    key: `check-in-1:${n}`,
    kind: "check_in" as const,
    status: "sent" as const,
    to: greg,
    sentAt: at(`2026-0${1 + (n % 4)}-15 10:00`),
    notBefore: null,
  }));
  const contacts = [contact("Greg Hill", greg), contact("Hana Ito", hana)];
  const facts = factsOf({ words, interviews, history, contacts });
  const rounds = 500;
  for (let round = 0; round < rounds; round += 1) plan(facts, defaultPreferences, london, now);
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) plan(facts, defaultPreferences, london, now);
  const { user } = process.cpuUsage(before);
  return `one candidacy with 200 events planned: ${(user / 1_000 / rounds).toFixed(2)} ms of CPU`;
}

async function timed(work: () => Promise<unknown>): Promise<string> {
  const begun = performance.now();
  const before = process.cpuUsage();
  await work();
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  const { user, system } = process.cpuUsage(before);
  return `${seconds} s (${((user + system) / 1_000_000).toFixed(1)} s of this process's CPU)`;
}

/** A person like the others: a hundred candidacies, each with an invitation, an answer, a talk, a promise and a contact. */
async function fill(): Promise<void> {
  const day = now.toString();
  await pool.query(
    `insert into person (id, name, address, zone, country, digest_at, created_at)
     select gen_random_uuid(), 'Person ' || n, 'p' || n || '@mail.example', 'Europe/London', 'GB', '07:30', $1
     from generate_series(1, $2::int) n`,
    [day, people],
  );
  await pool.query(
    `insert into mailbox (id, person_id, address, imap, smtp, login, password, sent_folder, connected_at)
     select gen_random_uuid(), id, address, '{}', '{}', 'x', '', 'Sent', $1 from person`,
    [day],
  );
  await pool.query(
    `insert into candidacy (id, person_id, number, employer, employer_domain, state, opened_at)
     select gen_random_uuid(), person.id, n, 'Employer ' || n, 'e' || n || '.example', 'awaiting_decision', $1::timestamptz - interval '20 days'
     from person, generate_series(1, $2::int) n`,
    [day, each],
  );
  for (const [direction, ago, kind] of [
    ["in", "20 days", "interview_invitation"],
    ["hand", "19 days", null],
    ["in", "10 days", "holding"],
  ])
    await pool.query(
      `insert into message (id, person_id, mailbox_id, identity, message_id, thread, direction, candidacy_id, from_name, from_address,
         recipients, subject, text, at, received_at, human, assessment)
       select gen_random_uuid(), c.person_id, m.id, gen_random_uuid()::text, null, '{}', $2, c.id, 'Greg', 'greg@' || c.employer_domain,
         '[]', 'Interview', repeat('word ', 200), $1::timestamptz - $3::interval - random() * interval '5 hours', $1, true,
         case when $4::text is null then null else jsonb_build_object('kind', $4::text, 'facts', '{}'::jsonb) end
       from candidacy c join mailbox m on m.person_id = c.person_id`,
      [day, direction, ago, kind],
    );
  await pool.query(
    `insert into contact (candidacy_id, address, name) select id, 'greg@' || employer_domain, 'Greg Hill' from candidacy`,
  );
  await pool.query(
    `insert into interview (id, candidacy_id, sequence, starts_at, ends_at, zone, title)
     select gen_random_uuid(), id, 0, at, at + interval '1 hour', 'Europe/London', 'Interview'
     from (select id, $1::timestamptz - interval '12 days' - random() * interval '5 hours' as at from candidacy) held`,
    [day],
  );
  await pool.query(
    `insert into promise (candidacy_id, made_at, due, quote) select id, $1::timestamptz - interval '10 days', $1::date - 3, 'By then.' from candidacy`,
    [day],
  );
  await pool.query("analyze");
}

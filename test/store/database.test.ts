import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { confirmationRows, digestRows, withToken } from "../../src/store/answerables.ts";
import { openDatabase } from "../../src/store/connect.ts";
import { type Db, openKysely } from "../../src/store/database.ts";
import { limits } from "../../src/store/limits.ts";
import { migrate } from "../../src/store/migrate.ts";
import { inTransaction } from "../../src/store/pipeline.ts";

let folder: string;
let database: Awaited<ReturnType<typeof openDatabase>>;
let db: ReturnType<typeof openKysely>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "afterword-store-"));
  database = await openDatabase({ dataFolder: folder, databaseUrl: null });
  db = openKysely(database.connection, () => undefined);
});
afterAll(async () => {
  await db.destroy();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

test.each([
  "2026-06-10T11:00:00Z",
  "2026-06-10T11:00:00.5Z",
  "2026-06-10T11:00:00.123Z",
  "2026-06-10T11:00:00.123456Z",
  "1969-12-31T23:59:59.999Z",
])("the instant %s comes out of the store as it went in, in every zone of the server", async (at) => {
  for (const zone of ["UTC", "Asia/Kolkata", "America/New_York"]) {
    const found = await db.connection().execute(async (one) => {
      await sql.raw(`set timezone to '${zone}'`).execute(one);
      return sql<{ at: { toString(): string } }>`select ${at}::timestamptz as at`.execute(one);
    });
    expect(found.rows[0]?.at.toString()).toBe(at);
  }
});

test("the running program waits for PostgreSQL for a while, migrations as long as they take", async () => {
  const asked = sql<{
    name: string;
    setting: string;
  }>`select name, setting from pg_settings where name like '%\\_timeout' order by name`;
  const { rows } = await asked.execute(db);
  const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, Number(setting)]));
  expect(settings).toMatchObject(limits);
  const client = new pg.Client(database.connection);
  await client.connect();
  const plain = await client.query("select current_setting('statement_timeout') as statement");
  await client.end();
  expect(plain.rows).toEqual([{ statement: "0" }]);
});

test("a token leads to its digest or its confirmation by an index, in whatever case it arrives", async () => {
  await migrate(database.connection);
  const plans = await db.connection().execute(async (one) => {
    await sql`set enable_seqscan to off`.execute(one);
    return [
      await digestRows(one).where(withToken("aB")).explain(),
      await confirmationRows(one).where(withToken("aB")).explain(),
    ].map((plan) => JSON.stringify(plan));
  });
  expect(plans).toEqual([
    expect.stringContaining("digest_by_token"),
    expect.stringContaining("confirmation_by_token"),
  ]);
});

test("a connection that is lost between two statements of a transaction fails the transaction, and nothing else", async () => {
  const working = db.transaction().execute(async (one) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(one);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db);
    // Not before its end has arrived here.
    for (let gone = false; !gone; ) {
      const left = await sql`select from pg_stat_activity where pid = ${rows[0]?.pid}`.execute(db);
      gone = left.rows.length === 0;
    }
    await sql`select 1`.execute(db);
    return sql`select 1`.execute(one);
  });
  await expect(working).rejects.toThrow();
  await expect(sql`select 1`.execute(db)).resolves.toBeDefined();
});

test("statements that are asked for at once share a transaction: where one fails, what went on beside it leaves nothing behind", async () => {
  await sql`create table if not exists beside (n int)`.execute(db);
  const write = (one: Db, n: number) => sql`insert into beside values (${n}::int)`.execute(one);
  let goingOn: Promise<unknown> = Promise.resolve();
  const working = inTransaction(db, async (one) => {
    const slow = async () => {
      await write(one, 1);
      await sql`select pg_sleep(0.05)`.execute(one);
      await write(one, 2);
    };
    goingOn = slow();
    await Promise.all([goingOn, sql`select 1 / 0`.execute(one)]);
  });
  await expect(working).rejects.toThrow("division by zero");
  await expect(goingOn).rejects.toThrow();
  await inTransaction(db, (one) => Promise.all([write(one, 3), write(one, 4)]));
  const { rows } = await sql`select n from beside order by n`.execute(db);
  expect(rows).toEqual([{ n: 3 }, { n: 4 }]);
});

test("what goes on after its transaction was given up is refused, and does not stand by itself", async () => {
  await sql`create table if not exists late (n int)`.execute(db);
  const late: Promise<unknown>[] = [];
  const working = inTransaction(db, async (one) => {
    await sql`select 1`.execute(one);
    // Comes while the rollback is on its way.
    setImmediate(() => late.push(sql`insert into late values (1)`.execute(one).catch(String)));
    throw new Error("given up");
  });
  await expect(working).rejects.toThrow("given up");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await Promise.all(late)).toEqual(["Error: the transaction is over"]);
  expect((await sql`select * from late`.execute(db)).rows).toEqual([]);
});

import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "../../src/store/connect.ts";
import { migrate } from "../../src/store/migrate.ts";

let data: string;
let database: Database;
let client: pg.Client;
let folder: string;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "afterword-migrate-"));
  database = await openDatabase({ dataFolder: data, databaseUrl: null });
  client = new pg.Client(database.connection);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.close();
  await rm(data, { recursive: true });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "afterword-migrations-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await client.query("drop schema public cascade; create schema public");
});

const write = (name: string, sql: string) => writeFile(join(folder, name), sql);
const run = () => migrate(database.connection, folder);
const tables = async () =>
  (await client.query("select tablename from pg_tables where schemaname = 'public' order by 1")).rows.map(
    (row) => row.tablename,
  );

test("the program's own migrations make its tables, and a second run finds nothing to do", async () => {
  expect(await migrate(database.connection)).toContain("0001-first.sql");
  expect(await tables()).toEqual(
    expect.arrayContaining(["candidacy", "journal", "outbox", "schema_migration"]),
  );
  expect(await migrate(database.connection)).toEqual([]);
});

test("migrations run in order, and later ones are added to those that ran", async () => {
  await write("0002-second.sql", "insert into first values (2); create table second (n int)");
  await write("0001-first.sql", "create table first (n int)");
  expect(await run()).toEqual(["0001-first.sql", "0002-second.sql"]);
  await write("0003-third.sql", "create table third (n int)");
  expect(await run()).toEqual(["0003-third.sql"]);
  expect(await tables()).toEqual(["first", "schema_migration", "second", "third"]);
});

test("processes that start together run each migration once", async () => {
  await write(
    "0001-first.sql",
    "create table first (n int); select pg_sleep(0.2); insert into first values (1)",
  );
  const runs = await Promise.all([run(), run(), run(), run()]);
  expect(runs.flat()).toEqual(["0001-first.sql"]);
  expect((await client.query("select n from first")).rows).toEqual([{ n: 1 }]);
});

test("a migration that fails leaves nothing of itself, keeps those before it, and runs again when put right", async () => {
  await write("0001-first.sql", "create table first (n int)");
  await write("0002-second.sql", "create table second (n int); insert into nowhere values (1)");
  await expect(run()).rejects.toThrow(/^The migration 0002-second.sql failed and was undone \(.*nowhere.*\)/);
  expect(await tables()).toEqual(["first", "schema_migration"]);
  await write("0002-second.sql", "create table second (n int)");
  expect(await run()).toEqual(["0002-second.sql"]);
});

test("a migration that was changed after it ran is refused, other line ends are no change", async () => {
  await write("0001-first.sql", "create table first (\nn int)\n");
  await run();
  await write("0001-first.sql", "create table first (\r\nn int)\r\n");
  expect(await run()).toEqual([]);
  await write("0001-first.sql", "create table first (m int)");
  await expect(run()).rejects.toThrow(
    /0001-first.sql was changed after it had been applied; restore the file/,
  );
});

test("a database newer than the program is refused", async () => {
  await write("0001-first.sql", "create table first (n int)");
  await write("0002-second.sql", "create table second (n int)");
  await run();
  await rm(join(folder, "0002-second.sql"));
  await expect(run()).rejects.toThrow(
    /brought up to 0002-second.sql by a newer Afterword; update this program/,
  );
});

test("a migration that would run out of order is refused", async () => {
  await write("0002-second.sql", "create table second (n int)");
  await run();
  await write("0001-first.sql", "create table first (n int)");
  await expect(run()).rejects.toThrow(/0001-first.sql comes before 0002-second.sql/);
});

test("two migrations of one number, or one with a wrong name, are a mistake of ours and throw", async () => {
  await write("0001-first.sql", "");
  await write("0001-other.sql", "");
  await expect(run()).rejects.toThrow(/each number once/);
  await rename(join(folder, "0001-other.sql"), join(folder, "2-other.sql"));
  await expect(run()).rejects.toThrow(/NNNN-name.sql/);
});

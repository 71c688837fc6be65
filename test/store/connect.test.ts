import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../../src/store/connect.ts";

let data: string;
let embedded: Database;
let url: string;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "afterword-connect-"));
  embedded = await openDatabase({ dataFolder: data, databaseUrl: null });
  // The embedded server serves as the server of DATABASE_URL too: an address may name a socket.
  url = `postgres://afterword@/afterword?host=${encodeURIComponent(String(embedded.connection.host))}`;
});
afterAll(async () => {
  await embedded.close();
  await rm(data, { recursive: true });
});

const open = (databaseUrl: string) => openDatabase({ dataFolder: data, databaseUrl });

test("DATABASE_URL is used instead of the embedded server, and closing it stops nothing", async () => {
  const server = await open(url);
  expect(server.mode).toBe("server");
  const pool = new pg.Pool(server.connection);
  expect((await pool.query("select current_database() as name")).rows).toEqual([{ name: "afterword" }]);
  await server.close();
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

test("one connection serves any number of pools", async () => {
  const pools = [1, 2, 3].map(() => new pg.Pool(embedded.connection));
  for (const pool of pools) expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await Promise.all(pools.map((pool) => pool.end()));
});

test("a server that cannot be reached is answered with its address and what to do, without the password", async () => {
  await expect(open("postgres://sam:canary@127.0.0.1:1/afterword")).rejects.toThrow(
    /^PostgreSQL at 127\.0\.0\.1:1\/afterword \(DATABASE_URL\) cannot be reached: (?!.*canary).*; check that it runs/,
  );
});

test("a database that does not exist is answered", async () => {
  await expect(open(url.replace("/afterword?", "/nowhere?"))).rejects.toThrow(
    /database "nowhere" does not exist/,
  );
});

test("a server that forgets what it committed is refused, for a mail could go out twice", async () => {
  await expect(open(`${url}&options=${encodeURIComponent("-c synchronous_commit=off")}`)).rejects.toThrow(
    /synchronous_commit is off.*twice/,
  );
});

import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openKysely } from "../../src/store/database.ts";
import { kept, ownWork, rowsOf } from "../../src/store/everything-view.ts";
import { invitation } from "../support/letter.ts";
import { plantCanaries } from "../support/planted-canaries.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let db: ReturnType<typeof openKysely>;
let ana: Connected;
let ben: Connected;
const canary = `canary${randomBytes(8).toString("hex")}`;

beforeAll(async () => {
  here = await openReceivingApp();
  db = openKysely(here.connection, () => undefined);
  ana = await here.connect();
  await here.deliver(ana, invitation());
  here.at("2026-05-22T07:30");
  await here.pass();
  await here.digest(ana);
  await plantCanaries(here.query, canary);
  ben = await here.connect({ name: "Ben Oduya", address: "ben@oduya.example" });
  await here.deliver(ben, invitation({ to: "Ben Oduya <ben@oduya.example>" }));
});
afterAll(async () => {
  await db.destroy();
  await here.close();
});

test("every table is in an export, or is known to be the program's own work", async () => {
  const tables = await here.query("select tablename from pg_tables where schemaname = 'public'");
  expect([...kept.map(({ table }) => table), ...ownWork].sort()).toEqual(
    tables.map(({ tablename }) => tablename).sort(),
  );
});

test("an export has rows of every kind, and of each everything but secrets and bytes", async () => {
  const rows = await rowsOf(db, ana.personId);
  for (const { name, table, without = [] } of kept) {
    expect(rows[name]?.length, name).toBeGreaterThan(0);
    const columns = await here.query(
      "select column_name from information_schema.columns where table_schema = 'public' and table_name = $1",
      [table],
    );
    const left = columns
      .map(({ column_name }) => column_name)
      .filter((one) => !(one in (rows[name]?.[0] ?? {})));
    expect(left.sort(), name).toEqual([...(table === "mailbox" ? ["password"] : []), ...without].sort());
  }
  const text = JSON.stringify(rows);
  expect(text).toContain(canary);
  // Bytes would be written as hexadecimal.
  expect(text).not.toMatch(/"\\\\x/);
});

test("an export has nothing of anybody else", async () => {
  const hers = JSON.stringify(await rowsOf(db, ana.personId));
  const his = JSON.stringify(await rowsOf(db, ben.personId));
  expect(hers).toContain(canary);
  expect(his).toContain("ben@oduya.example");
  for (const word of [ben.personId, ben.mailboxId, "ben@oduya.example"]) expect(hers).not.toContain(word);
  for (const word of [ana.personId, ana.mailboxId, canary]) expect(his).not.toContain(word);
});

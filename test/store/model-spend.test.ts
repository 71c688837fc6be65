import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { PersonId } from "../../src/domain/ids.ts";
import type { ModelSpend } from "../../src/ports/model-spend.ts";
import { openDatabase } from "../../src/store/connect.ts";
import { openKysely } from "../../src/store/database.ts";
import { openKeys } from "../../src/store/key-ring.ts";
import { migrate } from "../../src/store/migrate.ts";
import { createModelSpend } from "../../src/store/model-spend.ts";
import { createStore } from "../../src/store/store.ts";

const ana = "00000000-0000-4000-8000-000000000001" as PersonId;
const ben = "00000000-0000-4000-8000-000000000002" as PersonId;
const noon = Temporal.Instant.from("2026-05-18T12:00:00Z");
const tokens = (many: number) => ({ tokens: many, cost: 0 });
const unpriced = (most: number) => ({ tokens: most, cost: null });
let folder: string;
let database: Awaited<ReturnType<typeof openDatabase>>;
let db: ReturnType<typeof openKysely>;
let spend: ModelSpend;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "afterword-spend-"));
  database = await openDatabase({ dataFolder: folder, databaseUrl: null });
  await migrate(database.connection);
  db = openKysely(database.connection, () => undefined);
  spend = createModelSpend(db);
  const store = createStore(
    db,
    await openKeys({ key: null, oldKey: null, dataFolder: folder }, async () => false),
  );
  const person = { country: "GB", digestAt: "07:30" };
  await store.transaction(async (tx) => {
    await tx.people.insert(
      { ...person, id: ana, name: "Ana", address: "ana@reyes.example", zone: "Europe/London" },
      noon,
    );
    await tx.people.insert(
      { ...person, id: ben, name: "Ben", address: "ben@oduya.example", zone: "Pacific/Auckland" },
      noon,
    );
  });
});
afterAll(async () => {
  await db.destroy();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await db.deleteFrom("model_spend").execute();
});

const spent = () =>
  db.selectFrom("model_spend").select(["local_date", "tokens", "cost"]).orderBy("local_date").execute();

test("a day's tokens are given out up to the last one, and not one more", async () => {
  expect(await spend.reserve(ana, noon, tokens(60), unpriced(100))).not.toBeNull();
  expect(await spend.reserve(ana, noon, tokens(41), unpriced(100))).toBeNull();
  expect(await spend.reserve(ana, noon, tokens(40), unpriced(100))).not.toBeNull();
  expect(await spent()).toMatchObject([{ tokens: 100 }]);
});

test("one question that is larger than the whole day is refused", async () => {
  expect(await spend.reserve(ana, noon, tokens(101), unpriced(100))).toBeNull();
  expect(await spend.reserve(ana, noon, { tokens: 1, cost: 11 }, { tokens: 100, cost: 10 })).toBeNull();
  expect(await spent()).toEqual([]);
});

test("money is a limit of its own", async () => {
  const most = { tokens: 1_000_000, cost: 10 };
  expect(await spend.reserve(ana, noon, { tokens: 5, cost: 6 }, most)).not.toBeNull();
  expect(await spend.reserve(ana, noon, { tokens: 5, cost: 5 }, most)).toBeNull();
  expect(await spend.reserve(ana, noon, { tokens: 5, cost: 4 }, most)).not.toBeNull();
});

test("what was used takes the place of what was set aside, on the day on which it was", async () => {
  const day = await spend.reserve(ana, noon, { tokens: 90, cost: 9 }, unpriced(100));
  if (!day) throw new Error("refused");
  await spend.settle(ana, day, { tokens: 90, cost: 9 }, { tokens: 30, cost: 3 });
  expect(await spent()).toMatchObject([{ tokens: 30, cost: 3 }]);
  expect(await spend.reserve(ana, noon, tokens(70), unpriced(100))).not.toBeNull();
});

test("the day is the one where the person lives, and each person has an own allowance", async () => {
  expect((await spend.reserve(ana, noon, tokens(100), unpriced(100)))?.toString()).toBe("2026-05-18");
  expect((await spend.reserve(ben, noon, tokens(100), unpriced(100)))?.toString()).toBe("2026-05-19");
  const lateInLondon = Temporal.Instant.from("2026-05-18T22:59:59Z");
  expect(await spend.reserve(ana, lateInLondon, tokens(1), unpriced(100))).toBeNull();
  expect(await spend.reserve(ana, lateInLondon.add({ seconds: 1 }), tokens(1), unpriced(100))).not.toBeNull();
});

test("ten processes at once never go over the allowance together, and lose none of it (SAFETY R48)", async () => {
  const script = join(import.meta.dirname, "model-spender.ts");
  const args = [script, JSON.stringify(database.connection), ana, "20"];
  const runs = await Promise.all(
    Array.from({ length: 10 }, () => promisify(execFile)(process.execPath, args)),
  );
  const done = runs.map(({ stdout }): { reserved: number; settled: number } => JSON.parse(stdout));
  const reserved = done.reduce((sum, one) => sum + one.reserved, 0);
  const settled = done.reduce((sum, one) => sum + one.settled, 0);
  const [row] = await spent();
  expect(row?.tokens).toBe(reserved * 1_000 - settled * 600);
  expect(row?.cost).toBe(reserved * 300 - settled * 200);
  expect(row?.tokens).toBeLessThanOrEqual(50_500);
  expect(reserved).toBeLessThan(200);
  const left = 50_500 - (row?.tokens ?? 0);
  expect(await spend.reserve(ana, noon, tokens(left), unpriced(50_500))).not.toBeNull();
  expect(await spend.reserve(ana, noon, tokens(1), unpriced(50_500))).toBeNull();
});

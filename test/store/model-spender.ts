import { Temporal } from "temporal-polyfill";
import type { PersonId } from "../../src/domain/ids.ts";
import { openKysely } from "../../src/store/database.ts";
import { createModelSpend } from "../../src/store/model-spend.ts";

/** A process that asks a model as often as it may: reserves and settles in turns until its tries are used up, and says how often it was let. */
const [connection = "{}", person = "", tries = "0"] = process.argv.slice(2);
const db = openKysely({ ...JSON.parse(connection), max: 4 }, () => undefined);
const spend = createModelSpend(db);
const wanted = { tokens: 1_000, cost: 300 };
let reserved = 0;
let settled = 0;
const ask = async (n: number): Promise<void> => {
  const id = person as PersonId;
  const at = Temporal.Instant.from("2026-05-18T09:00:00Z");
  const day = await spend.reserve(id, at, wanted, { tokens: 50_500, cost: null });
  if (!day) return;
  reserved += 1;
  if (n % 2 === 0) return;
  await spend.settle(id, day, wanted, { tokens: 400, cost: 100 });
  settled += 1;
};
await Promise.all(Array.from({ length: Number(tries) }, (_, n) => ask(n)));
console.log(JSON.stringify({ reserved, settled }));
await db.destroy();

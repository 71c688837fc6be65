import { type Kysely, sql } from "kysely";
import type { KeyRing } from "./key-ring.ts";
import type { Schema } from "./schema.ts";
import { keyIdOf } from "./seal.ts";
import { openSealed, type SealedPlace, sealedFields, sealFor, sealingLock } from "./sealed-fields.ts";

/**
 * Changes the key of this installation: every sealed value is wrapped anew, each in a transaction of its own, and only then the old key goes
 * (SAFETY R50). Wherever it is killed, both keys are there and open what they sealed; the next call goes on. Other processes may run meanwhile.
 * @returns how many values were sealed anew by this call.
 * @throws SetupError when a value cannot be opened; the change then stays begun, with both keys.
 */
export async function rotateKey(db: Kysely<Schema>, keys: KeyRing): Promise<number> {
  await keys.beginChange();
  let count = 0;
  for (;;) {
    for (const place of await sealedWithOld(db, keys)) count += await wrapAnew(db, keys, place);
    if (await endChange(db, keys)) return count;
  }
}

/** False when somebody sealed something with the old key since. */
const endChange = (db: Kysely<Schema>, keys: KeyRing): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sealingLock})`.execute(tx);
    if ((await sealedWithOld(tx, keys)).length > 0) return false;
    await keys.endChange();
    return true;
  });

async function sealedWithOld(db: Kysely<Schema>, keys: KeyRing): Promise<readonly SealedPlace[]> {
  const { id: newest } = await keys.sealing();
  const places: SealedPlace[] = [];
  for (const { table, field } of sealedFields) {
    const rows = await db.selectFrom(table).select(["id", field]).orderBy("id").execute();
    for (const row of rows)
      if (!keyIdOf(row[field]).equals(newest)) places.push({ table, field, id: row.id });
  }
  return places;
}

/** Gives 0 where the row is gone, or somebody else was first. */
const wrapAnew = (db: Kysely<Schema>, keys: KeyRing, place: SealedPlace): Promise<0 | 1> =>
  db.transaction().execute(async (tx) => {
    const { table, field, id } = place;
    const row = await tx
      .selectFrom(table)
      .select(field)
      .where(sql.ref("id"), "=", id)
      .forUpdate()
      .executeTakeFirst();
    const { id: newest } = await keys.sealing();
    if (!row || keyIdOf(row[field]).equals(newest)) return 0;
    const sealed = await sealFor(tx, keys, place, await openSealed(keys, place, row[field]));
    await tx
      .updateTable(table)
      .set({ [field]: sealed })
      .where(sql.ref("id"), "=", id)
      .execute();
    return 1;
  });

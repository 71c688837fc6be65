import { sql } from "kysely";
import type { Db } from "./database.ts";
import type { KeyRing } from "./key-ring.ts";
import { keyIdOf, seal, unseal } from "./seal.ts";

/** Every column that holds sealed values: a change of keys goes over all of them. Their rows have an `id`. */
export const sealedFields = [{ table: "mailbox", field: "password" }] as const;

/** One sealed value. */
export type SealedPlace = (typeof sealedFields)[number] & { readonly id: string };

/** Any number that no other advisory lock of the program uses. Whoever seals shares it until the value is committed; whoever ends a change of keys has it alone. */
export const sealingLock = 7_301_202;

/** Seals a value for its place, with the newest key, in a transaction whose end keeps a change of keys from ending without it (SAFETY R50). */
export async function sealFor(db: Db, keys: KeyRing, place: SealedPlace, value: string): Promise<Buffer> {
  await sql`select pg_advisory_xact_lock_shared(${sealingLock})`.execute(db);
  return seal(await keys.sealing(), aadOf(place), value);
}

/** @throws SetupError when the value is not sealed, is sealed with a key that is not here, or was altered or moved. */
export async function openSealed(keys: KeyRing, place: SealedPlace, sealed: Buffer): Promise<string> {
  const key = (await keys.withId(keyIdOf(sealed))) ?? (await keys.sealing());
  return unseal(key, aadOf(place), sealed);
}

/** Additional authenticated data: a sealed value opens only in its own row and field. */
const aadOf = ({ table, id, field }: SealedPlace): string => `${table}/${id}/${field}`;

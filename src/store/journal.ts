import { sql } from "kysely";
import type { Journal, JournalRow } from "../ports/store.ts";
import type { Db } from "./database.ts";

export const journal = (db: Db): Journal => ({
  append: async (entry) => {
    await db
      .insertInto("journal")
      .values({
        person_id: entry.personId,
        candidacy_id: entry.candidacyId,
        at: entry.at,
        type: entry.type,
        by: entry.by,
        says: entry.says,
        evidence: entry.evidence ?? [],
        data: JSON.stringify(entry.data ?? {}),
      })
      .execute();
  },
  ofCandidacy: async (id) =>
    (await rows(db).where("candidacy_id", "=", id).orderBy("id").execute()).map(entryOf),
  tellsFirst: async (id, outboxId) => {
    const row = await rows(db)
      .where("candidacy_id", "=", id)
      .where(sql<boolean>`data @> ${JSON.stringify({ outbox: outboxId, tellsFirst: true })}::jsonb`)
      .orderBy("id")
      .executeTakeFirst();
    return row ? entryOf(row) : null;
  },
  unseen: async (personId, seen) =>
    (
      await rows(db)
        .where("person_id", "=", personId)
        // What the first reading found is no news of today: its end is told in one line.
        .where(sql<boolean>`not coalesce(data ? 'history', false)`)
        .$if(seen !== null, (query) =>
          query.where(sql<boolean>`not pg_visible_in_snapshot(tx, ${seen}::pg_snapshot)`),
        )
        .orderBy("id")
        .execute()
    ).map(entryOf),
  repairs: async (personId) =>
    (
      await rows(db)
        .where("person_id", "=", personId)
        .where("type", "in", ["repaired", "undone"])
        .where(sql<boolean>`data ? 'repair'`)
        .orderBy("id")
        .execute()
    ).map(entryOf),
  since: async (personId, after) =>
    (await rows(db).where("person_id", "=", personId).where("at", ">", after).orderBy("id").execute()).map(
      entryOf,
    ),
});

const rows = (db: Db) => db.selectFrom("journal").selectAll();

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

export const entryOf = (row: Row): JournalRow => ({
  id: row.id,
  personId: row.person_id,
  candidacyId: row.candidacy_id,
  at: row.at,
  type: row.type,
  by: row.by,
  says: row.says,
  evidence: row.evidence,
  data: row.data,
});

import { evidenceOf } from "../domain/employer-reading.ts";
import type { Db } from "./database.ts";

/**
 * One candidacy with everything that the faces show of it, or null. With several people on one instance a number is that of the
 * first one who has it, as for the commands that decide.
 */
export async function candidacyView(db: Db, number: number) {
  const row = await db
    .selectFrom("candidacy")
    .innerJoin("person", "person.id", "candidacy.person_id")
    .selectAll("candidacy")
    .where("candidacy.number", "=", number)
    .orderBy("person.created_at")
    .executeTakeFirst();
  if (!row) return null;
  const { id } = row;
  return {
    row,
    /** The row under the names that both faces give its columns. */
    shown: {
      number: row.number,
      employer: row.employer,
      role: row.role,
      state: row.state,
      reason: row.close_reason,
      size: row.size,
      size_by: row.size_by,
      country: row.country,
      zone: row.zone,
      /** Whence size, country and zone are known, one sentence each. */
      reading: evidenceOf(row.reading),
      because: row.because,
      next_due: row.next_due_at,
      closes_at: row.closes_at,
    },
    journal: await db
      .selectFrom("journal")
      .select(["id", "at", "type", "by", "says", "evidence"])
      .where("candidacy_id", "=", id)
      .orderBy("id")
      .execute(),
    interviews: await db
      .selectFrom("interview")
      .select(["starts_at", "ends_at", "zone", "title", "place", "cancelled", "people"])
      .where("candidacy_id", "=", id)
      .orderBy("starts_at")
      .execute(),
    followUps: await db
      .selectFrom("follow_up")
      .select(["kind", "ordinal", "status", "due_at", "to_address as to", "reason", "rule", "sent_at"])
      .where("candidacy_id", "=", id)
      .orderBy("due_at")
      .execute(),
    contacts: await db
      .selectFrom("contact")
      .select(["name", "address", "ended"])
      .where("candidacy_id", "=", id)
      .orderBy("address")
      .execute(),
  };
}

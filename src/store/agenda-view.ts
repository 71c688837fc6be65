import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { AgendaSource, OpenFollowUp, Revision } from "../domain/agenda.ts";
import type { CandidacyId, PersonId } from "../domain/ids.ts";
import type { Db } from "./database.ts";
import { factsOf } from "./facts.ts";
import { people } from "./people.ts";

/** What may stand in the calendar of the person whose feed has that secret token, one source a candidacy, or null where no feed has it. */
export async function agendaView(db: Db, token: string): Promise<readonly AgendaSource[] | null> {
  const owner = await ownerOf(db, token);
  return owner === null ? null : agendaOfPerson(db, owner);
}

/** What may stand in the calendar of that person, one source a candidacy. */
export async function agendaOfPerson(db: Db, owner: PersonId): Promise<readonly AgendaSource[]> {
  const revisions = await revisionsOf(db, owner);
  const open = await openFollowUpsOf(db, owner);
  const ids = await db.selectFrom("candidacy").select("id").where("person_id", "=", owner).execute();
  const facts = await factsOf(
    db,
    await people(db).get(owner),
    ids.map(({ id }) => id),
  );
  return [...facts.values()].map((known) => {
    const { id, openedAt } = known.candidacy;
    return {
      facts: known,
      open: open.get(id) ?? [],
      revision: revisions.get(id) ?? { number: 0, at: openedAt },
    };
  });
}

/** Hashes are compared: how long that takes tells nothing of a token that is nearly right, and no log of PostgreSQL holds one (SAFETY R53). */
async function ownerOf(db: Db, token: string): Promise<PersonId | null> {
  const row = await db
    .selectFrom("person")
    .select("id")
    .where(sql`sha256(convert_to(feed_token, 'UTF8'))`, "=", createHash("sha256").update(token).digest())
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Whatever changes a candidacy leaves a journal row, a merge and an undo too: the number of the newest one never falls back. */
async function revisionsOf(db: Db, owner: PersonId): Promise<ReadonlyMap<CandidacyId | null, Revision>> {
  const newest = await db
    .selectFrom("journal")
    .select(({ fn }) => ["candidacy_id", fn.max("id").as("number"), fn.max("written_at").as("at")])
    .where("person_id", "=", owner)
    .where("candidacy_id", "is not", null)
    .groupBy("candidacy_id")
    .execute();
  return new Map(newest.map(({ candidacy_id, number, at }) => [candidacy_id, { number, at }]));
}

async function openFollowUpsOf(
  db: Db,
  owner: PersonId,
): Promise<ReadonlyMap<CandidacyId, readonly OpenFollowUp[]>> {
  const rows = await db
    .selectFrom("follow_up")
    .innerJoin("candidacy", "candidacy.id", "follow_up.candidacy_id")
    .selectAll("follow_up")
    .where("candidacy.person_id", "=", owner)
    .where("follow_up.status", "in", ["planned", "offered"])
    .execute();
  const open = rows.map((row) => ({
    of: row.candidacy_id,
    id: row.id,
    kind: row.kind,
    dueAt: row.due_at,
    staleAt: row.stale_at,
    to: row.to_address === null ? null : { name: row.to_name ?? "", address: row.to_address },
    needsOccasion: row.needs_occasion,
  }));
  return Map.groupBy(open, ({ of }) => of);
}

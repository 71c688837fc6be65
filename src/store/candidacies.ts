import { sql } from "kysely";
import type { Candidacy } from "../domain/candidacy.ts";
import type { Candidacies, CandidacyRow } from "../ports/store.ts";
import { belongings } from "./belongings.ts";
import { contacts, interviews, promises } from "./candidacy-parts.ts";
import { type Db, isoOf } from "./database.ts";
import { factsOf } from "./facts.ts";
import { interviewChanges } from "./interview-changes.ts";
import { linkCandidatesOf } from "./link-candidates.ts";
import { ownPreferencesOf } from "./own-preferences.ts";

/**
 * Candidacies are locked "for no key update": a journal row or a mail of a candidacy, which refers to it, can be written meanwhile. Whoever has an
 * outbox row and writes its journal would else wait for those who have the candidacy and want that outbox row.
 */
export const candidacies = (db: Db): Candidacies => ({
  open: async (candidacy) => {
    const { next_number: number } = await db
      .updateTable("person")
      .set({ next_number: sql`next_number + 1` })
      .where("id", "=", candidacy.personId)
      .returning(sql<number>`next_number - 1`.as("next_number"))
      .executeTakeFirstOrThrow();
    const row = await db
      .insertInto("candidacy")
      .values({
        id: candidacy.id,
        person_id: candidacy.personId,
        number,
        employer: candidacy.employer,
        employer_domain: candidacy.employerDomain,
        role: candidacy.role,
        state: candidacy.state,
        size: candidacy.size,
        size_by: candidacy.sizeBy,
        country: candidacy.country,
        zone: candidacy.zone,
        opened_at: candidacy.openedAt,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return candidacyOf(row);
  },
  linkCandidates: (personId) => linkCandidatesOf(db, personId),
  lock: async (id) =>
    candidacyOf(await rows(db).where("id", "=", id).forNoKeyUpdate().executeTakeFirstOrThrow()),
  lockAll: async (personId) =>
    (
      await db
        .selectFrom("candidacy")
        .select("id")
        .where("person_id", "=", personId)
        .orderBy("id")
        .forNoKeyUpdate()
        .execute()
    ).map(({ id }) => id),
  byNumber: async (personId, number) => {
    const row = await rows(db)
      .where("person_id", "=", personId)
      .where("number", "=", number)
      .executeTakeFirst();
    return row ? rowOf(row) : null;
  },
  all: async (personId) =>
    (await rows(db).where("person_id", "=", personId).orderBy("number").execute()).map(rowOf),
  update: async (id, change) => {
    const columns = {
      ...(change.state !== undefined && { state: change.state }),
      ...(change.closeReason !== undefined && { close_reason: change.closeReason }),
      ...(change.stateBefore !== undefined && { state_before: change.stateBefore }),
      ...(change.size !== undefined && { size: change.size }),
      ...(change.sizeBy !== undefined && { size_by: change.sizeBy }),
      ...(change.employer !== undefined && { employer: change.employer }),
      ...(change.employerDomain !== undefined && { employer_domain: change.employerDomain }),
      ...(change.role !== undefined && { role: change.role }),
      ...(change.zone !== undefined && { zone: change.zone }),
      ...(change.country !== undefined && { country: change.country }),
      ...(change.mergedInto !== undefined && { merged_into: change.mergedInto }),
      ...(change.offerDeadline !== undefined && { offer_deadline: change.offerDeadline }),
      ...(change.weighs !== undefined && { weighs: change.weighs }),
      ...(change.preferences !== undefined && { preferences: JSON.stringify(change.preferences) }),
      ...(change.reading !== undefined && { reading: JSON.stringify(change.reading) }),
      ...(change.noMore !== undefined && { no_more: change.noMore }),
      ...(change.every !== undefined && { every_w: change.every }),
      ...(change.breakupAskedAt !== undefined && { breakup_asked_at: change.breakupAskedAt }),
      ...(change.stagesTold !== undefined && { stages_told: change.stagesTold }),
    };
    if (Object.keys(columns).length > 0)
      await db.updateTable("candidacy").set(columns).where("id", "=", id).execute();
  },
  reopen: async (id, at) => {
    await db.updateTable("candidacy").set({ reopened_at: at }).where("id", "=", id).execute();
  },
  countWord: async (id) => {
    await db.updateTable("candidacy").set({ word_count: sql`word_count + 1` }).where("id", "=", id).execute();
  },
  storePlans: async (plans) => {
    const given = plans.map(({ id, plan, nextDueAt }) => ({
      id,
      because: plan.because,
      closes_at: plan.closesAt ? isoOf(plan.closesAt.at) : null,
      next_due_at: nextDueAt ? isoOf(nextDueAt) : null,
    }));
    await sql`
      update candidacy set because = given.because, closes_at = given.closes_at, next_due_at = given.next_due_at
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as given(id uuid, because text, closes_at timestamptz, next_due_at timestamptz)
      where candidacy.id = given.id and
        (candidacy.because, candidacy.closes_at, candidacy.next_due_at)
          is distinct from (given.because, given.closes_at, given.next_due_at)`.execute(db);
  },
  facts: async (id, person) => {
    const facts = (await factsOf(db, person, [id])).get(id);
    if (!facts) throw new Error("there is no such candidacy");
    return facts;
  },
  factsOfMany: (person, ids) => factsOf(db, person, ids),
  addOccasion: async (id, { id: occasionId, at, says, by, vacancy, messageId }) => {
    await db
      .insertInto("occasion")
      .values({ id: occasionId, candidacy_id: id, at, says, by, vacancy, message_id: messageId ?? null })
      .execute();
  },
  due: async (now) =>
    (
      await db
        .selectFrom("candidacy")
        .select(["id", "next_due_at"])
        .where("next_due_at", "<=", now)
        .orderBy("next_due_at")
        .execute()
    ).flatMap((row) => (row.next_due_at ? [{ id: row.id, at: row.next_due_at }] : [])),
  ...interviews(db),
  ...contacts(db),
  ...promises(db),
  ...interviewChanges(db),
  ...belongings(db),
});

const rows = (db: Db) => db.selectFrom("candidacy").selectAll();

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

export const candidacyOf = (row: Row): Candidacy => ({
  id: row.id,
  personId: row.person_id,
  number: row.number,
  employer: row.employer,
  employerDomain: row.employer_domain,
  role: row.role,
  state: row.state,
  closeReason: row.close_reason,
  stateBefore: row.state_before,
  size: row.size,
  sizeBy: row.size_by,
  country: row.country,
  zone: row.zone,
  wordCount: row.word_count,
  openedAt: row.opened_at,
  mergedInto: row.merged_into,
  offerDeadline: row.offer_deadline,
  noMore: row.no_more,
  weighs: row.weighs,
  preferences: ownPreferencesOf(row.preferences),
  reading: row.reading,
});

const rowOf = (row: Row): CandidacyRow => ({
  ...candidacyOf(row),
  because: row.because,
});

import { sql } from "kysely";
import type { Debriefs, Digests } from "../ports/store.ts";
import { among, type Db } from "./database.ts";

export const digests = (db: Db): Digests => ({
  insert: async (digest, items) => {
    const done = await db
      .insertInto("digest")
      .values({
        id: digest.id,
        person_id: digest.personId,
        local_date: digest.localDate,
        token: digest.token,
        message_id: digest.messageId,
        mailed: digest.mailed,
        seen: digest.seen,
        made_at: digest.madeAt,
      })
      .onConflict((conflict) => conflict.columns(["person_id", "local_date"]).doNothing())
      .executeTakeFirst();
    if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
    if (items.length > 0)
      await db
        .insertInto("digest_item")
        .values(
          items.map((item) => ({
            digest_id: digest.id,
            n: item.n,
            type: item.type,
            asks: item.asks,
            draft_id: item.draftId,
            candidacy_id: item.candidacyId,
            message_id: item.messageId,
            outbox_id: item.outboxId,
          })),
        )
        .execute();
    return true;
  },
  exists: async (personId, localDate) =>
    (await db
      .selectFrom("digest")
      .select("id")
      .where("person_id", "=", personId)
      .where("local_date", "=", localDate)
      .executeTakeFirst()) !== undefined,
  lastArrived: async (personId) => {
    const row = await rows(db)
      .where("person_id", "=", personId)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("outbox")
              .select("outbox.id")
              .whereRef("outbox.message_id", "=", "digest.message_id")
              .where("outbox.state", "in", ["failed", "asked"]),
          ),
        ),
      )
      .orderBy("local_date", "desc")
      .limit(1)
      .executeTakeFirst();
    return row ? digestOf(row) : null;
  },
  byToken: async (token) => {
    // A token of a plus-address arrives in lower case, as addresses do.
    const row = await rows(db)
      .where((or) => or.or([or("token", "=", token), or(sql`lower(token)`, "=", token)]))
      .executeTakeFirst();
    if (!row) return null;
    const items = await db
      .selectFrom("digest_item")
      .selectAll()
      .where("digest_id", "=", row.id)
      .orderBy("n")
      .execute();
    return {
      digest: digestOf(row),
      items: items.map((item) => ({
        n: item.n,
        type: item.type,
        asks: item.asks,
        draftId: item.draft_id,
        candidacyId: item.candidacy_id,
        messageId: item.message_id,
        outboxId: item.outbox_id,
      })),
    };
  },
  snapshot: async () => {
    const { rows: read } = await sql<{ seen: string }>`select pg_current_snapshot()::text as seen`.execute(
      db,
    );
    const [row] = read;
    if (!row) throw new Error("the database gave no snapshot");
    return row.seen;
  },
  sawUnproven: async (personId, messageId) => {
    await db
      .insertInto("reply")
      .values({ person_id: personId, message_id: messageId, acted_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  tellUnproven: async (personId) => {
    const done = await db
      .updateTable("reply")
      .set({ told: true })
      .where("person_id", "=", personId)
      .where("acted_at", "is", null)
      .where("told", "=", false)
      .executeTakeFirst();
    return Number(done.numUpdatedRows);
  },
  takeReplyOnce: async (personId, messageId, at) => {
    const done = await db
      .insertInto("reply")
      .values({ person_id: personId, message_id: messageId, acted_at: at })
      .onConflict((conflict) =>
        conflict
          .columns(["person_id", "message_id"])
          .doUpdateSet({ acted_at: at })
          .where("reply.acted_at", "is", null),
      )
      .executeTakeFirst();
    return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },
});

const rows = (db: Db) => db.selectFrom("digest").selectAll();

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

const digestOf = (row: Row) => ({
  id: row.id,
  personId: row.person_id,
  localDate: row.local_date,
  token: row.token,
  messageId: row.message_id,
  mailed: row.mailed,
  seen: row.seen,
  madeAt: row.made_at,
});

export const debriefs = (db: Db): Debriefs => ({
  insert: async (debrief, at) => {
    const done = await db
      .insertInto("debrief")
      .values({
        id: debrief.id,
        person_id: debrief.personId,
        interview_id: debrief.interviewId,
        candidacy_id: debrief.candidacyId,
        token: debrief.token,
        message_id: debrief.messageId,
        made_at: at,
      })
      .onConflict((conflict) => conflict.column("interview_id").doNothing())
      .executeTakeFirst();
    return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },
  byToken: async (token) => debriefOf(await asked(db).where("token", "=", token).executeTakeFirst()),
  ofInterview: async (id) => debriefOf(await asked(db).where("interview_id", "=", id).executeTakeFirst()),
  askedAbout: async (ids) =>
    new Set(
      (await db.selectFrom("debrief").select("interview_id").where(among("candidacy_id", ids)).execute()).map(
        (row) => row.interview_id,
      ),
    ),
  answer: async (id, text) => {
    await db.updateTable("debrief").set({ answer: text }).where("id", "=", id).execute();
  },
});

const asked = (db: Db) => db.selectFrom("debrief").selectAll();

type DebriefColumns = Awaited<ReturnType<ReturnType<typeof asked>["executeTakeFirstOrThrow"]>>;

const debriefOf = (row: DebriefColumns | undefined) =>
  row
    ? {
        id: row.id,
        personId: row.person_id,
        interviewId: row.interview_id,
        candidacyId: row.candidacy_id,
        token: row.token,
        messageId: row.message_id,
        answer: row.answer,
      }
    : null;

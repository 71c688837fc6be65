import { sql } from "kysely";
import type { Digests } from "../ports/store.ts";
import { answerableBy, digestOf, digestRows, insertConfirmation } from "./answerables.ts";
import type { Db } from "./database.ts";

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
  madeSince: async (localDate) =>
    (
      await db
        .selectFrom("digest")
        .select(["person_id", "local_date"])
        .where("local_date", ">=", localDate)
        .execute()
    ).map((row) => ({ personId: row.person_id, localDate: row.local_date })),
  lineOf: async (draft) => {
    const row = await db
      .selectFrom("digest_item")
      .innerJoin("digest", "digest.id", "digest_item.digest_id")
      .select(["digest.id", "digest_item.n"])
      .where("digest_item.draft_id", "=", draft)
      .orderBy("digest.local_date", "desc")
      .limit(1)
      .executeTakeFirst();
    return row ? { digestId: row.id, n: row.n } : null;
  },
  showing: async (draft) => {
    const { many } = await db
      .selectFrom("digest_item")
      .select(({ fn }) => fn.countAll<string>().as("many"))
      .where("draft_id", "=", draft)
      .where("type", "=", "draft")
      .executeTakeFirstOrThrow();
    return Number(many);
  },
  lastArrived: async (personId) => {
    const row = await digestRows(db)
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
  insertConfirmation: (confirmation, items) => insertConfirmation(db, confirmation, items),
  byToken: (token) => answerableBy(db, token),
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

import type { Draft } from "../domain/draft.ts";
import type { Drafts } from "../ports/store.ts";
import type { Db } from "./database.ts";

export const drafts = (db: Db): Drafts => ({
  insert: async (draft, at) => {
    await db
      .insertInto("draft")
      .values({
        id: draft.id,
        follow_up_id: draft.followUpId,
        candidacy_id: draft.candidacyId,
        version: draft.version,
        hash: draft.hash,
        to_name: draft.to.name,
        to_address: draft.to.address,
        subject: draft.subject,
        text: draft.text,
        in_reply_to: draft.inReplyTo,
        refs: draft.references,
        word_count: draft.wordCount,
        by: draft.by,
        basis: draft.basis,
        wish: draft.wish,
        made_at: at,
      })
      .execute();
  },
  countOf: async (personId, kind) => {
    const { count } = await db
      .selectFrom("draft")
      .innerJoin("follow_up", "follow_up.id", "draft.follow_up_id")
      .innerJoin("candidacy", "candidacy.id", "draft.candidacy_id")
      .select((select) => select.fn.countAll<number>().as("count"))
      .where("candidacy.person_id", "=", personId)
      .where("follow_up.kind", "=", kind)
      .executeTakeFirstOrThrow();
    return count;
  },
  newest: async (followUpId) =>
    draftOf(
      await rows(db)
        .where("follow_up_id", "=", followUpId)
        .orderBy("version", "desc")
        .limit(1)
        .executeTakeFirst(),
    ),
  textsIn: async (candidacyIds) =>
    candidacyIds.length === 0
      ? []
      : await db
          .selectFrom("draft")
          .innerJoin("follow_up", "follow_up.id", "draft.follow_up_id")
          .distinctOn("draft.follow_up_id")
          .select(["draft.follow_up_id as followUpId", "draft.text"])
          .where("follow_up.candidacy_id", "in", candidacyIds)
          .where("follow_up.status", "not in", ["skipped", "dropped"])
          .orderBy("draft.follow_up_id")
          .orderBy("draft.version", "desc")
          .execute(),
  wish: async (id, wish) => {
    await db.updateTable("draft").set({ wish }).where("id", "=", id).execute();
  },
  wished: async () =>
    (await db.selectFrom("draft").select("id").where("wish", "is not", null).execute()).map(({ id }) => id),
  versions: async (followUpId) =>
    (await rows(db).where("follow_up_id", "=", followUpId).orderBy("version").execute()).flatMap(
      (row) => draftOf(row) ?? [],
    ),
  get: async (id) => draftOf(await rows(db).where("id", "=", id).executeTakeFirst()),
});

/** What a Draft is read from, also beside columns of other tables. */
export const draftColumns = [
  "draft.id",
  "draft.follow_up_id",
  "draft.candidacy_id",
  "draft.version",
  "draft.hash",
  "draft.to_name",
  "draft.to_address",
  "draft.subject",
  "draft.text",
  "draft.in_reply_to",
  "draft.refs",
  "draft.word_count",
  "draft.by",
  "draft.basis",
  "draft.wish",
] as const;

const rows = (db: Db) => db.selectFrom("draft").select(draftColumns);

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

const draftOf = (row: Row | undefined): Draft | null => (row ? draftOfRow(row) : null);

export const draftOfRow = (row: Row): Draft => ({
  id: row.id,
  followUpId: row.follow_up_id,
  candidacyId: row.candidacy_id,
  version: row.version,
  hash: row.hash,
  to: { name: row.to_name, address: row.to_address },
  subject: row.subject,
  text: row.text,
  inReplyTo: row.in_reply_to,
  references: row.refs,
  wordCount: row.word_count,
  by: row.by,
  basis: row.basis,
  wish: row.wish,
});

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
  get: async (id) => draftOf(await rows(db).where("id", "=", id).executeTakeFirst()),
});

const rows = (db: Db) => db.selectFrom("draft").selectAll();

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

const draftOf = (row: Row | undefined): Draft | null =>
  row
    ? {
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
      }
    : null;

import type { UsedLinks } from "../ports/store.ts";
import type { Db } from "./database.ts";

export const usedLinks = (db: Db): UsedLinks => ({
  find: async (id) => {
    const row = await db.selectFrom("used_link").selectAll().where("id", "=", id).executeTakeFirst();
    return row
      ? { id: row.id, personId: row.person_id, draftId: row.draft_id, act: row.act, at: row.at }
      : null;
  },
  insert: async ({ id, personId, draftId, act, at }) => {
    await db
      .insertInto("used_link")
      .values({ id, person_id: personId, draft_id: draftId, act, at })
      .execute();
  },
  forget: async (before) => {
    await db.deleteFrom("used_link").where("at", "<", before).execute();
  },
});

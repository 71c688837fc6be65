import type { MailboxRows } from "../ports/store.ts";
import type { Db } from "./database.ts";

/** How far each folder of a mailbox is read (SAFETY R17). */
export const cursors = (db: Db): Pick<MailboxRows, "cursor" | "startAt" | "advance"> => ({
  cursor: async (id, folder) => {
    const row = await db
      .selectFrom("cursor")
      .selectAll()
      .where("mailbox_id", "=", id)
      .where("folder", "=", folder)
      .executeTakeFirst();
    return row ? { uidValidity: BigInt(row.uid_validity), lastUid: row.last_uid } : null;
  },
  startAt: async (id, folder, cursor) => {
    const columns = { uid_validity: cursor.uidValidity.toString(), last_uid: cursor.lastUid };
    await db
      .insertInto("cursor")
      .values({ ...columns, mailbox_id: id, folder })
      .onConflict((conflict) => conflict.columns(["mailbox_id", "folder"]).doUpdateSet(columns))
      .execute();
  },
  advance: async (id, folder, uidValidity, from, to) => {
    const done = await db
      .updateTable("cursor")
      .set({ last_uid: to })
      .where("mailbox_id", "=", id)
      .where("folder", "=", folder)
      .where("uid_validity", "=", uidValidity.toString())
      .where("last_uid", "=", from)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("mailbox")
              .select("mailbox.id")
              .whereRef("mailbox.id", "=", "cursor.mailbox_id")
              .where("mailbox.paused_at", "is not", null),
          ),
        ),
      )
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
});

import { sql } from "kysely";
import { followedStates } from "../domain/drafts-folder.ts";
import type { DraftCopies } from "../ports/store.ts";
import type { Db } from "./database.ts";

/** Whether and where a mailbox's Drafts folder is visited, and by whom: columns of its row. */
export const draftsVisits = (
  db: Db,
): Pick<DraftCopies, "concern" | "folder" | "nameFolder" | "lease" | "endLease"> => ({
  concern: async (mailboxId) => {
    const { wanted, followed } = await db
      .selectFrom("mailbox")
      .innerJoin("person", "person.id", "mailbox.person_id")
      .select(({ exists, selectFrom }) => [
        sql<boolean>`coalesce((person.preferences -> 'draftsFolder') = 'true', false)`.as("wanted"),
        exists(
          selectFrom("draft_copy")
            .select("draft_copy.draft_id")
            .whereRef("draft_copy.mailbox_id", "=", "mailbox.id")
            .where("draft_copy.state", "in", followedStates),
        ).as("followed"),
      ])
      .where("mailbox.id", "=", mailboxId)
      .executeTakeFirstOrThrow();
    return wanted || followed === true;
  },
  folder: async (mailboxId) =>
    (
      await db
        .selectFrom("mailbox")
        .select("drafts_folder")
        .where("id", "=", mailboxId)
        .executeTakeFirstOrThrow()
    ).drafts_folder,
  nameFolder: async (mailboxId, path) => {
    await db.updateTable("mailbox").set({ drafts_folder: path }).where("id", "=", mailboxId).execute();
  },
  lease: async (mailboxId, seconds) => {
    const done = await db
      .updateTable("mailbox")
      .set({ drafts_lease: sql`now() + make_interval(secs => ${seconds})` })
      .where("id", "=", mailboxId)
      .where((or) => or.or([or("drafts_lease", "is", null), or("drafts_lease", "<", sql<never>`now()`)]))
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
  endLease: async (mailboxId) => {
    await db.updateTable("mailbox").set({ drafts_lease: null }).where("id", "=", mailboxId).execute();
  },
});

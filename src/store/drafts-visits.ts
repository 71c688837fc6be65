import { sql } from "kysely";
import { followedStates } from "../domain/drafts-folder.ts";
import type { DraftCopies } from "../ports/store.ts";
import type { Db } from "./database.ts";

/** Whether and where a mailbox's Drafts folder is visited, and by whom: columns of its row. */
export const draftsVisits = (
  db: Db,
): Pick<DraftCopies, "concern" | "lastLook" | "looked" | "lease" | "endLease"> => ({
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
  lastLook: async (mailboxId) => {
    const { drafts_folder: folder, drafts_looked_at: at } = await db
      .selectFrom("mailbox")
      .select(["drafts_folder", "drafts_looked_at"])
      .where("id", "=", mailboxId)
      .executeTakeFirstOrThrow();
    return { folder, at };
  },
  looked: async (mailboxId, folder, at) => {
    await db
      .updateTable("mailbox")
      .set({ drafts_looked_at: at, ...(folder !== null && { drafts_folder: folder }) })
      .where("id", "=", mailboxId)
      .execute();
  },
  lease: async (mailboxId, holder, seconds) => {
    const done = await db
      .updateTable("mailbox")
      .set({ drafts_lease: sql`now() + make_interval(secs => ${seconds})`, drafts_lease_of: holder })
      .where("id", "=", mailboxId)
      .where((or) => or.or([or("drafts_lease", "is", null), or("drafts_lease", "<", sql<never>`now()`)]))
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
  endLease: async (mailboxId, holder) => {
    await db
      .updateTable("mailbox")
      .set({ drafts_lease: null, drafts_lease_of: null })
      .where("id", "=", mailboxId)
      .where("drafts_lease_of", "=", holder)
      .execute();
  },
});

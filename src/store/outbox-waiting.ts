import { sql } from "kysely";
import type { Outbox } from "../ports/store.ts";
import type { Db } from "./database.ts";

/** What still has to move, as those look for it who move it. */
export const waiting = (db: Db): Pick<Outbox, "dueIn" | "underWay" | "expired" | "live" | "unfiled"> => ({
  dueIn: async (mailboxId, now) =>
    (
      await db
        .selectFrom("outbox")
        .select("id")
        .where("mailbox_id", "=", mailboxId)
        .where("purpose", "=", "draft")
        .where("state", "=", "queued")
        .where("not_before", "<=", now)
        .orderBy(sql`random()`)
        .execute()
    ).map(({ id }) => id),
  underWay: async (mailboxId) => {
    const { count } = await db
      .selectFrom("outbox")
      .select((select) => select.fn.countAll<number>().as("count"))
      .where("mailbox_id", "=", mailboxId)
      .where("purpose", "=", "draft")
      .where("state", "in", ["claimed", "transmitting"])
      // A sender that died is not under way, however long its lease is kept.
      .where("lease", ">", sql<never>`now()`)
      .executeTakeFirstOrThrow();
    return count;
  },
  expired: async () =>
    db
      .selectFrom("outbox")
      .select(["id", "state"])
      .where("state", "in", ["claimed", "transmitting"])
      .where("lease", "<", sql<never>`now()`)
      .orderBy("id")
      .execute(),
  live: async () =>
    (
      await db
        .selectFrom("outbox")
        .select(["id", "mailbox_id", "purpose", "state", "not_before"])
        .where((or) =>
          or.or([
            or("state", "in", ["queued", "unknown"]),
            or.and([
              or("state", "=", "asked"),
              or("purpose", "=", "self"),
              or("progressed_at", ">", sql<never>`now() - interval '24 hours'`),
            ]),
          ]),
        )
        .orderBy("not_before")
        .orderBy("id")
        .execute()
    ).map((row) => ({
      id: row.id,
      mailboxId: row.mailbox_id,
      purpose: row.purpose,
      state: row.state,
      notBefore: row.not_before,
    })),
  unfiled: async () =>
    (
      await db
        .selectFrom("outbox")
        .select("id")
        .where("state", "=", "sent")
        .where("filed", "=", false)
        .where("purpose", "=", "draft")
        .execute()
    ).map((row) => row.id),
});

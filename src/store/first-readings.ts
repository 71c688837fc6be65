import { Temporal } from "temporal-polyfill";
import type { HistoryPlace } from "../ports/history.ts";
import type { MailboxRows } from "../ports/store.ts";
import type { Db } from "./database.ts";

/** How far the first reading of each mailbox has come: columns of its row. */
export const firstReadings = (
  db: Db,
): Pick<MailboxRows, "firstReading" | "beginFirstReading" | "advanceFirstReading" | "endFirstReading"> => ({
  firstReading: async (id) => {
    const row = await db
      .selectFrom("mailbox")
      .select(["history_since", "history_place", "history_done_at"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    if (row.history_since === null || row.history_done_at !== null) return null;
    return {
      since: row.history_since,
      place: row.history_place === null ? null : placeOf(row.history_place),
    };
  },
  beginFirstReading: async (id, since) => {
    await db
      .updateTable("mailbox")
      .set({ history_since: since, history_place: null, history_done_at: null })
      .where("id", "=", id)
      .execute();
  },
  advanceFirstReading: async (id, from, to) => {
    const done = await db
      .updateTable("mailbox")
      .set({ history_place: textOf(to) })
      .where("id", "=", id)
      .where("history_done_at", "is", null)
      .where("history_place", from === null ? "is" : "=", from === null ? null : textOf(from))
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
  endFirstReading: async (id, at) => {
    const done = await db
      .updateTable("mailbox")
      .set({ history_done_at: at })
      .where("id", "=", id)
      .where("history_since", "is not", null)
      .where("history_done_at", "is", null)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
});

const textOf = ({ at, folder, uid }: HistoryPlace): string => `${at.epochMilliseconds} ${folder} ${uid}`;

function placeOf(text: string): HistoryPlace {
  const [at, folder, uid] = text.split(" ");
  return {
    at: Temporal.Instant.fromEpochMilliseconds(Number(at)),
    folder: folder === "sent" ? "sent" : "inbox",
    uid: Number(uid),
  };
}

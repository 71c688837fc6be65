import { sql } from "kysely";
import type { Outbox } from "../ports/store.ts";
import type { Db } from "./database.ts";
import { moveRow, movesOf, writeMove } from "./outbox-moves.ts";
import { rowOf, rows } from "./outbox-row.ts";
import { waiting } from "./outbox-waiting.ts";

/** The truth about approved mails (SAFETY R1). Every move is a compare-and-set along the table of moves, and leaves its line in the log (R59); leases use the database's clock (R9). */
export const outbox = (db: Db): Outbox => ({
  insert: async (row, approvedAt) => {
    const done = await db
      .insertInto("outbox")
      .values({
        id: row.id,
        person_id: row.personId,
        mailbox_id: row.mailboxId,
        purpose: row.purpose,
        draft_id: row.draftId,
        draft_hash: row.draftHash,
        candidacy_id: row.candidacyId,
        message_id: row.messageId,
        envelope_from: row.envelopeFrom,
        envelope_to: row.envelopeTo,
        rfc822: row.rfc822,
        state: "queued",
        not_before: row.notBefore,
        approved_at: approvedAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
    await writeMove(db, row.id, {
      event: "made",
      from: null,
      to: "queued",
      attempt: null,
      attempts: 0,
      reply: null,
    });
    return true;
  },
  get: async (id) => rowOf(await rows(db).where("id", "=", id).executeTakeFirst()),
  ofDraft: async (id) => rowOf(await rows(db).where("draft_id", "=", id).executeTakeFirst()),
  byMessageId: async (personId, messageId) =>
    rowOf(
      await rows(db)
        .where("person_id", "=", personId)
        .where((or) => or.or([or("message_id", "=", messageId), or("provider_message_id", "=", messageId)]))
        .executeTakeFirst(),
    ),

  moves: (id) => movesOf(db, id),
  move: (id, event, change) => moveRow(db, id, event, change),

  postpone: async (id, notBefore) => {
    const done = await db
      .updateTable("outbox")
      .set({ not_before: notBefore })
      .where("id", "=", id)
      .where("state", "=", "queued")
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
  ...waiting(db),
  markFiled: async (id) => {
    await db.updateTable("outbox").set({ filed: true }).where("id", "=", id).execute();
  },
  asked: async (personId) =>
    (
      await rows(db)
        .where("person_id", "=", personId)
        .where("state", "=", "asked")
        .where("purpose", "=", "draft")
        .execute()
    ).flatMap((row) => rowOf(row) ?? []),
  lastToPerson: async (personId) =>
    (
      await db
        .selectFrom("outbox")
        .select("approved_at")
        .where("person_id", "=", personId)
        .where("purpose", "=", "self")
        .where("state", "not in", ["failed", "asked", "cancelled"])
        .orderBy("approved_at", "desc")
        .limit(1)
        .executeTakeFirst()
    )?.approved_at ?? null,
  sentSince: async (mailboxId, since) => {
    const { count } = await db
      .selectFrom("outbox")
      .select((select) => select.fn.countAll<number>().as("count"))
      .where("mailbox_id", "=", mailboxId)
      .where("purpose", "=", "draft")
      .where((or) =>
        or.or([
          or("sent_at", ">=", since),
          or("unknown_since", ">=", since),
          or("state", "in", ["claimed", "transmitting"]),
        ]),
      )
      .executeTakeFirstOrThrow();
    return Number(count);
  },
  inDoubt: async (mailboxId, last) => {
    const newest = await db
      .selectFrom("outbox")
      .select("state")
      .where("mailbox_id", "=", mailboxId)
      .where("purpose", "=", "draft")
      .where("state", "in", ["sent", "failed", "unknown", "asked"])
      .orderBy(sql`coalesce(sent_at, unknown_since, progressed_at)`, "desc")
      .limit(last)
      .execute();
    return newest.length === last && newest.every(({ state }) => state === "unknown" || state === "asked");
  },
});

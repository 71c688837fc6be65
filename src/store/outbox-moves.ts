import { sql } from "kysely";
import type { OutboxId } from "../domain/ids.ts";
import { moveOutbox, type OutboxEventType, type OutboxState, statesThatAllow } from "../domain/outbox.ts";
import type { OutboxMove } from "../domain/outbox-replay.ts";
import type { LoggedMove, OutboxChange } from "../ports/store.ts";
import type { Db } from "./database.ts";

/** Moves a row as `Outbox.move` says: compare-and-set along the table of moves, and one line more in the log. */
export async function moveRow(
  db: Db,
  id: OutboxId,
  event: OutboxEventType,
  change: OutboxChange,
): Promise<OutboxState | null> {
  const before = await db
    .selectFrom("outbox")
    .select(["state", "attempt", "attempts"])
    .where("id", "=", id)
    .where("state", "in", statesThatAllow(event))
    .$if(change.attempt !== undefined, (query) => query.where("attempt", "=", change.attempt ?? null))
    .$if(change.onlyExpired === true, (query) => query.where("lease", "<", sql<never>`now()`))
    .forUpdate()
    .executeTakeFirst();
  const state = before && moveOutbox(before.state, event);
  if (!state) return null;
  const changed = db
    .updateTable("outbox")
    .set({ state, progressed_at: sql`now()` })
    .$if(change.newAttempt !== undefined, (set) =>
      set.set({ attempt: change.newAttempt ?? null, attempts: sql`attempts + 1` }),
    )
    .$if(change.leaseSeconds !== undefined, (set) =>
      set.set({ lease: sql`now() + make_interval(secs => ${change.leaseSeconds})` }),
    )
    .$if(change.reply !== undefined, (set) => set.set({ reply: change.reply ?? null }))
    .$if(change.providerMessageId !== undefined, (set) =>
      set.set({ provider_message_id: change.providerMessageId ?? null }),
    )
    .$if(change.notBefore !== undefined, (set) =>
      set.set(change.notBefore ? { not_before: change.notBefore } : {}),
    )
    .$if(change.unknownSince !== undefined, (set) => set.set({ unknown_since: change.unknownSince ?? null }))
    .$if(change.sentAt !== undefined, (set) => set.set({ sent_at: change.sentAt ?? null }))
    .where("id", "=", id);
  const logged = moveLine(db, id, {
    event,
    from: before.state,
    to: state,
    attempt: change.newAttempt ?? before.attempt,
    attempts: before.attempts + (change.newAttempt === undefined ? 0 : 1),
    reply: change.reply ?? null,
  });
  await Promise.all([changed.execute(), logged.execute()]);
  return state;
}

/** Appends one move to the log of a row, in the transaction of the move (SAFETY R59). The row is locked by then, so that no two have a number. */
export async function writeMove(db: Db, id: OutboxId, move: Omit<OutboxMove, "n">): Promise<void> {
  await moveLine(db, id, move).execute();
}

const moveLine = (db: Db, id: OutboxId, move: Omit<OutboxMove, "n">) =>
  db.insertInto("outbox_move").values({
    outbox_id: id,
    n: sql<number>`(select coalesce(max(n), 0) + 1 from outbox_move where outbox_id = ${id})`,
    event: move.event,
    from_state: move.from,
    to_state: move.to,
    attempt: move.attempt,
    attempts: move.attempts,
    reply: move.reply,
  });

/** Every move of a row, in order. */
export const movesOf = async (db: Db, id: OutboxId): Promise<LoggedMove[]> =>
  (await db.selectFrom("outbox_move").selectAll().where("outbox_id", "=", id).orderBy("n").execute()).map(
    ({ n, at, event, from_state: from, to_state: to, attempt, attempts, reply, tx }) => ({
      n,
      at,
      event,
      from,
      to,
      attempt,
      attempts,
      reply,
      tx,
    }),
  );

import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import type { Clock } from "../ports.ts";
import type { Db } from "./database.ts";

/** The program's clock. Its offset from real time stands in the store, so that every process lives at the same moment (DESIGN section 7). */
export type TravellingClock = Clock & {
  /** Reads the offset that another process may have moved. */
  readonly refresh: () => Promise<void>;
  /** Moves the clock to that instant for all processes. */
  readonly moveTo: (instant: Temporal.Instant) => Promise<void>;
  /** By how much the clock of this machine is surely ahead of the database's, in milliseconds; less than 0: behind (SAFETY R9). */
  readonly ahead: () => Promise<number>;
};

export async function travellingClock(db: Db): Promise<TravellingClock> {
  let offset = 0;
  const refresh = async () => {
    const row = await db.selectFrom("clock").select("offset_ms").executeTakeFirstOrThrow();
    offset = row.offset_ms;
  };
  await refresh();
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(Date.now() + offset),
    refresh,
    moveTo: async (instant) => {
      const wanted = instant.epochMilliseconds - Date.now();
      await db
        .updateTable("clock")
        .set({ offset_ms: sql`${wanted}::bigint` })
        .execute();
      await refresh();
    },
    ahead: () => aheadOf(db),
  };
}

/** Real time, for every installation that did not ask to move it. */
export const realClock = (db: Db): TravellingClock => ({
  now: () => Temporal.Now.instant(),
  ahead: () => aheadOf(db),
  refresh: async () => {},
  moveTo: async () => {
    throw new Error(
      "the clock of this installation does not move; it was started without AFTERWORD_TIME_TRAVEL=1",
    );
  },
});

/** The answer was read somewhere between the question and its arrival: what that leaves open does not count. */
async function aheadOf(db: Db): Promise<number> {
  const asked = Date.now();
  const { rows } = await sql<{
    now: number;
  }>`select extract(epoch from clock_timestamp()) * 1000 as now`.execute(db);
  const answered = Date.now();
  const now = Number(rows[0]?.now);
  return asked > now ? asked - now : answered < now ? answered - now : 0;
}

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
  };
}

/** Real time, for every installation that did not ask to move it. */
export const realClock: TravellingClock = {
  now: () => Temporal.Now.instant(),
  refresh: async () => {},
  moveTo: async () => {
    throw new Error(
      "the clock of this installation does not move; it was started without AFTERWORD_TIME_TRAVEL=1",
    );
  },
};

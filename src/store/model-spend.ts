import { sql } from "kysely";
import type { ModelSpend } from "../ports/model-spend.ts";
import type { Db } from "./database.ts";

export const createModelSpend = (db: Db): ModelSpend => ({
  reserve: async (personId, at, { tokens, cost }, most) => {
    if (tokens > most.tokens || (most.cost !== null && cost > most.cost)) return null;
    const { zone } = await db
      .selectFrom("person")
      .select("zone")
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    const day = at.toZonedDateTimeISO(zone).toPlainDate();
    const done = await db
      .insertInto("model_spend")
      .values({ person_id: personId, local_date: day, tokens, cost })
      .onConflict((conflict) => {
        const added = conflict
          .columns(["person_id", "local_date"])
          .doUpdateSet({
            tokens: sql`model_spend.tokens + excluded.tokens`,
            cost: sql`model_spend.cost + excluded.cost`,
          })
          .where(sql<boolean>`model_spend.tokens + excluded.tokens <= ${most.tokens}::bigint`);
        return most.cost === null
          ? added
          : added.where(sql<boolean>`model_spend.cost + excluded.cost <= ${most.cost}::bigint`);
      })
      .executeTakeFirst();
    return (done.numInsertedOrUpdatedRows ?? 0n) > 0n ? day : null;
  },
  settle: async (personId, day, reserved, used) => {
    await db
      .updateTable("model_spend")
      .set({
        tokens: sql`tokens + ${used.tokens - reserved.tokens}::bigint`,
        cost: sql`cost + ${used.cost - reserved.cost}::bigint`,
      })
      .where("person_id", "=", personId)
      .where("local_date", "=", day)
      .execute();
  },
});

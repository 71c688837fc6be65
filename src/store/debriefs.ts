import type { Debriefs } from "../ports/store.ts";
import { among, type Db } from "./database.ts";

export const debriefs = (db: Db): Debriefs => ({
  insert: async (debrief, at) => {
    const done = await db
      .insertInto("debrief")
      .values({
        id: debrief.id,
        person_id: debrief.personId,
        interview_id: debrief.interviewId,
        candidacy_id: debrief.candidacyId,
        token: debrief.token,
        message_id: debrief.messageId,
        made_at: at,
      })
      .onConflict((conflict) => conflict.column("interview_id").doNothing())
      .executeTakeFirst();
    return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },
  byToken: async (token) => debriefOf(await asked(db).where("token", "=", token).executeTakeFirst()),
  ofInterview: async (id) => debriefOf(await asked(db).where("interview_id", "=", id).executeTakeFirst()),
  askedAbout: async (ids) =>
    new Set(
      (await db.selectFrom("debrief").select("interview_id").where(among("candidacy_id", ids)).execute()).map(
        (row) => row.interview_id,
      ),
    ),
  answer: async (id, text) => {
    await db.updateTable("debrief").set({ answer: text }).where("id", "=", id).execute();
  },
});

const asked = (db: Db) => db.selectFrom("debrief").selectAll();

type DebriefColumns = Awaited<ReturnType<ReturnType<typeof asked>["executeTakeFirstOrThrow"]>>;

const debriefOf = (row: DebriefColumns | undefined) =>
  row
    ? {
        id: row.id,
        personId: row.person_id,
        interviewId: row.interview_id,
        candidacyId: row.candidacy_id,
        token: row.token,
        messageId: row.message_id,
        answer: row.answer,
      }
    : null;

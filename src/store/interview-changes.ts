import { interviewOf, interviewText } from "../domain/assessment-text.ts";
import type { Candidacies } from "../ports/store.ts";
import type { Db } from "./database.ts";

export const interviewChanges = (
  db: Db,
): Pick<Candidacies, "noteInterviewChange" | "takeInterviewChanges"> => ({
  noteInterviewChange: async (messageId, id, before) => {
    await db
      .insertInto("interview_change")
      .values({ message_id: messageId, interview_id: id, before: before && interviewText(before) })
      .execute();
  },
  takeInterviewChanges: async (messageId) => {
    const changes = await db
      .selectFrom("interview_change")
      .selectAll()
      .select(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("interview_change as later")
              .select("later.id")
              .whereRef("later.interview_id", "=", "interview_change.interview_id")
              .whereRef("later.id", ">", "interview_change.id")
              .where("later.message_id", "<>", messageId),
          ),
        ).as("newest"),
      )
      .where("message_id", "=", messageId)
      .orderBy("id", "desc")
      .execute();
    await db.deleteFrom("interview_change").where("message_id", "=", messageId).execute();
    return changes.map((row) => ({
      id: row.interview_id,
      before: row.before === null ? null : interviewOf(row.before),
      newest: row.newest === true,
    }));
  },
});

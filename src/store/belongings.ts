import { sql } from "kysely";
import type { CandidacyId, FollowUpId, InterviewId, MessageRowId } from "../domain/ids.ts";
import type { Candidacies } from "../ports/store.ts";
import type { Db } from "./database.ts";

/** What of a candidacy can be handed over to another one: with mails go their promises, the interviews they made, and what was written for those. */
export const belongings = (db: Db): Pick<Candidacies, "belongings" | "handOver"> => ({
  belongings: async (id, wanted) => {
    const mails = await db
      .selectFrom("message")
      .select(["id", "message_id"])
      .where("candidacy_id", "=", id)
      .execute();
    const chosen = wanted === "all" ? mails : mails.filter((mail) => wanted.includes(mail.id));
    const messages = chosen.map((mail) => mail.id);
    const interviews =
      wanted === "all" ? await interviewsIn(db, id) : await interviewsMadeBy(db, id, messages);
    const promises = await db
      .selectFrom("promise")
      .select(["id", "message_id"])
      .where("candidacy_id", "=", id)
      .execute();
    return {
      messages,
      interviews,
      followUps: await followUpsOf(db, id, wanted === "all" ? "all" : { interviews, answered: chosen }),
      promises: promises
        .filter((one) => wanted === "all" || (one.message_id !== null && messages.includes(one.message_id)))
        .map((one) => one.id),
    };
  },
  handOver: async (from, to, { messages, interviews, followUps, promises }) => {
    const own = { candidacy_id: to };
    if (messages.length > 0)
      await db
        .updateTable("message")
        .set(own)
        .where("id", "in", messages)
        .where("candidacy_id", "=", from)
        .execute();
    if (promises.length > 0)
      await db
        .updateTable("promise")
        .set(own)
        .where("id", "in", promises)
        .where("candidacy_id", "=", from)
        .execute();
    if (interviews.length > 0) {
      await db
        .updateTable("interview")
        .set(own)
        .where("id", "in", interviews)
        .where("candidacy_id", "=", from)
        .execute();
      await db
        .updateTable("debrief")
        .set(own)
        .where("interview_id", "in", interviews)
        .where("candidacy_id", "=", from)
        .execute();
    }
    await handOverFollowUps(db, from, to, followUps);
  },
});

const interviewsIn = async (db: Db, id: CandidacyId): Promise<InterviewId[]> =>
  (await db.selectFrom("interview").select("id").where("candidacy_id", "=", id).execute()).map(
    (row) => row.id,
  );

const interviewsMadeBy = async (
  db: Db,
  id: CandidacyId,
  messages: readonly MessageRowId[],
): Promise<InterviewId[]> =>
  messages.length === 0
    ? []
    : (
        await db
          .selectFrom("interview")
          .innerJoin("interview_change", "interview_change.interview_id", "interview.id")
          .select("interview.id")
          .distinct()
          .where("interview.candidacy_id", "=", id)
          .where("interview_change.before", "is", null)
          .where("interview_change.message_id", "in", messages)
          .execute()
      ).map((row) => row.id);

/** What was written for those interviews, or in answer to one of those mails. */
async function followUpsOf(
  db: Db,
  id: CandidacyId,
  wanted:
    | "all"
    | {
        readonly interviews: readonly InterviewId[];
        readonly answered: readonly { readonly message_id: string | null }[];
      },
): Promise<FollowUpId[]> {
  const rows = await db
    .selectFrom("follow_up")
    .leftJoin("draft", "draft.follow_up_id", "follow_up.id")
    .select(["follow_up.id", "follow_up.interview_id", "draft.in_reply_to"])
    .where("follow_up.candidacy_id", "=", id)
    .execute();
  const chosen = rows.filter(({ interview_id: interview, in_reply_to: answers }) => {
    if (wanted === "all") return true;
    if (interview !== null) return wanted.interviews.includes(interview);
    return answers !== null && wanted.answered.some((mail) => mail.message_id === answers);
  });
  return [...new Set(chosen.map((row) => row.id))];
}

/** One occasion stands in a candidacy once: what has its like there already stays behind. The mails that were written go along. */
async function handOverFollowUps(
  db: Db,
  from: CandidacyId,
  to: CandidacyId,
  ids: readonly FollowUpId[],
): Promise<void> {
  const rows = await db
    .selectFrom("follow_up")
    .select(["id", "key"])
    .where("candidacy_id", "=", from)
    .execute();
  const there = await db.selectFrom("follow_up").select("key").where("candidacy_id", "=", to).execute();
  const moved = rows
    .filter((row) => ids.includes(row.id) && there.every(({ key }) => key !== row.key))
    .map((row) => row.id);
  if (moved.length === 0) return;
  const own = { candidacy_id: to };
  await db.updateTable("follow_up").set(own).where("id", "in", moved).execute();
  await db.updateTable("draft").set(own).where("follow_up_id", "in", moved).execute();
  await db
    .updateTable("outbox")
    .set(own)
    .where("draft_id", "in", (query) =>
      query.selectFrom("draft").select("draft.id").where("draft.follow_up_id", "in", moved),
    )
    .execute();
  // Their drafts were counted by another candidacy's words: none may pass for current here (SAFETY R14).
  await db
    .updateTable("candidacy")
    .set({
      word_count: sql`greatest(word_count, (select coalesce(max(d.word_count), 0) from draft d where d.candidacy_id = ${to})) + 1`,
    })
    .where("id", "=", to)
    .execute();
}

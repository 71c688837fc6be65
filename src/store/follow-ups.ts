import { sql } from "kysely";
import type { FollowUp } from "../domain/follow-up.ts";
import type { CandidacyId, FollowUpId } from "../domain/ids.ts";
import type { FollowUpRow, FollowUps } from "../ports/store.ts";
import type { Db } from "./database.ts";

const open = ["planned", "offered"] as const;

export const followUps = (db: Db): FollowUps => ({
  replace: async (plans) => {
    const planned = plans.flatMap(({ id, followUps }) =>
      followUps.map((followUp) => columnsOf(id, followUp)),
    );
    if (planned.length > 0)
      await db
        .insertInto("follow_up")
        .values(planned)
        .onConflict((conflict) =>
          conflict
            .columns(["candidacy_id", "key"])
            .doUpdateSet((row) => ({
              ...Object.fromEntries(replaced.map((column) => [column, row.ref(`excluded.${column}`)])),
              status: sql`case when follow_up.status = 'dropped' then 'planned' else follow_up.status end`,
            }))
            .where("follow_up.status", "in", [...open, "dropped"]),
        )
        .execute();
    await db
      .updateTable("follow_up")
      .set({ status: "dropped" })
      .where("candidacy_id", "in", [...plans.map(({ id }) => id)])
      .where("status", "in", open)
      .$if(planned.length > 0, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(
            refTuple("candidacy_id", "key"),
            "not in",
            planned.map((one) => tuple(one.candidacy_id, one.key)),
          ),
        ),
      )
      .execute();
  },
  ofCandidacy: async (id) =>
    (await rows(db).where("candidacy_id", "=", id).orderBy("due_at").execute()).map(rowOf),
  offerable: async (personId, now, today) =>
    (
      await rows(db)
        .where("candidacy_id", "in", (from) =>
          from.selectFrom("candidacy").select("candidacy.id").where("candidacy.person_id", "=", personId),
        )
        .where("status", "in", open)
        .where("offer_from", "<=", now)
        .where("stale_at", ">", now)
        .where((or) => or.or([or("not_before", "is", null), or("not_before", "<=", today)]))
        .orderBy("due_at")
        .orderBy("key")
        .execute()
    ).map(rowOf),
  get: async (id) => rowOf(await rows(db).where("id", "=", id).executeTakeFirstOrThrow()),
  setStatus: async (id, from, to, extra = {}) => {
    const done = await db
      .updateTable("follow_up")
      .set({
        status: to,
        ...(extra.sentAt && { sent_at: extra.sentAt }),
        ...(extra.notBefore && { not_before: extra.notBefore }),
      })
      .where("id", "=", id)
      .where("status", "in", from)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
  countOffer: async (id) => {
    await db
      .updateTable("follow_up")
      .set({ status: "offered", times_offered: sql`times_offered + 1` })
      .where("id", "=", id)
      .where("status", "in", open)
      .execute();
  },
});

const replaced = [
  "kind",
  "ordinal",
  "interview_id",
  "offer_from",
  "due_at",
  "stale_at",
  "to_name",
  "to_address",
  "reason",
  "rule",
  "needs_occasion",
] as const;

const columnsOf = (candidacyId: CandidacyId, followUp: FollowUp & { readonly id: FollowUpId }) => ({
  id: followUp.id,
  candidacy_id: candidacyId,
  key: followUp.key,
  status: "planned" as const,
  kind: followUp.kind,
  ordinal: followUp.ordinal,
  interview_id: followUp.interviewId,
  offer_from: followUp.offerFrom,
  due_at: followUp.dueAt,
  stale_at: followUp.staleAt,
  to_name: followUp.to?.name ?? null,
  to_address: followUp.to?.address ?? null,
  reason: followUp.reason,
  rule: followUp.rule,
  needs_occasion: followUp.needsOccasion ?? false,
});

const rows = (db: Db) => db.selectFrom("follow_up").selectAll();

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

const rowOf = (row: Row): FollowUpRow => ({
  id: row.id,
  candidacyId: row.candidacy_id,
  key: row.key,
  kind: row.kind,
  ordinal: row.ordinal,
  interviewId: row.interview_id,
  status: row.status,
  offerFrom: row.offer_from,
  dueAt: row.due_at,
  staleAt: row.stale_at,
  notBefore: row.not_before,
  to: row.to_address === null ? null : { name: row.to_name ?? "", address: row.to_address },
  reason: row.reason,
  rule: row.rule,
  needsOccasion: row.needs_occasion,
  timesOffered: row.times_offered,
});

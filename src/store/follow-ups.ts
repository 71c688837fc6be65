import { sql } from "kysely";
import type { FollowUp } from "../domain/follow-up.ts";
import type { CandidacyId, FollowUpId } from "../domain/ids.ts";
import type { FollowUpRow, FollowUps } from "../ports/store.ts";
import { type Db, isoOf } from "./database.ts";

const open = ["planned", "offered"] as const;

export const followUps = (db: Db): FollowUps => ({
  // One statement with two parameters for all of them: a thousand values one by one take the server longer to read than to write.
  replace: async (plans) => {
    const given = plans.flatMap(({ id, followUps }) => followUps.map((followUp) => rowOfPlan(id, followUp)));
    await sql`
      with given as (select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given(${typed})),
      kept as (
        insert into follow_up (${list(columns)}) select ${list(columns)} from given
        on conflict (candidacy_id, key) do update set (${list(replaced)}) = row(${list(replaced, "excluded")}),
          status = case when follow_up.status = 'dropped' then 'planned' else follow_up.status end
        where follow_up.status = 'dropped' or (follow_up.status in ('planned', 'offered')
          and (${list(replaced, "follow_up")}) is distinct from (${list(replaced, "excluded")}))
      )
      update follow_up set status = 'dropped'
      where candidacy_id = any(${plans.map(({ id }) => id)}::uuid[]) and status in ('planned', 'offered')
        and not exists (select from given where given.candidacy_id = follow_up.candidacy_id and given.key = follow_up.key)`.execute(
      db,
    );
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

/** What a plan says of a mail, with the types of its columns; the first four make a new row. */
const columns = [
  ["id", "uuid"],
  ["candidacy_id", "uuid"],
  ["key", "text"],
  ["status", "text"],
  ["kind", "text"],
  ["ordinal", "smallint"],
  ["interview_id", "uuid"],
  ["offer_from", "timestamptz"],
  ["due_at", "timestamptz"],
  ["stale_at", "timestamptz"],
  ["to_name", "text"],
  ["to_address", "text"],
  ["reason", "text"],
  ["rule", "text"],
  ["needs_occasion", "boolean"],
] as const;
const replaced = columns.slice(4);

const list = (some: readonly (readonly [string, string])[], table?: "follow_up" | "excluded") =>
  sql.join(some.map(([name]) => sql.ref(table ? `${table}.${name}` : name)));
const typed = sql.join(columns.map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`));

const rowOfPlan = (candidacyId: CandidacyId, followUp: FollowUp & { readonly id: FollowUpId }) => ({
  id: followUp.id,
  candidacy_id: candidacyId,
  key: followUp.key,
  status: "planned",
  kind: followUp.kind,
  ordinal: followUp.ordinal,
  interview_id: followUp.interviewId,
  offer_from: isoOf(followUp.offerFrom),
  due_at: isoOf(followUp.dueAt),
  stale_at: isoOf(followUp.staleAt),
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

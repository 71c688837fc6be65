import { sql } from "kysely";
import type { DraftId, FollowUpId, OutboxId } from "../domain/ids.ts";
import { proofIn } from "../domain/proof-words.ts";
import type { Showing, StoryEntry, StoryRecord, StoryRow } from "../domain/story-record.ts";
import { among, type Db } from "./database.ts";
import { movesOf } from "./outbox-moves.ts";

/** Everything that is written down about one mail to an employer, for its story (SAFETY R59); null where there is no such mail. */
export async function draftStoryView(db: Db, followUp: FollowUpId): Promise<StoryRecord | null> {
  const found = await db
    .selectFrom("follow_up")
    .innerJoin("candidacy", "candidacy.id", "follow_up.candidacy_id")
    .innerJoin("person", "person.id", "candidacy.person_id")
    .leftJoin("mailbox", "mailbox.person_id", "person.id")
    .select(["follow_up.kind", "follow_up.key", "follow_up.status", "follow_up.candidacy_id"])
    .select(["candidacy.number", "candidacy.employer", "candidacy.person_id", "person.zone"])
    .select("mailbox.sent_folder")
    .where("follow_up.id", "=", followUp)
    .orderBy(
      sql`mailbox.id in (select mailbox_id from outbox join draft on draft.id = outbox.draft_id where draft.follow_up_id = ${followUp})`,
      "desc",
    )
    .orderBy("mailbox.connected_at")
    .executeTakeFirst();
  if (!found) return null;
  const versions = await versionsOf(db, followUp);
  const drafts = versions.map(({ id }) => id);
  const rows = await rowsOf(db, drafts);
  const outbox = rows.map(({ id }) => id);
  const entries = await entriesOf(db, found, drafts, outbox);
  return {
    mail: {
      followUp,
      kind: found.kind,
      status: found.status,
      candidacy: found.number,
      employer: found.employer,
      zone: found.zone,
      sentFolder: found.sent_folder ?? "Sent",
    },
    versions,
    rows,
    entries,
    digests: await daysOf(db, entries),
    showings: await showingsOf(db, drafts, outbox),
  };
}

const versionsOf = async (db: Db, followUp: FollowUpId): Promise<StoryRecord["versions"]> =>
  (
    await db.selectFrom("draft").selectAll().where("follow_up_id", "=", followUp).orderBy("version").execute()
  ).map(({ id, version, hash, by, to_name, to_address, subject, text, made_at }) => ({
    id,
    version,
    hash,
    by,
    to: { name: to_name, address: to_address },
    subject,
    text,
    madeAt: made_at,
  }));

async function rowsOf(db: Db, drafts: readonly DraftId[]): Promise<StoryRow[]> {
  const rows = await db
    .selectFrom("outbox")
    .select(["id", "draft_id", "draft_hash", "message_id", "provider_message_id", "envelope_to"])
    .select(["state", "attempts", "not_before", "unknown_since"])
    .where(among("draft_id", drafts))
    .orderBy("approved_at")
    .execute();
  const whole: StoryRow[] = [];
  for (const row of rows)
    whole.push({
      id: row.id,
      // Chosen by it.
      draftId: row.draft_id as DraftId,
      hash: row.draft_hash ?? "",
      messageId: row.message_id,
      providerMessageId: row.provider_message_id,
      to: row.envelope_to,
      state: row.state,
      attempts: row.attempts,
      notBefore: row.not_before,
      unknownSince: row.unknown_since,
      moves: await movesOf(db, row.id),
    });
  return whole;
}

/** By draft, by outbox row, or by the follow-up's own key. */
const entriesOf = async (
  db: Db,
  mail: { readonly person_id: string; readonly candidacy_id: string; readonly key: string },
  drafts: readonly DraftId[],
  outbox: readonly OutboxId[],
): Promise<StoryEntry[]> =>
  (
    await db
      .selectFrom("journal")
      .select(["at", "written_at", "tx", "type", "says", "data"])
      .where(sql<boolean>`person_id = ${mail.person_id}`)
      .where(
        sql<boolean>`(data->>'draft' = any(${[...drafts]}) or data->>'outbox' = any(${[...outbox]})
          or (candidacy_id = ${mail.candidacy_id} and data->>'key' = ${mail.key}))`,
      )
      .orderBy("id")
      .execute()
  ).map(({ written_at: writtenAt, ...entry }) => ({ ...entry, writtenAt }));

/** Lines of digests, and of short mails about them, that showed a version or asked about its sending. */
async function showingsOf(
  db: Db,
  drafts: readonly DraftId[],
  outbox: readonly OutboxId[],
): Promise<Showing[]> {
  const { rows } = await sql<Showing>`
    select d.made_at as at, 'digest' as in, d.local_date as day, i.n as line,
      case when i.outbox_id is null then i.draft_id end as "draftId", o.state as "mailIs"
    from digest_item i join digest d on d.id = i.digest_id left join outbox o on o.message_id = d.message_id
    where d.mailed and ((i.type = 'draft' and i.draft_id = any(${[...drafts]}::uuid[])) or i.outbox_id = any(${[...outbox]}::uuid[]))
    union all
    select c.made_at, 'confirmation', d.local_date, i.n, i.draft_id, o.state
    from confirmation_item i join confirmation c on c.id = i.confirmation_id join digest d on d.id = c.digest_id
      left join outbox o on o.message_id = c.message_id
    where i.asks and i.draft_id = any(${[...drafts]}::uuid[])
    order by 1, 4`.execute(db);
  return rows;
}

/** The days of the digests that proofs name. */
async function daysOf(db: Db, entries: readonly StoryEntry[]): Promise<StoryRecord["digests"]> {
  const named = entries.flatMap(({ data }) => {
    const proof = proofIn(data);
    return proof?.by === "reply" ? [proof.digestId] : proof?.by === "link" ? [proof.mailId] : [];
  });
  const rows = await db.selectFrom("digest").select(["id", "local_date"]).where(among("id", named)).execute();
  return Object.fromEntries(rows.map(({ id, local_date }) => [id, local_date]));
}

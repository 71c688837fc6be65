import { sql } from "kysely";
import type { AgendaSource } from "../domain/agenda.ts";
import type { PersonId } from "../domain/ids.ts";
import { agendaOfPerson } from "./agenda-view.ts";
import type { Db } from "./database.ts";

/** All that is kept of a person and is no secret; a mail that left is there as it left. */
export type Everything = {
  /** Rows by what they are, with the columns of the store. */
  readonly rows: Readonly<Record<string, readonly object[]>>;
  readonly sent: readonly { readonly messageId: string; readonly rfc822: Buffer }[];
  readonly agenda: readonly AgendaSource[];
};

/** Everything of a person for `export` (SAFETY R56). Left out are secrets (passwords, tokens), and what only the program's own work needs. */
export async function everythingView(db: Db, id: PersonId): Promise<Everything> {
  const rows: Record<string, readonly object[]> = {};
  for (const [name, { of, without = [] }] of Object.entries(kept(id))) {
    const found = await sql<{ row: object }>`
      select to_jsonb(t) - ${[...without]}::text[] as row from (${of}) t`.execute(db);
    rows[name] = found.rows.map(({ row }) => row);
  }
  const sent = await db
    .selectFrom("outbox")
    .select(["message_id as messageId", "rfc822"])
    .where("person_id", "=", id)
    .where("purpose", "=", "draft")
    .where("state", "=", "sent")
    .orderBy("sent_at")
    .execute();
  return { rows, sent, agenda: await agendaOfPerson(db, id) };
}

type Kept = { readonly of: ReturnType<typeof sql>; readonly without?: readonly string[] };

const kept = (id: PersonId): Readonly<Record<string, Kept>> => {
  const own = sql`select id from candidacy where person_id = ${id}`;
  return {
    person: { of: sql`select * from person where id = ${id}`, without: ["feed_token"] },
    mailboxes: {
      of: sql`select * from mailbox where person_id = ${id} order by connected_at`,
      without: ["password"],
    },
    candidacies: { of: sql`select * from candidacy where person_id = ${id} order by number` },
    contacts: { of: sql`select * from contact where candidacy_id in (${own}) order by address` },
    interviews: { of: sql`select * from interview where candidacy_id in (${own}) order by starts_at` },
    promises: { of: sql`select * from promise where candidacy_id in (${own}) order by id` },
    occasions: { of: sql`select * from occasion where candidacy_id in (${own}) order by at` },
    follow_ups: { of: sql`select * from follow_up where candidacy_id in (${own}) order by due_at` },
    drafts: { of: sql`select * from draft where candidacy_id in (${own}) order by made_at` },
    mails: { of: sql`select * from message where person_id = ${id} order by received_at` },
    debriefs: {
      of: sql`select * from debrief where person_id = ${id} order by made_at`,
      without: ["token"],
    },
    digests: {
      of: sql`select * from digest where person_id = ${id} order by local_date`,
      without: ["token", "seen"],
    },
    outbox: {
      of: sql`select * from outbox where person_id = ${id} order by approved_at`,
      without: ["rfc822"],
    },
    outbox_moves: {
      of: sql`select outbox_move.* from outbox_move join outbox on outbox.id = outbox_id where person_id = ${id} order by at, n`,
    },
    journal: { of: sql`select * from journal where person_id = ${id} order by id` },
    voice: { of: sql`select * from voice where person_id = ${id}` },
    lessons: { of: sql`select * from lesson where person_id = ${id} order by id` },
    model_answers: { of: sql`select * from proposal where person_id = ${id} order by made_at` },
    model_spend: { of: sql`select * from model_spend where person_id = ${id} order by local_date` },
  };
};

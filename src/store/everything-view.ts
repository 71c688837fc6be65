import { sql } from "kysely";
import type { AgendaSource } from "../domain/agenda.ts";
import type { PersonId } from "../domain/ids.ts";
import { agendaOfPerson } from "./agenda-view.ts";
import type { Db } from "./database.ts";
import type { Schema } from "./schema.ts";
import { sealedFields } from "./sealed-fields.ts";

/** What is kept of a person and is no secret. */
export type Everything = {
  /** Rows by what they are, with the columns of the store. */
  readonly rows: Readonly<Record<string, readonly object[]>>;
  /** Mails to others, byte by byte, in the order in which they left. */
  readonly sent: readonly Buffer[];
  readonly agenda: readonly AgendaSource[];
};

/**
 * Everything of a person for `export` (SAFETY R56). Left out are secrets, bytes of mails that did not leave, and what only the program's own
 * work needs.
 */
export async function everythingView(db: Db, id: PersonId): Promise<Everything> {
  const sent = await db
    .selectFrom("outbox")
    .select("rfc822")
    .where("person_id", "=", id)
    .where("purpose", "=", "draft")
    .where("state", "=", "sent")
    .orderBy("sent_at")
    .execute();
  return {
    rows: await rowsOf(db, id),
    sent: sent.map(({ rfc822 }) => rfc822),
    agenda: await agendaOfPerson(db, id),
  };
}

/** Rows by what they are, as they lie in the store. */
export async function rowsOf(db: Db, id: PersonId): Promise<Everything["rows"]> {
  const rows: Record<string, readonly object[]> = {};
  for (const { name, table, whose, order, without = [] } of kept) {
    const sealed = sealedFields.filter((one) => one.table === table).map(({ field }) => field);
    const found = await sql<{ row: object }>`
      select to_jsonb(t) - ${[...without, ...sealed]}::text[] as row from ${sql.table(table)} t
      where ${owners[whose](id)} order by ${sql.raw(order)}`.execute(db);
    rows[name] = found.rows.map(({ row }) => row);
  }
  return rows;
}

/** How a row belongs to a person. */
const owners = {
  itself: (id: PersonId) => sql`id = ${id}`,
  person: (id: PersonId) => sql`person_id = ${id}`,
  candidacy: (id: PersonId) => sql`candidacy_id in (select id from candidacy where person_id = ${id})`,
  mailbox: (id: PersonId) => sql`mailbox_id in (select id from mailbox where person_id = ${id})`,
  outbox: (id: PersonId) => sql`outbox_id in (select id from outbox where person_id = ${id})`,
  digest: (id: PersonId) => sql`digest_id in (select id from digest where person_id = ${id})`,
};

type Kept = {
  readonly name: string;
  readonly table: keyof Schema;
  readonly whose: keyof typeof owners;
  readonly order: string;
  readonly without?: readonly string[];
};

export const kept: readonly Kept[] = [
  { name: "person", table: "person", whose: "itself", order: "id", without: ["feed_token"] },
  { name: "mailboxes", table: "mailbox", whose: "person", order: "connected_at" },
  { name: "candidacies", table: "candidacy", whose: "person", order: "number" },
  { name: "contacts", table: "contact", whose: "candidacy", order: "candidacy_id, address" },
  { name: "interviews", table: "interview", whose: "candidacy", order: "starts_at" },
  { name: "promises", table: "promise", whose: "candidacy", order: "id" },
  { name: "occasions", table: "occasion", whose: "candidacy", order: "at" },
  { name: "follow_ups", table: "follow_up", whose: "candidacy", order: "due_at" },
  { name: "drafts", table: "draft", whose: "candidacy", order: "made_at, version" },
  { name: "copies_in_drafts", table: "draft_copy", whose: "mailbox", order: "made_at", without: ["rfc822"] },
  { name: "mails", table: "message", whose: "person", order: "at, received_at" },
  { name: "debriefs", table: "debrief", whose: "person", order: "made_at", without: ["token"] },
  { name: "digests", table: "digest", whose: "person", order: "local_date", without: ["token", "seen"] },
  { name: "digest_lines", table: "digest_item", whose: "digest", order: "digest_id, n" },
  { name: "outbox", table: "outbox", whose: "person", order: "approved_at", without: ["rfc822"] },
  { name: "outbox_moves", table: "outbox_move", whose: "outbox", order: "outbox_id, n" },
  { name: "journal", table: "journal", whose: "person", order: "id" },
  { name: "voice", table: "voice", whose: "person", order: "learnt_at" },
  { name: "lessons", table: "lesson", whose: "person", order: "id" },
  { name: "model_answers", table: "proposal", whose: "person", order: "made_at" },
  { name: "model_spend", table: "model_spend", whose: "person", order: "local_date" },
];

/** Tables of which an export has nothing: places in the reading, marks against doing something twice, the clock. */
export const ownWork: readonly string[] = [
  "clock",
  "confirmation",
  "confirmation_item",
  "cursor",
  "interview_change",
  "reply",
  "schema_migration",
  "used_link",
];

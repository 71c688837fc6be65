import { sql } from "kysely";
import type { DigestId, NoteId } from "../domain/ids.ts";
import type { Answerable, DigestItemRow, DigestRow, NoteItem, NoteRow } from "../ports/store.ts";
import type { Db } from "./database.ts";

/** Digests and the notes about answers to them, as what their tokens lead to. */

export async function answerableBy(db: Db, token: string): Promise<Answerable | null> {
  const digest = await digestRows(db).where(withToken(token)).executeTakeFirst();
  if (digest) return { digest: digestOf(digest), items: await itemsOf(db, digest.id), note: null };
  const note = await noteRows(db).where(withToken(token)).executeTakeFirst();
  if (!note) return null;
  const answered = await digestRows(db).where("id", "=", note.digest_id).executeTakeFirstOrThrow();
  const own = await noteItemsOf(db, note.id);
  const items = (await itemsOf(db, answered.id)).map((item) => ({
    ...item,
    draftId: own.find(({ n }) => n === item.n)?.draftId ?? item.draftId,
  }));
  return { digest: digestOf(answered), items, note: { ...noteOf(note), items: own } };
}

/** A token of a plus-address arrives in lower case, as addresses do. */
const withToken = (token: string) => sql<boolean>`(token = ${token} or lower(token) = ${token})`;

export async function insertNote(db: Db, note: NoteRow, items: readonly NoteItem[]): Promise<void> {
  await db
    .insertInto("note")
    .values({
      id: note.id,
      person_id: note.personId,
      digest_id: note.digestId,
      token: note.token,
      message_id: note.messageId,
      asks: note.asks,
      made_at: note.madeAt,
    })
    .execute();
  if (items.length > 0)
    await db
      .insertInto("note_item")
      .values(items.map(({ n, draftId, asks }) => ({ note_id: note.id, n, draft_id: draftId, asks })))
      .execute();
}

export const digestRows = (db: Db) => db.selectFrom("digest").selectAll();
const noteRows = (db: Db) => db.selectFrom("note").selectAll();

type One<Query extends (db: Db) => { executeTakeFirstOrThrow: () => Promise<unknown> }> = Awaited<
  ReturnType<ReturnType<Query>["executeTakeFirstOrThrow"]>
>;

export const digestOf = (row: One<typeof digestRows>): DigestRow => ({
  id: row.id,
  personId: row.person_id,
  localDate: row.local_date,
  token: row.token,
  messageId: row.message_id,
  mailed: row.mailed,
  seen: row.seen,
  madeAt: row.made_at,
});

const noteOf = (row: One<typeof noteRows>): NoteRow => ({
  id: row.id,
  personId: row.person_id,
  digestId: row.digest_id,
  token: row.token,
  messageId: row.message_id,
  asks: row.asks,
  madeAt: row.made_at,
});

const itemsOf = async (db: Db, id: DigestId): Promise<DigestItemRow[]> =>
  (await db.selectFrom("digest_item").selectAll().where("digest_id", "=", id).orderBy("n").execute()).map(
    (item) => ({
      n: item.n,
      type: item.type,
      asks: item.asks,
      draftId: item.draft_id,
      candidacyId: item.candidacy_id,
      messageId: item.message_id,
      outboxId: item.outbox_id,
    }),
  );

const noteItemsOf = async (db: Db, id: NoteId): Promise<NoteItem[]> =>
  (await db.selectFrom("note_item").selectAll().where("note_id", "=", id).orderBy("n").execute()).map(
    ({ n, draft_id, asks }) => ({ n, draftId: draft_id, asks }),
  );

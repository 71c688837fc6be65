import { sql } from "kysely";
import type { ConfirmationId, DigestId } from "../domain/ids.ts";
import type {
  Answerable,
  ConfirmationItem,
  ConfirmationRow,
  DigestItemRow,
  DigestRow,
} from "../ports/store.ts";
import type { Db } from "./database.ts";

/** Digests and the confirmations about answers to them, as what their tokens lead to. */

export async function answerableBy(db: Db, token: string): Promise<Answerable | null> {
  const digest = await digestRows(db).where(withToken(token)).executeTakeFirst();
  if (digest) return { digest: digestOf(digest), items: await itemsOf(db, digest.id), confirmation: null };
  const confirmation = await confirmationRows(db).where(withToken(token)).executeTakeFirst();
  if (!confirmation) return null;
  const answered = await digestRows(db).where("id", "=", confirmation.digest_id).executeTakeFirstOrThrow();
  const own = await confirmationItemsOf(db, confirmation.id);
  const items = (await itemsOf(db, answered.id)).map((item) => ({
    ...item,
    draftId: own.find(({ n }) => n === item.n)?.draftId ?? item.draftId,
  }));
  return { digest: digestOf(answered), items, confirmation: { ...confirmationOf(confirmation), items: own } };
}

/** A token of a plus-address arrives in lower case, as addresses do. Both halves have an index. */
export const withToken = (token: string) => sql<boolean>`(token = ${token} or lower(token) = ${token})`;

export async function insertConfirmation(
  db: Db,
  confirmation: ConfirmationRow,
  items: readonly ConfirmationItem[],
): Promise<void> {
  await db
    .insertInto("confirmation")
    .values({
      id: confirmation.id,
      person_id: confirmation.personId,
      digest_id: confirmation.digestId,
      token: confirmation.token,
      message_id: confirmation.messageId,
      asks: confirmation.asks,
      made_at: confirmation.madeAt,
    })
    .execute();
  if (items.length > 0)
    await db
      .insertInto("confirmation_item")
      .values(
        items.map(({ n, draftId, asks }) => ({
          confirmation_id: confirmation.id,
          n,
          draft_id: draftId,
          asks,
        })),
      )
      .execute();
}

export const digestRows = (db: Db) => db.selectFrom("digest").selectAll();
export const confirmationRows = (db: Db) => db.selectFrom("confirmation").selectAll();

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

const confirmationOf = (row: One<typeof confirmationRows>): ConfirmationRow => ({
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

const confirmationItemsOf = async (db: Db, id: ConfirmationId): Promise<ConfirmationItem[]> =>
  (
    await db
      .selectFrom("confirmation_item")
      .selectAll()
      .where("confirmation_id", "=", id)
      .orderBy("n")
      .execute()
  ).map(({ n, draft_id, asks }) => ({ n, draftId: draft_id, asks }));

import { Temporal } from "temporal-polyfill";
import type { Messages, StoredMessage } from "../ports/store.ts";
import type { Db } from "./database.ts";

export const messages = (db: Db): Messages => ({
  insert: async (message) => {
    const done = await db
      .insertInto("message")
      .values({
        id: message.id,
        person_id: message.personId,
        mailbox_id: message.mailboxId,
        identity: message.identity,
        message_id: message.messageId,
        thread: [...message.thread],
        direction: message.direction,
        candidacy_id: message.candidacyId,
        from_name: message.from.name,
        from_address: message.from.address,
        recipients: JSON.stringify(message.recipients),
        subject: message.subject,
        text: message.text,
        at: message.at,
        received_at: message.receivedAt,
        human: message.human,
        assessment: message.assessment && JSON.stringify(message.assessment),
        out_of_office_until: message.outOfOfficeUntil?.toString() ?? null,
        asks: message.asks,
      })
      .onConflict((conflict) => conflict.columns(["mailbox_id", "identity"]).doNothing())
      .executeTakeFirst();
    return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },
  knows: async (mailboxId, identity) =>
    (await db
      .selectFrom("message")
      .select("id")
      .where("mailbox_id", "=", mailboxId)
      .where("identity", "=", identity)
      .executeTakeFirst()) !== undefined,
  get: async (id) => messageOf(await rows(db).where("id", "=", id).executeTakeFirstOrThrow()),
  ofCandidacy: async (id) =>
    (await rows(db).where("candidacy_id", "=", id).orderBy("at").orderBy("received_at").execute()).map(
      messageOf,
    ),
  openQuestions: async (personId) =>
    (
      await rows(db)
        .where("person_id", "=", personId)
        .where("open_question", "=", true)
        .orderBy("at")
        .execute()
    ).map(messageOf),
  setQuestion: async (id, open) => {
    const done = await db
      .updateTable("message")
      .set({ open_question: open })
      .where("id", "=", id)
      .where("open_question", "=", !open)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
  knownInSent: async (mailboxId, atMost) =>
    (
      await db
        .selectFrom("message")
        .select("message_id")
        .where("mailbox_id", "=", mailboxId)
        .where("direction", "=", "hand")
        .where("message_id", "is not", null)
        .orderBy("received_at", "desc")
        .limit(atMost)
        .execute()
    ).flatMap((row) => row.message_id ?? []),
});

const rows = (db: Db) => db.selectFrom("message").selectAll();

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

const messageOf = (row: Row): StoredMessage => ({
  id: row.id,
  mailboxId: row.mailbox_id,
  messageId: row.message_id,
  thread: row.thread,
  direction: row.direction,
  candidacyId: row.candidacy_id,
  from: { name: row.from_name, address: row.from_address },
  recipients: row.recipients,
  subject: row.subject,
  text: row.text,
  at: row.at,
  human: row.human,
  assessment: row.assessment,
  outOfOfficeUntil: outOfOffice(row.out_of_office_until),
  asks: row.asks,
});

const outOfOffice = (text: string | null): StoredMessage["outOfOfficeUntil"] =>
  text === null ? null : text === "unknown" ? "unknown" : Temporal.PlainDate.from(text);

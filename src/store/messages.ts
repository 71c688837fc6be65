import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { assessmentOf, assessmentText } from "../domain/assessment-text.ts";
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
        reply_to: [...(message.replyTo ?? [])],
        subject: message.subject,
        text: message.text,
        at: message.at,
        received_at: message.receivedAt,
        human: message.human,
        assessment: message.assessment && assessmentText(message.assessment),
        proof: message.proof ? JSON.stringify(message.proof) : null,
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
  withIds: async (personId, messageIds) =>
    messageIds.length === 0
      ? []
      : (
          await rows(db)
            .where("person_id", "=", personId)
            .where("message_id", "in", messageIds)
            .orderBy("at")
            .execute()
        ).map(messageOf),
  hasApproached: async (personId, address) =>
    (await db
      .selectFrom("message")
      .select("id")
      .where("person_id", "=", personId)
      .where("from_address", "=", address)
      .where(sql<string>`assessment->>'kind'`, "=", "recruiter_outreach")
      .limit(1)
      .executeTakeFirst()) !== undefined,
  openQuestions: async (personId) =>
    (
      await rows(db)
        .where("person_id", "=", personId)
        .where("question", "is not", null)
        .orderBy("at")
        .execute()
    ).map(messageOf),
  ask: async (id, asks, about) => {
    await db
      .updateTable("message")
      .set({ question: asks, question_about: about })
      .where("id", "=", id)
      .execute();
  },
  answered: async (id, asks) => {
    const done = await db
      .updateTable("message")
      .set({ question: null, question_about: null })
      .where("id", "=", id)
      .where("question", "=", asks)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
  reread: async (id, meaning) => {
    await db
      .updateTable("message")
      .set({
        assessment: meaning.assessment && assessmentText(meaning.assessment),
        human: meaning.human,
        asks: meaning.asks,
        out_of_office_until: meaning.outOfOfficeUntil?.toString() ?? null,
      })
      .where("id", "=", id)
      .execute();
  },
  giveTo: async (id, candidacyId) => {
    await db.updateTable("message").set({ candidacy_id: candidacyId }).where("id", "=", id).execute();
  },
  emptyTexts: async (all) => {
    const people = sql.val(all.map(({ personId }) => personId));
    const befores = sql.val(all.map(({ before }) => before.toString()));
    const old = sql`unnest(${people}::uuid[], ${befores}::timestamptz[]) as old(person_id, before)`;
    const isOpen = sql`select id from candidacy where state not in ('closed', 'signed')`;
    await sql`update message set text = '' from ${old} where message.person_id = old.person_id and received_at < before
      and text <> '' and question is null and (candidacy_id is null or candidacy_id not in (${isOpen}))`.execute(
      db,
    );
    await sql`update proposal set prompt = '' from ${old} where proposal.person_id = old.person_id and made_at < before
      and prompt <> '' and candidacy_id not in (${isOpen})`.execute(db);
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
  replyTo: row.reply_to,
  subject: row.subject,
  text: row.text,
  at: row.at,
  human: row.human,
  assessment: row.assessment === null ? null : assessmentOf(row.assessment),
  proof: row.proof,
  question: row.question === null ? null : { asks: row.question, about: row.question_about },
  receivedAt: row.received_at,
  outOfOfficeUntil: outOfOffice(row.out_of_office_until),
  asks: row.asks,
});

const outOfOffice = (text: string | null): StoredMessage["outOfOfficeUntil"] =>
  text === null ? null : text === "unknown" ? "unknown" : Temporal.PlainDate.from(text);

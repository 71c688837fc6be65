import { sql } from "kysely";
import type { MailboxId } from "../domain/ids.ts";
import type { MailboxRow, MailboxRows } from "../ports/store.ts";
import { cursors } from "./cursors.ts";
import type { Db } from "./database.ts";
import { firstReadings } from "./first-readings.ts";
import type { KeyRing } from "./key-ring.ts";
import { secret } from "./seal.ts";
import { openSealed, sealFor } from "./sealed-fields.ts";
import { type Sealing, signInColumns, signIns, wordsOf } from "./sign-ins.ts";

export const mailboxes = (db: Db, keys: KeyRing): MailboxRows => ({
  save: async (mailbox) => {
    const known = await db
      .selectFrom("mailbox")
      .select("id")
      .where("person_id", "=", mailbox.personId)
      .where("address", "=", mailbox.address)
      .executeTakeFirst();
    const id = known?.id ?? mailbox.id;
    const columns = {
      imap: JSON.stringify(mailbox.imap),
      smtp: JSON.stringify(mailbox.smtp),
      login: mailbox.login,
      password: await sealingFor(db, keys).seal(
        id,
        mailbox.signedIn ? wordsOf(mailbox.signedIn.tokens) : mailbox.password,
      ),
      ...signInColumns(mailbox.signedIn),
      sent_folder: mailbox.sentFolder,
      files_sent_itself: mailbox.filesSentItself,
      authserv_id: mailbox.authservId,
      trouble: null,
      refusals: 0,
      sending_paused: false,
      knock_after: null,
      paused_at: null,
      // Another server has another one.
      drafts_folder: null,
    };
    await db
      .insertInto("mailbox")
      .values({
        ...columns,
        id,
        person_id: mailbox.personId,
        address: mailbox.address,
        connected_at: mailbox.connectedAt,
      })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
      .execute();
    return id;
  },
  get: async (id) => rowOf(await rows(db).where("id", "=", id).executeTakeFirstOrThrow()),
  lock: async (id) => rowOf(await rows(db).where("id", "=", id).forNoKeyUpdate().executeTakeFirstOrThrow()),
  all: async () => (await rows(db).orderBy("connected_at").execute()).map(rowOf),
  ofPerson: async (id) =>
    (await rows(db).where("person_id", "=", id).orderBy("connected_at").execute()).map(rowOf),
  ofCandidacy: async (id) => {
    const newest = sql`(select max(at) from message where candidacy_id = ${id} and mailbox_id = mailbox.id)`;
    const row = await rows(db)
      .where("person_id", "=", (candidacy) =>
        candidacy.selectFrom("candidacy").select("person_id").where("id", "=", id),
      )
      .orderBy(newest, (order) => order.desc().nullsLast())
      .orderBy("connected_at")
      .executeTakeFirst();
    return row ? rowOf(row) : null;
  },
  account: async (id) => {
    const row = await db.selectFrom("mailbox").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    return {
      mailboxId: row.id,
      address: row.address,
      login: row.login,
      password: secret(row.sign_in === null ? await sealingFor(db, keys).open(id, row.password) : ""),
      signIn: row.sign_in,
      imap: row.imap,
      smtp: row.smtp,
      sentFolder: row.sent_folder,
      filesSentItself: row.files_sent_itself,
      authservId: row.authserv_id,
    };
  },
  inUse: async (id) =>
    (
      await rows(db)
        .where("person_id", "=", id)
        .where("paused_at", "is", null)
        .orderBy("connected_at")
        .execute()
    ).map(rowOf),
  pause: async (id, at) => {
    const done = await db
      .updateTable("mailbox")
      .set({ paused_at: at })
      .where("id", "=", id)
      .where("paused_at", at === null ? "is not" : "is", null)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
  healthy: async (id, at) => {
    await db
      .updateTable("mailbox")
      .set({ healthy_at: at, trouble: null, refusals: 0, knock_after: null })
      .where("id", "=", id)
      .execute();
  },
  setTrouble: async (id, says, change = {}) => {
    await db
      .updateTable("mailbox")
      .set({
        trouble: says,
        ...(change.refusals !== undefined && { refusals: change.refusals }),
        ...(change.sendingPaused !== undefined && { sending_paused: change.sendingPaused }),
        ...(change.knockAfter !== undefined && { knock_after: change.knockAfter }),
      })
      .where("id", "=", id)
      .execute();
  },
  ...cursors(db),
  ...firstReadings(db),
  ...signIns(db, sealingFor(db, keys)),
});

const sealingFor = (db: Db, keys: KeyRing): Sealing => ({
  seal: (id, words) => sealFor(db, keys, passwordOf(id), words),
  open: (id, sealed) => openSealed(keys, passwordOf(id), sealed),
});

const passwordOf = (id: MailboxId) => ({ table: "mailbox", field: "password", id }) as const;

const rows = (db: Db) =>
  db
    .selectFrom("mailbox")
    .select([
      "id",
      "person_id",
      "address",
      "trouble",
      "refusals",
      "sending_paused",
      "knock_after",
      "paused_at",
      "healthy_at",
      "connected_at",
      "history_since",
      "history_done_at",
      "sign_in",
      "sign_in_ends_at",
      "sign_in_over",
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

const rowOf = (row: Row): MailboxRow => ({
  id: row.id,
  personId: row.person_id,
  address: row.address,
  trouble: row.trouble,
  refusals: row.refusals,
  sendingPaused: row.sending_paused,
  knockAfter: row.knock_after,
  pausedAt: row.paused_at,
  healthyAt: row.healthy_at,
  connectedAt: row.connected_at,
  isBeingReadFirst: row.history_since !== null && row.history_done_at === null,
  signIn:
    row.sign_in === null
      ? null
      : { service: row.sign_in, endsAt: row.sign_in_ends_at, isOver: row.sign_in_over !== null },
});

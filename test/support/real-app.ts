import { randomBytes, randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { Temporal } from "temporal-polyfill";
import type { DraftId, MailboxId, OutboxId, PersonId } from "../../src/domain/ids.ts";
import { ok } from "../../src/domain/result.ts";
import type { App } from "../../src/flows/app.ts";
import { connectMailbox } from "../../src/flows/connect-mailbox.ts";
import { planFollowUps } from "../../src/flows/plan-follow-ups.ts";
import { readMailbox } from "../../src/flows/read-mailbox.ts";
import { sendDigest } from "../../src/flows/send-digest.ts";
import { publicHolidays } from "../../src/holidays.ts";
import { createCourier } from "../../src/mail/courier.ts";
import { createMime } from "../../src/mail/mime.ts";
import { loadDraftPrompts } from "../../src/model/draft-prompts.ts";
import { loadTemplates } from "../../src/model/templates.ts";
import { createWriter } from "../../src/model/writer.ts";
import type { JournalRow, OutboxRow } from "../../src/ports/store.ts";
import type { Mailboxes, Reminder, ServerAddress } from "../../src/ports.ts";
import { writeLetter } from "../../src/sandbox/letter.ts";
import { openDatabase } from "../../src/store/connect.ts";
import { openKysely } from "../../src/store/database.ts";
import { openKeys } from "../../src/store/key-ring.ts";
import type { limits } from "../../src/store/limits.ts";
import { migrate } from "../../src/store/migrate.ts";
import { createStore } from "../../src/store/store.ts";
import { onLoopback } from "./account.ts";
import { type PaperMailbox, paperMailbox } from "./paper-mailbox.ts";
import { preparedDataFolder } from "./prepared-data.ts";
import { type SmtpPeer, startSmtpPeer } from "./smtp-peer.ts";

export const ana = { name: "Ana Reyes", address: "ana@reyes.example" };
const zone = "Europe/London";

export type Offered = { readonly draftId: DraftId; readonly hash: string; readonly to: string };
export type RealApp = Awaited<ReturnType<typeof openRealApp>>;

/**
 * The flows on a real PostgreSQL, real MIME and a real SMTP client; the mailbox is on paper, the clock stands where a test puts it, and the
 * queue only writes down what it is reminded of.
 */
export async function openRealApp() {
  const dataFolder = await preparedDataFolder("afterword-sending-");
  const database = await openDatabase({ dataFolder, databaseUrl: null });
  await migrate(database.connection);
  const db = openKysely({ ...database.connection, max: 12 }, () => undefined);
  const pool = new pg.Pool(database.connection);
  const templates = await loadTemplates(join(import.meta.dirname, "../../prompts/templates"));
  if (!templates.ok) throw new Error(templates.error);
  const prompts = await loadDraftPrompts(join(import.meta.dirname, "../../prompts"));
  if (!prompts.ok) throw new Error(prompts.error);
  const keys = await openKeys({ key: null, oldKey: null, dataFolder }, async () => false);
  const store = createStore(db, keys);
  const others: (typeof db)[] = [];

  let now = Temporal.Instant.from("2026-05-18T08:00:00Z");
  let paper: PaperMailbox = paperMailbox();
  let servers: SmtpPeer[] = [];
  let reminders: { readonly reminder: Reminder; readonly at: Temporal.Instant }[] = [];
  const mailboxes: Mailboxes = {
    catchUp: (account, sink) => paper.catchUp(account, sink),
    watch: (account, sink, signal) => paper.watch(account, sink, signal),
    find: (account, folder, mail) => paper.find(account, folder, mail),
    file: (account, mail) => paper.file(account, mail),
    readHistory: async () => ok(undefined),
    keepDrafts: (account, folder, orders) => paper.keepDrafts(account, folder, orders),
  };
  const app: App = {
    clock: { now: () => now },
    ids: { uuid: randomUUID, token: () => randomBytes(18).toString("base64url") },
    holidays: publicHolidays(),
    store,
    queue: {
      remind: async (reminder, at) => {
        reminders.push({ reminder, at });
      },
      remindAll: async (all) => {
        reminders.push(...all);
      },
    },
    mailboxes,
    courier: createCourier({ timeouts: { untilBody: 2_000, silence: 700, afterBody: 1_500 } }),
    mime: createMime(null),
    writer: createWriter(templates.value),
    secondReader: null,
    drafter: null,
    prompts: prompts.value,
    links: null,
  };
  const query = async (text: string, values: unknown[] = []) => (await pool.query(text, values)).rows;

  const at = (wallClock: string): void => {
    now = Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone).toInstant();
  };
  const local = () => now.toZonedDateTimeISO(zone);
  const only = async <T>(text: string, values: unknown[] = []): Promise<T> => {
    const [row] = await query(text, values);
    if (!row) throw new Error(`no row: ${text}`);
    return row;
  };
  const connect = (
    given: { filesSentItself?: boolean; smtp?: ServerAddress; person?: string; country?: string } = {},
  ) =>
    connectMailbox(
      app,
      {
        ...ana,
        address: given.person ?? ana.address,
        zone,
        country: given.country ?? "GB",
        digestAt: "07:30",
      },
      {
        address: ana.address,
        login: "ana",
        password: "correct horse",
        imap: onLoopback(9),
        smtp: given.smtp ?? onLoopback(9),
        sentFolder: "Sent",
        filesSentItself: given.filesSentItself ?? false,
        authservId: "mx.reyes.example",
      },
      0,
    );
  const read = async () => {
    const { id } = await only<{ id: MailboxId }>("select id from mailbox");
    return readMailbox(app, await store.transaction((tx) => tx.mailboxes.account(id)));
  };
  const plan = async (): Promise<void> => {
    for (const { id } of await query("select id from candidacy order by number"))
      await planFollowUps(app, id);
  };
  /** Greta of Employer `n` writes; what she writes is authenticated. */
  const employerWrites = async (
    n: number,
    subject: string,
    text: string,
    calendar?: string,
  ): Promise<void> => {
    const host = `employer${n}.example`;
    const verdict = `mx.reyes.example; spf=pass smtp.mailfrom=greta@${host}; dkim=pass header.d=${host}; dmarc=pass header.from=${host}`;
    const letter = await writeLetter({
      from: { name: "Greta Vance", address: `greta@${host}` },
      to: ana,
      subject,
      text,
      at: local(),
      messageId: `${randomUUID()}@${host}`,
      verdict,
      ...(calendar && { calendar: { method: "REQUEST", ics: calendar } }),
    });
    paper.folders.inbox.push(letter);
  };
  const invite = (n: number): Promise<void> =>
    employerWrites(
      n,
      `Interview for Data Engineer at Employer${n}`,
      `Dear Ana,\n\nWe would like to invite you to an interview for the Data Engineer role at Employer${n} on Thursday 21 May 2026 at 14:00.\n\nKind regards,\nGreta Vance\n`,
      calendarOf(n),
    );

  return {
    app,
    at,
    connect,
    read,
    plan,
    query,
    connection: database.connection,
    /** The same program with connections of its own, with which PostgreSQL bears for less long. */
    impatient: (less: Partial<Record<keyof typeof limits, number>>): App => {
      const other = openKysely({ ...database.connection, ...less, max: 12 }, () => undefined);
      others.push(other);
      return { ...app, store: createStore(other, keys) };
    },
    later: (by: Temporal.DurationLike) => {
      now = now.add(by);
    },
    now: () => now,
    mailbox: () => paper,
    reminders: () => reminders,
    employerWrites,
    /** Ana writes to Greta of that employer by hand; the copy lies in Sent. */
    writesByHand: async (n: number): Promise<void> => {
      const to = { name: "Greta Vance", address: `greta@employer${n}.example` };
      const letter = { from: ana, to, subject: "Hello", text: "A word of my own.\n", at: local() };
      paper.folders.sent.push(await writeLetter({ ...letter, messageId: `${randomUUID()}@reyes.example` }));
    },
    /** Interviews with that many employers were held on Thursday; it is Friday 22 May 2026, 07:30, and the digest offers a thank-you for each. */
    offerThankYous: async (
      employers = 1,
      given: Parameters<typeof connect>[0] & { digest?: string } = {},
    ): Promise<Offered[]> => {
      at("2026-05-18T08:50");
      await connect(given);
      at("2026-05-18T09:10");
      for (let n = 1; n <= employers; n += 1) await invite(n);
      await read();
      at(given.digest ?? "2026-05-22T07:30");
      await plan();
      const { id } = await only<{ id: PersonId }>("select id from person");
      if ((await sendDigest(app, id)) !== "made") throw new Error("no digest was made");
      return query(
        `select d.id as "draftId", d.hash, d.to_address as to from digest_item i join draft d on d.id = i.draft_id order by i.n`,
      );
    },
    /** The next digest, as the person reads it. */
    digest: async (wallClock: string): Promise<string> => {
      at(wallClock);
      await plan();
      const { id } = await only<{ id: PersonId }>("select id from person");
      if ((await sendDigest(app, id)) !== "made") return "";
      const { rfc822 } = await only<{ rfc822: Buffer }>(
        "select o.rfc822 from digest d join outbox o using (message_id) order by d.local_date desc",
      );
      return (await app.mime.read(rfc822, { internalDate: now, authservId: null })).message.text;
    },
    /** Ana answers the newest digest; the copy in Sent is read. */
    replies: async (text: string): Promise<void> => {
      const { messageId } = await only<{ messageId: string }>(
        `select message_id as "messageId" from digest order by local_date desc`,
      );
      const id = `${randomUUID()}@reyes.example`;
      const letter = { from: ana, to: ana, subject: "Re: Afterword", text: `${text}\n`, at: local() };
      paper.folders.sent.push(await writeLetter({ ...letter, messageId: id, inReplyTo: messageId }));
      const done = await read();
      if (!done.ok) throw new Error(done.error.says);
    },
    /** The outgoing server of the mailbox from now on. */
    server: async (script: Parameters<typeof startSmtpPeer>[0] = {}): Promise<SmtpPeer> => {
      const peer = await startSmtpPeer(script);
      servers.push(peer);
      await query("update mailbox set smtp = $1", [JSON.stringify(onLoopback(peer.port))]);
      return peer;
    },
    /** The mail to the employer (the n-th), as the store has it. */
    mail: async (n = 1): Promise<OutboxRow> => {
      const { id } = await only<{ id: OutboxId }>(
        "select id from outbox where purpose = 'draft' order by envelope_to offset $1",
        [n - 1],
      );
      const row = await store.transaction((tx) => tx.outbox.get(id));
      if (!row) throw new Error("the mail is gone");
      return row;
    },
    /** The newest mail to Ana herself. */
    ownMail: async (): Promise<OutboxRow> => {
      const { id } = await only<{ id: OutboxId }>(
        "select id from outbox where purpose = 'self' order by approved_at desc",
      );
      const row = await store.transaction((tx) => tx.outbox.get(id));
      if (!row) throw new Error("the mail is gone");
      return row;
    },
    journal: async (type?: JournalRow["type"]): Promise<JournalRow[]> => {
      const { id } = await only<{ id: PersonId }>("select id from person");
      const all = await store.transaction((tx) =>
        tx.journal.since(id, Temporal.Instant.fromEpochMilliseconds(0)),
      );
      return type ? all.filter((entry) => entry.type === type) : all;
    },
    followUps: async (): Promise<string[]> =>
      (await query("select status from follow_up where kind = 'thank_you' order by key")).map(
        ({ status }) => status,
      ),
    reset: async () => {
      await Promise.all(servers.map((peer) => peer.stop()));
      servers = [];
      paper = paperMailbox();
      reminders = [];
      await query("delete from person");
    },
    close: async () => {
      await Promise.all(servers.map((peer) => peer.stop()));
      await pool.end();
      for (const each of [db, ...others]) await each.destroy();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

const calendarOf = (n: number): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Example//Calendar//EN",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    `UID:interview@employer${n}.example`,
    "DTSTAMP:20260518T081000Z",
    "DTSTART:20260521T130000Z",
    "DTEND:20260521T140000Z",
    `SUMMARY:Interview: Data Engineer at Employer${n}`,
    "SEQUENCE:0",
    `ORGANIZER;CN=Greta Vance:mailto:greta@employer${n}.example`,
    `ATTENDEE;CN=Ana Reyes;PARTSTAT=NEEDS-ACTION:mailto:${ana.address}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");

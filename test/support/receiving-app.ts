import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { Temporal } from "temporal-polyfill";
import type { MailboxId, PersonId } from "../../src/domain/ids.ts";
import { ok } from "../../src/domain/result.ts";
import type { App } from "../../src/flows/app.ts";
import { connectMailbox } from "../../src/flows/connect-mailbox.ts";
import { planFollowUps } from "../../src/flows/plan-follow-ups.ts";
import { receiveMessage } from "../../src/flows/receive-message.ts";
import { sendDebriefs } from "../../src/flows/send-debrief.ts";
import { sendDigest } from "../../src/flows/send-digest.ts";
import { publicHolidays } from "../../src/holidays.ts";
import { createMime } from "../../src/mail/mime.ts";
import { loadDraftPrompts } from "../../src/model/draft-prompts.ts";
import { loadTemplates } from "../../src/model/templates.ts";
import { createWriter } from "../../src/model/writer.ts";
import type { JournalRow } from "../../src/ports/store.ts";
import type { Account, Drafter, DraftPrompts, FetchedMail, Reminder } from "../../src/ports.ts";
import { openDatabase } from "../../src/store/connect.ts";
import { openKysely } from "../../src/store/database.ts";
import { openKeys } from "../../src/store/key-ring.ts";
import { migrate } from "../../src/store/migrate.ts";
import { createLinks } from "../../src/store/signed-links.ts";
import { createStore } from "../../src/store/store.ts";
import { type Letter, letterOf, type Signer } from "./letter.ts";
import { preparedDataFolder } from "./prepared-data.ts";

/** The flows on a real database, real MIME and a clock that stands still: mail is put in by hand, reminders are written down. */
export type ReceivingApp = {
  readonly app: App;
  readonly reminders: { readonly reminder: Reminder; readonly at: Temporal.Instant }[];
  /** Sets the clock: "2026-05-18T10:00" in London, or with a zone of its own in brackets. */
  readonly at: (wallClock: string) => void;
  readonly connect: (
    person?: Partial<{ name: string; address: string; zone: string; digestAt: string }>,
  ) => Promise<Connected>;
  /** Gives the next UID of the folder to the mail and takes it. */
  readonly deliver: (
    to: Connected,
    mail: Letter | Buffer,
    folder?: FetchedMail["folder"],
  ) => Promise<FetchedMail>;
  readonly fetched: (
    to: Connected,
    mail: Letter | Buffer,
    folder?: FetchedMail["folder"],
  ) => Promise<FetchedMail>;
  /** Makes the digest that is due, or today's at once, and gives the mail; null when none leaves. */
  readonly digest: (of: Connected, when?: "due" | "now") => Promise<Made | null>;
  /** Lets time pass for every candidacy, as the plan worker does. */
  readonly pass: () => Promise<void>;
  readonly journal: (of: Connected) => Promise<JournalRow[]>;
  readonly query: (text: string, values?: unknown[]) => Promise<pg.QueryResult["rows"]>;
  /** Signs mail of that domain, with a key that the mime of this app finds. */
  readonly signer: (domain: string) => Signer;
  readonly connection: pg.PoolConfig;
  readonly dataFolder: string;
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type Connected = {
  readonly personId: PersonId;
  readonly mailboxId: MailboxId;
  readonly account: Account;
  readonly address: string;
};

/** A digest as it arrives. */
export type Made = {
  readonly token: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly source: Buffer;
};

const nowhere = { host: "127.0.0.1", port: 9, security: "plain" } as const;

/** `model` writes drafts where one is given; else the templates do. Digests hold links where there is a `publicUrl`. */
export async function openReceivingApp(
  model: (prompts: DraftPrompts) => Drafter | null = () => null,
  publicUrl: string | null = null,
): Promise<ReceivingApp> {
  const dataFolder = await preparedDataFolder("afterword-flows-");
  const database = await openDatabase({ dataFolder, databaseUrl: null });
  await migrate(database.connection);
  const db = openKysely(database.connection, () => undefined);
  const pool = new pg.Pool(database.connection);
  const templates = await loadTemplates(join(import.meta.dirname, "../../prompts/templates"));
  if (!templates.ok) throw new Error(templates.error);
  const prompts = await loadDraftPrompts(join(import.meta.dirname, "../../prompts"));
  if (!prompts.ok) throw new Error(prompts.error);
  const sealKeys = await openKeys({ key: null, oldKey: null, dataFolder }, async () => false);
  const store = createStore(db, sealKeys);

  let now = Temporal.Instant.from("2026-05-18T08:00:00Z");
  const reminders: ReceivingApp["reminders"] = [];
  const keys = new Map<string, string>();
  const resolver = async (name: string): Promise<string[][]> => {
    const key = keys.get(name);
    if (key) return [[key]];
    throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
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
    // Nothing is read or sent here: mail is put in by hand.
    mailboxes: {
      catchUp: async () => ok(undefined),
      watch: async () => ok(undefined),
      find: async () => ({ type: "unsure", why: "there is no server" }),
      file: async () => ok("filed"),
      readHistory: async () => ok(undefined),
      keepDrafts: async () => ok({ folder: null, seen: [] }),
    },
    courier: {
      longestAttempt: 1_000,
      send: async () => {
        throw new Error("nothing is sent here");
      },
    },
    mime: createMime({ resolver, now: () => now }),
    writer: createWriter(templates.value),
    secondReader: null,
    drafter: model(prompts.value),
    prompts: prompts.value,
    links: publicUrl === null ? null : createLinks(publicUrl, await sealKeys.sealing()),
  };
  const fetched: ReceivingApp["fetched"] = async ({ mailboxId }, mail, folder = "inbox") => {
    const cursor = await store.transaction((tx) => tx.mailboxes.cursor(mailboxId, folder));
    if (!cursor) throw new Error("the mailbox is not connected");
    const source = Buffer.isBuffer(mail) ? mail : await letterOf(mail, now);
    return {
      folder,
      uidValidity: cursor.uidValidity,
      uid: cursor.lastUid + 1,
      afterUid: cursor.lastUid,
      internalDate: now,
      source,
      serverId: null,
    };
  };
  return {
    app,
    reminders,
    at: (wallClock) => {
      now = Temporal.ZonedDateTime.from(
        wallClock.includes("[") ? wallClock : `${wallClock}[Europe/London]`,
      ).toInstant();
    },
    connect: async ({
      name = "Ana Reyes",
      address = "ana@reyes.example",
      zone = "Europe/London",
      digestAt = "07:30",
    } = {}) => {
      const { mailboxId } = await connectMailbox(
        app,
        { name, address, zone, country: "GB", digestAt },
        {
          address,
          login: address,
          password: "correct horse",
          imap: nowhere,
          smtp: nowhere,
          sentFolder: "Sent",
          filesSentItself: false,
          authservId: `mx.${address.split("@")[1]}`,
        },
        0,
      );
      const cursor = { uidValidity: 1n, lastUid: 0 };
      return store.transaction(async (tx) => {
        for (const folder of ["inbox", "sent"] as const)
          await tx.mailboxes.startAt(mailboxId, folder, cursor);
        const { personId } = await tx.mailboxes.get(mailboxId);
        return { personId, mailboxId, account: await tx.mailboxes.account(mailboxId), address };
      });
    },
    fetched,
    deliver: async (to, mail, folder) => {
      const one = await fetched(to, mail, folder);
      await receiveMessage(app, to.account, one);
      return one;
    },
    digest: async ({ personId }, when = "due") => {
      if ((await sendDigest(app, personId, { early: when === "now" })) !== "made") return null;
      const [row] = (
        await pool.query(
          "select d.token, o.message_id, o.rfc822 from digest d join outbox o using (message_id) order by d.local_date desc limit 1",
        )
      ).rows;
      const { message } = await app.mime.read(row.rfc822, { internalDate: now, authservId: null });
      return {
        token: row.token,
        messageId: row.message_id,
        subject: message.subject,
        text: message.text,
        source: row.rfc822,
      };
    },
    pass: async () => {
      for (const { id } of (await pool.query("select id from candidacy")).rows) {
        await sendDebriefs(app, id);
        await planFollowUps(app, id);
      }
    },
    journal: ({ personId }) =>
      store.transaction((tx) => tx.journal.since(personId, Temporal.Instant.fromEpochMilliseconds(0))),
    query: async (text, values) => (await pool.query(text, values)).rows,
    signer: (domain) => {
      const { privateKey, publicKey } = generateKeyPairSync("ed25519");
      keys.set(
        `s1._domainkey.${domain}`,
        `v=DKIM1; k=ed25519; p=${publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("base64")}`,
      );
      return {
        domain,
        selector: "s1",
        privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      };
    },
    connection: database.connection,
    dataFolder,
    reset: async () => {
      reminders.length = 0;
      await pool.query("delete from person");
    },
    close: async () => {
      await pool.end();
      await db.destroy();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

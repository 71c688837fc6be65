import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import pino, { type Logger } from "pino";
import type { Config } from "./config.ts";
import { ok, type Result } from "./domain/result.ts";
import { accessToken } from "./flows/access-token.ts";
import type { App } from "./flows/app.ts";
import { publicHolidays } from "./holidays.ts";
import { type Checked, checkAccount } from "./mail/check.ts";
import { createCourier } from "./mail/courier.ts";
import { discover } from "./mail/discovery/discover.ts";
import type { Found } from "./mail/discovery/found.ts";
import { checkedAddress, type Outside } from "./mail/discovery/outside.ts";
import { systemNames } from "./mail/discovery/system-names.ts";
import { createMailboxes } from "./mail/mailboxes.ts";
import { createMime } from "./mail/mime.ts";
import { createSignIns } from "./mail/sign-in/sign-ins.ts";
import { txtRecords } from "./mail/txt-records.ts";
import { createBudget } from "./model/budget.ts";
import { loadDraftPrompts } from "./model/draft-prompts.ts";
import { createDrafter } from "./model/drafter.ts";
import { createEndpoint } from "./model/endpoint.ts";
import { loadPrompt, type Prompt } from "./model/prompt.ts";
import { createSecondReader } from "./model/second-reader.ts";
import { loadTemplates } from "./model/templates.ts";
import { createWriter } from "./model/writer.ts";
import type { Endings } from "./ports/endings.ts";
import type { AccessTokens, Account, Clock, Mime, Secret, SignIns, Trouble } from "./ports.ts";
import type { Backend } from "./queue/backend.ts";
import { postgresBackend } from "./queue/on-postgres.ts";
import { redisBackend } from "./queue/on-redis.ts";
import { createReminders, type Reminders } from "./queue/reminders.ts";
import { reasonOf } from "./reason.ts";
import { SetupError } from "./setup-error.ts";
import { realClock, type TravellingClock, travellingClock } from "./store/clock.ts";
import { type Database, openDatabase } from "./store/connect.ts";
import { openKysely } from "./store/database.ts";
import { createEndings } from "./store/endings.ts";
import { openKeys } from "./store/key-ring.ts";
import { limits } from "./store/limits.ts";
import { migrate } from "./store/migrate.ts";
import { createModelSpend } from "./store/model-spend.ts";
import { rotateKey } from "./store/rotate-key.ts";
import { secret } from "./store/seal.ts";
import { createLinks } from "./store/signed-links.ts";
import { createStore } from "./store/store.ts";
import { createViews, type Views } from "./store/views.ts";

/** For the faces that read a server's address and a password from the person. */
export type { Found } from "./mail/discovery/found.ts";
export { type Provider, providerOfDomain, providerOfServer } from "./mail/discovery/provider.ts";
export { isLoopback, parseServerUrl } from "./mail/server-address.ts";
export { secret } from "./store/seal.ts";

/** The whole program, built once, top to bottom; only the entry points import this. */
export type Composed = {
  readonly app: App;
  readonly clock: TravellingClock;
  readonly reminders: Reminders;
  readonly backend: Backend;
  readonly database: Database;
  readonly views: Views;
  /** Finds the servers of an address; refuses with a sentence for each place where nothing was found. */
  readonly discover: (address: string) => Promise<Result<Found, readonly string[]>>;
  readonly signIns: SignIns;
  /**
   * `namedBy`: servers that the network named must not lead inside, not even when they are connected to (SAFETY R52). `token`: what a sign-in just
   * gave; where there is none the mailbox is let in as it always is.
   */
  readonly checkAccount: (
    account: Account,
    namedBy?: "person" | "network",
    token?: Secret | null,
  ) => Promise<Result<Checked, Trouble>>;
  readonly endings: Endings;
  /** Gives how many values were sealed anew. */
  readonly rotateKey: () => Promise<number>;
  readonly log: Logger;
  readonly close: () => Promise<void>;
};

export async function compose(config: Config): Promise<Composed> {
  // Garbage is cleared away sooner: ten thousand mails otherwise take twice the memory, and are read hardly faster. A season
  // in a minute is the other way round: with little memory it would take half as long again.
  if (!config.timeTravel) setFlagsFromString("--optimize-for-size");
  const log = pino(
    { level: config.logLevel, redact: ["*.password", "*.secret", "*.address", "*.text", "*.subject"] },
    pino.destination(2),
  );
  const database = await openDatabase(config, (says) => log.warn(says));
  const trouble = (error: Error) => log.warn(reasonOf(error), "a connection was lost");
  const db = openKysely({ ...database.connection, max: 12 }, trouble);
  try {
    await migrate(database.connection);
    return await composeOn(config, database, db, log, trouble);
  } catch (error) {
    // A server and connections that stay open would keep a program that only had something to say from ending.
    await db.destroy();
    await database.close();
    throw error;
  }
}

async function composeOn(
  config: Config,
  database: Database,
  db: ReturnType<typeof openKysely>,
  log: Logger,
  trouble: (error: Error) => void,
): Promise<Composed> {
  const sealedAlready = async () =>
    (await db.selectFrom("mailbox").select("id").limit(1).execute()).length > 0;
  const templates = await loadTemplates(join(import.meta.dirname, "../prompts/templates"));
  if (!templates.ok) throw new SetupError(templates.error);
  const prompts = await loadDraftPrompts(join(import.meta.dirname, "../prompts"));
  if (!prompts.ok) throw new SetupError(prompts.error);
  const keys = await openKeys(config, sealedAlready);
  const store = createStore(db, keys);
  const clock = config.timeTravel ? await travellingClock(db) : realClock(db);
  const backend = config.redisUrl
    ? await redisBackend(config.redisUrl, trouble)
    : await postgresBackend({ ...limits, ...database.connection }, trouble);
  const reminders = createReminders(backend, clock);
  const mime = createMime(config.timeTravel ? null : { resolver: txtRecords, now: clock.now });
  const endpoint =
    config.model &&
    createEndpoint(config.model, createBudget(config.model, createModelSpend(db), clock), clock);

  const ids = { uuid: randomUUID, token: () => randomBytes(18).toString("base64url") };
  const signIns = createSignIns(config.signIn, { secret, now: clock.now });
  const accessTokens: AccessTokens = (account, refused) =>
    accessToken({ store, clock, ids, signIns }, account, refused);

  const app: App = {
    clock,
    ids,
    holidays: publicHolidays(),
    store,
    queue: reminders,
    mailboxes: createMailboxes({
      pollSeconds: config.pollSeconds,
      pollSentSeconds: config.pollSentSeconds,
      // What the server said may name the account; `status` and the digest tell it.
      onTrouble: (_account, { kind }) => log.warn({ kind }, "a mailbox could not be reached"),
      accessTokens,
    }),
    courier: createCourier({ accessTokens }),
    mime: config.timeTravel ? travelled(mime, clock) : mime,
    writer: createWriter(templates.value),
    secondReader: endpoint && createSecondReader(endpoint, await promptOf("classify")),
    drafter: endpoint && createDrafter(endpoint, prompts.value),
    prompts: prompts.value,
    links: config.publicUrl === null ? null : createLinks(config.publicUrl, await keys.sealing()),
  };
  const outside: Outside = { names: systemNames(), allowPrivate: config.privateServers };
  const close = async () => {
    await reminders.close();
    await backend.close();
    await mime.close();
    await db.destroy();
    await database.close();
  };
  return {
    app,
    clock,
    reminders,
    backend,
    database,
    views: createViews(db),
    discover: (address) => discover(address, outside),
    endings: createEndings(db, database),
    rotateKey: () => rotateKey(db, keys),
    signIns,
    checkAccount: (account, namedBy = "person", token = null) =>
      checkAccount(account, {
        accessTokens: token === null ? accessTokens : async () => ok(token),
        ...(namedBy === "network" && { addressOf: (host) => checkedAddress(host, outside) }),
      }),
    log,
    close,
  };
}

const promptOf = async (name: string): Promise<Prompt> => {
  const prompt = await loadPrompt(join(import.meta.dirname, "../prompts"), name);
  if (!prompt.ok) throw new SetupError(prompt.error);
  return prompt.value;
};

/** A moved clock means servers on loopback: their own clocks stay behind, and no name server knows the signatures of their mail. */
const travelled = (mime: Mime, clock: Clock): Mime => ({
  ...mime,
  read: (source, context) => mime.read(source, { ...context, internalDate: clock.now() }),
});

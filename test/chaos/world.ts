import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Temporal } from "temporal-polyfill";
import { compose } from "../../src/compose.ts";
import { readConfig } from "../../src/config.ts";
import { connectMailbox } from "../../src/flows/connect-mailbox.ts";
import { authservId } from "../../src/sandbox/account.ts";
import { onLoopback } from "../support/account.ts";
import { realServer } from "../support/real-servers.ts";
import { type Box, dovecotBoxes, ownBoxes, password } from "./boxes.ts";
import type { Chance } from "./chance.ts";
import { seeker } from "./people.ts";
import { type Accepted, openProvider, type Provider } from "./provider.ts";
import { type BreakableRedis, breakablePostgres, breakableRedis } from "./stores.ts";
import { openWire, type Wire } from "./wire.ts";

export type World = Awaited<ReturnType<typeof openWorld>>;

/** Everything around the program: databases, mail servers, the networks before them, and people with a connected mailbox each. */
export async function openWorld({
  people,
  onRedis,
  onDovecot,
  badly,
  chance,
  begins,
}: {
  readonly people: number;
  readonly onRedis: boolean;
  readonly onDovecot: boolean;
  /** Share of SMTP sessions that go wrong. */
  readonly badly: number;
  readonly chance: Chance;
  readonly begins: Temporal.Instant;
}) {
  const folder = await mkdtemp(join(tmpdir(), "afterword-chaos-"));
  const redis: BreakableRedis | null = onRedis
    ? await breakableRedis(realServer("redis-server").path, folder)
    : null;
  const config = readConfig({
    AFTERWORD_DATA: folder,
    AFTERWORD_TIME_TRAVEL: "1",
    AFTERWORD_LOG_LEVEL: "silent",
    ...(redis && { REDIS_URL: redis.directUrl }),
  });
  if (!config.ok) throw new Error(config.error.join("\n"));
  const here = await compose(config.value);
  const postgres = await breakablePostgres(folder);
  const db = new pg.Pool(here.database.connection);
  db.on("error", () => undefined);
  db.on("connect", (client) => client.on("error", () => undefined));
  await here.clock.moveTo(begins);

  const seekers = Array.from({ length: people }, (_, n) => seeker(n));
  const imap = onDovecot ? await dovecotBoxes(seekers) : await ownBoxes(seekers);
  const { boxes } = imap;
  const ofLogin = new Map(boxes.map((box) => [box.login, box]));
  const provider: Provider = await openProvider(chance, badly, (mail) =>
    keep(mail, ofLogin, here.clock.now()),
  );
  const smtp: Wire = await openWire(() => ({ host: "127.0.0.1", port: provider.port }));
  for (const box of boxes)
    await connectMailbox(
      here.app,
      { ...box.seeker, zone: "Europe/London", country: "GB", digestAt: "07:30" },
      {
        address: box.seeker.address,
        login: box.login,
        password,
        imap: onLoopback(box.wire.port),
        smtp: onLoopback(smtp.port),
        sentFolder: "Sent",
        filesSentItself: filesItself(box),
        authservId: authservId(box.seeker.address),
      },
      0,
    );

  /** What is asked of the database or the queue is asked again while it is away. */
  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        if (tries > 300) throw error;
        await wait(100);
      }
    }
  };
  return {
    folder,
    here,
    boxes,
    provider,
    postgres,
    redis,
    smtp,
    now: () => here.clock.now(),
    query: (text: string, values: unknown[] = []): Promise<pg.QueryResult["rows"]> =>
      patiently(async () => (await db.query(text, values)).rows),
    /** Moves the clock of all processes and lets what is due then begin. */
    moveTo: async (to: Temporal.Instant) => {
      await patiently(() => here.clock.moveTo(to));
      await patiently(() => here.reminders.sweepNow());
    },
    /** Waits until nothing has been waiting to be done for half a second, or so long at most, in milliseconds: mail that arrives is no job. */
    settled: async (atMost: number): Promise<void> => {
      let looks = 0;
      for (const until = Date.now() + atMost; Date.now() < until && looks < 4; await wait(150)) {
        const quiet = await here.reminders.quiet().catch(() => false);
        looks = quiet ? looks + 1 : 0;
      }
    },
    close: async () => {
      await smtp.close();
      await provider.close();
      await imap.close();
      await postgres.close();
      await db.end();
      await here.close();
      await redis?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Every third provider files what is sent through it, as Gmail and Microsoft do; every fifth gives its own Message-ID, as Outlook does. */
const filesItself = ({ seeker }: Box): boolean => seeker.n % 3 === 1 || rewrites(seeker.n);
const rewrites = (n: number): boolean => n % 5 === 4;

async function keep(mail: Accepted, ofLogin: ReadonlyMap<string, Box>, at: Temporal.Instant): Promise<void> {
  const box = ofLogin.get(mail.login);
  if (!box) throw new Error(`nobody logs in as ${mail.login}`);
  if (mail.to === box.seeker.address) await box.put("INBOX", mail.raw, at);
  if (!filesItself(box)) return;
  const renamed = `Message-ID: <${mail.hash.slice(0, 16)}@provider.example>\r\nX-Microsoft-Original-Message-ID:`;
  await box.put("Sent", rewrites(box.seeker.n) ? mail.raw.replace(/^message-id:/im, renamed) : mail.raw, at);
}

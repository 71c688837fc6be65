import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Composed, compose } from "../../src/compose.ts";
import { readConfig } from "../../src/config.ts";
import type { PersonId } from "../../src/domain/ids.ts";
import { connectMailbox } from "../../src/flows/connect-mailbox.ts";
import { openPostOffice, type PostOffice } from "../../src/sandbox/post-office.ts";
import { onLoopback } from "../support/account.ts";
import { preparedDataFolder } from "../support/prepared-data.ts";
import { type PrivateRedis, startRedis } from "../support/private-redis.ts";
import { realServer } from "../support/real-servers.ts";

const sam = { name: "Sam Reed", address: "sam@reed.example", password: "correct horse" };
const zone = "Europe/London";
/** Over the end of summer time on 25 October. The suite plays four days, `npm run days` thirty. */
const first = Temporal.PlainDate.from("2026-10-23");
const days = Array.from({ length: Number(process.env.DAYS ?? 4) }, (_, n) => first.add({ days: n }));
const outage = first.add({ days: 1 });
const redisServer = realServer("redis-server");

for (const { title, missing, onRedis } of [
  { title: "with the queue in PostgreSQL", missing: false, onRedis: false },
  { title: redisServer.title("with the queue in Redis"), missing: redisServer.missing, onRedis: true },
])
  describe.skipIf(missing)(title, () => {
    let dataFolder: string;
    let redis: PrivateRedis | null = null;
    let office: PostOffice;
    let here: Composed;
    let db: pg.Pool;
    let personId: PersonId;
    const instances: (ChildProcess | null)[] = [null, null, null, null];

    beforeAll(async () => {
      dataFolder = await preparedDataFolder("afterword-days-");
      if (onRedis) redis = await startRedis(redisServer.path);
      const config = readConfig(environment());
      if (!config.ok) throw new Error(config.error.join("\n"));
      here = await compose(config.value);
      db = new pg.Pool(here.database.connection);
      await here.clock.moveTo(at(first.subtract({ days: 1 }), "12:00"));
      office = await openPostOffice({ ...sam, now: here.clock.now, bringsMailToOthers: async () => false });
      await connectMailbox(
        here.app,
        { name: sam.name, address: sam.address, zone, country: "GB", digestAt: "07:30" },
        {
          address: sam.address,
          login: office.login,
          password: office.password,
          imap: onLoopback(office.imap.port),
          smtp: onLoopback(office.smtp.port),
          sentFolder: "Sent",
          filesSentItself: false,
          authservId: null,
        },
        0,
      );
      personId = (await db.query("select id from person")).rows[0].id;
    });
    afterAll(async () => {
      for (const one of instances) one?.kill("SIGKILL");
      await office.close();
      await db.end();
      await here.close();
      await redis?.stop();
      await rm(dataFolder, { recursive: true, force: true });
    });

    const environment = (): Record<string, string> => ({
      PATH: process.env.PATH ?? "",
      HOME: process.env.HOME ?? "",
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? "",
      AFTERWORD_DATA: dataFolder,
      AFTERWORD_TIME_TRAVEL: "1",
      AFTERWORD_LOG_LEVEL: "silent",
      ...(redis && { REDIS_URL: redis.url }),
    });
    const begin = (n: number): void => {
      const child = spawn(process.execPath, [join(import.meta.dirname, "instance.ts")], {
        env: environment(),
        stdio: "ignore",
      });
      instances[n] = child;
    };
    const end = async (n: number, signal: "SIGKILL" | "SIGTERM"): Promise<void> => {
      const child = instances[n];
      instances[n] = null;
      if (!child || child.exitCode !== null) return;
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
    };
    const moveTo = async (day: Temporal.PlainDate, time: string): Promise<void> => {
      await here.clock.moveTo(at(day, time));
      await here.reminders.sweepNow();
    };
    /** What every digest has to tell: a line of its own each day. */
    const note = (day: Temporal.PlainDate) =>
      here.app.store.transaction((tx) =>
        tx.journal.append({
          personId,
          candidacyId: null,
          at: here.clock.now(),
          type: "reply_doubt",
          by: "program",
          says: `The line of ${day.toString()}.`,
        }),
      );
    const digests = () => office.toPerson.filter(({ letter }) => letter.messageId.startsWith("digest."));
    const digestOf = (day: Temporal.PlainDate) =>
      digests().filter(({ at }) => at.toZonedDateTimeISO(zone).toPlainDate().equals(day));

    test("four processes, of which one is killed or ended every day at a random moment, and eight hours without any of them make exactly one digest a local day, and nothing is left untold", async () => {
      for (const n of instances.keys()) begin(n);
      for (const [at, day] of days.entries()) {
        await note(day);
        const isOutage = day.equals(outage);
        if (isOutage) {
          await moveTo(day, "05:00");
          await Promise.all([...instances.keys()].map((n) => end(n, "SIGKILL")));
          await moveTo(day, "13:00");
          for (const n of instances.keys()) begin(n);
        } else {
          await moveTo(day, "07:29");
          expect(digestOf(day)).toHaveLength(0);
          await moveTo(day, "07:30");
        }
        const unlucky = at % 4;
        await wait(chance(at) * 150);
        await end(unlucky, at % 2 === 0 ? "SIGKILL" : "SIGTERM");
        begin(unlucky);
        await arrived(day);
        await moveTo(day, "21:00");
      }
      const told = digests().map(({ letter }) => letter.text);
      expect(days.map((day) => told.filter((text) => text.includes(day.toString())).length)).toEqual(
        days.map(() => 1),
      );
      expect(days.map((day) => digestOf(day).length)).toEqual(days.map(() => 1));
      const { rows } = await db.query("select local_date::text as day from digest where mailed order by 1");
      expect(rows.map(({ day }) => day)).toEqual(days.map(String));
    }, 400_000);

    /** Waits for a day's digest. Where a killed process took it along, the time passes after which another one may look for it. */
    async function arrived(day: Temporal.PlainDate): Promise<void> {
      for (let minutes = 0; digestOf(day).length === 0; minutes += 31) {
        if (minutes > 600) throw new Error(`no digest on ${day.toString()}: ${await standing()}`);
        for (let look = 0; look < 40 && digestOf(day).length === 0; look += 1) await wait(100);
        if (digestOf(day).length > 0) return;
        await db.query("update outbox set lease = lease - interval '31 minutes' where lease is not null");
        await here.clock.moveTo(here.clock.now().add({ minutes: 31 }));
        await here.reminders.sweepNow();
      }
    }

    const standing = async () =>
      JSON.stringify(
        (await db.query("select purpose, state, lease, not_before from outbox where state <> 'sent'")).rows,
      );
  });

const at = (day: Temporal.PlainDate, time: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();

/** The same from run to run: a number from 0 to 1 for each day. */
const chance = (n: number): number => ((n * 7_919 + 104_729) % 1_000) / 1_000;

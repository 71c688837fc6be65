import { existsSync, readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { bundle } from "./bundle.ts";
import { chanceFrom } from "./chance.ts";
import { carriedOut } from "./failpoint-orders.ts";
import { breakThings } from "./faults.ts";
import { liveIn } from "./life.ts";
import { zone } from "./people.ts";
import { beginProcesses } from "./processes.ts";
import { type Verdict, verdictOn } from "./verdict.ts";
import { openWorld } from "./world.ts";

export type RunOptions = {
  readonly seed: number;
  /** The run ends after so many kills at random and so many approved mails, whichever comes last. */
  readonly kills: number;
  readonly approvals: number;
  readonly people: number;
  readonly invitationsADay: number;
  readonly processes: number;
  /** Nothing is broken: shows that the harness itself sees a whole season. */
  readonly calm: boolean;
  /** Share of SMTP sessions that go wrong. */
  readonly badly: number;
  readonly onRedis: boolean;
  readonly onDovecot: boolean;
  /** Each durable step kills its process the first time that it is taken. */
  readonly eachStep: boolean;
  /** The name of a fault in `planted.ts`, or nothing. */
  readonly plant: string;
  readonly tell: (line: string) => void;
};

export type Outcome = Verdict & {
  /** At random. */
  readonly kills: number;
  /** Killed because a durable step was taken for the first time. */
  readonly struck: number;
  readonly days: number;
  readonly steps: readonly string[];
  readonly faults: Readonly<Record<string, number>>;
  readonly seconds: number;
};

const calm = { done: {}, stop: async () => undefined };
const begins = Temporal.ZonedDateTime.from("2026-06-01T09:30[Europe/London]");

/** Plays days of a job search for several people while everything around breaks, lets it heal, and holds what the servers saw against what was approved (SAFETY R57). */
export async function run(options: RunOptions): Promise<Outcome> {
  const began = Date.now();
  const chance = chanceFrom(options.seed);
  const program = await bundle(join(import.meta.dirname, "instance.ts"));
  const world = await openWorld({
    ...options,
    badly: options.calm ? 0 : options.badly,
    chance,
    begins: begins.toInstant(),
  });
  const life = liveIn(world, chance, options.invitationsADay);
  const environment = (orders: string, skews: boolean) => () => ({
    PATH: process.env.PATH ?? "",
    HOME: process.env.HOME ?? "",
    NODE_COMPILE_CACHE: dirname(program),
    AFTERWORD_DATA: world.folder,
    AFTERWORD_TIME_TRAVEL: "1",
    AFTERWORD_LOG_LEVEL: "warn",
    DATABASE_URL: world.postgres.url,
    ...(world.redis && { REDIS_URL: world.redis.url }),
    AFTERWORD_FAILPOINT: orders,
    CHAOS_FOLDER: world.folder,
    CHAOS_SEED: String(Math.floor(chance() * 2 ** 31)),
    CHAOS_PLANT: options.plant,
    CHAOS_JUMP: String(skews && chance() < 0.1 ? (chance() < 0.5 ? -3_600_000 : 3_600_000) : 0),
  });
  const orders = options.calm
    ? ""
    : `${options.eachStep ? "each:kill," : ""}*0.004:kill,*0.004:soon,*0.002:error,*0.01:delay`;
  const log = join(world.folder, "log");
  const done = carriedOut(world.folder);
  const processes = beginProcesses(program, options.processes, environment(orders, true), log);
  const faults = options.calm ? calm : breakThings(world, processes, options.processes, chance);
  let days = 0;
  const struck = () =>
    (existsSync(done) ? readFileSync(done, "utf8").match(/^each kill /gm) : null)?.length ?? 0;
  const kills = () => processes.kills() - struck();

  const at = async (time: string, most: number) => {
    const today = world.now().toZonedDateTimeISO(zone);
    const then = today.withPlainTime(Temporal.PlainTime.from(time));
    if (Temporal.Instant.compare(then.toInstant(), world.now()) > 0) await world.moveTo(then.toInstant());
    await world.settled(most);
  };
  const day = async (invites: boolean, most: number, approves = true) => {
    await at("07:31", most * 2);
    await life.answerDigests(approves);
    await at("08:10", most);
    if (invites) await life.interrupt();
    for (const time of ["09:01", "09:40"]) await at(time, most);
    const isWorkingDay = world.now().toZonedDateTimeISO(zone).dayOfWeek <= 5;
    if (invites && isWorkingDay) await life.invite();
    for (const time of ["10:30", "11:30", "12:30"]) await at(time, most);
    if (invites) await life.employersAnswer();
    for (const time of ["14:00", "15:30", "16:30", "20:00"]) await at(time, most);
    await world.moveTo(
      world.now().toZonedDateTimeISO(zone).add({ days: 1 }).withPlainTime("06:30").toInstant(),
    );
    days += 1;
    const { approvals } = life.story;
    const left = world.provider.accepted.filter(({ to }) => !to.includes("@home")).length;
    options.tell(
      `day ${days}: ${kills()} kills and ${struck()} at a step, ${approvals.length} approved, ${left} accepted, ${Math.round((Date.now() - began) / 1_000)} s`,
    );
  };
  try {
    while (kills() < options.kills || life.story.approvals.length < options.approvals)
      await day(true, 15_000);
    await faults.stop();
    world.provider.calm();
    const counted = { kills: kills(), struck: struck() };
    await processes.renew(environment("", false));
    // A second mail to somebody waits a week for the first one, and that may have left late (POLICY 6.1).
    for (let calm = 0; calm < 21 && (calm < 2 || (await isOpen(world))); calm += 1)
      await day(false, 20_000, calm < 2);
    const verdict = await verdictOn(world, life.story, readFileSync(log, "utf8"));
    return {
      ...verdict,
      ...counted,
      days,
      steps: readdirSync(join(world.folder, "met")).toSorted(),
      faults: faults.done,
      seconds: Math.round((Date.now() - began) / 1_000),
    };
  } finally {
    await faults.stop();
    await processes.stop();
    await world.close();
    await rm(dirname(program), { recursive: true, force: true });
  }
}

/** Whether anything is still on its way. */
const isOpen = async (world: Awaited<ReturnType<typeof openWorld>>): Promise<boolean> =>
  (
    await world.query(
      "select 1 from outbox where state in ('queued', 'claimed', 'transmitting', 'unknown', 'asked') and purpose = 'draft' or (state = 'sent' and not filed and purpose = 'draft') limit 1",
    )
  ).length > 0;

import pg from "pg";
import { Temporal } from "temporal-polyfill";
import { type Composed, compose } from "../../src/compose.ts";
import { readConfig } from "../../src/config.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { cpuOfPostgres } from "./sending-processes.ts";
import { start } from "./sending-seed.ts";

export type Program = Composed & {
  readonly pool: pg.Pool;
  /** For other processes of the same installation. */
  readonly environment: Readonly<Record<string, string>>;
  readonly end: () => Promise<void>;
};

/** The program as its processes build it, at the moment at which the measurement begins. */
export async function openProgram(dataFolder: string, redisUrl: string | null): Promise<Program> {
  const environment = {
    PATH: process.env.PATH ?? "",
    HOME: process.env.HOME ?? "",
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? "",
    AFTERWORD_DATA: dataFolder,
    AFTERWORD_TIME_TRAVEL: "1",
    AFTERWORD_LOG_LEVEL: "warn",
    ...(redisUrl && { REDIS_URL: redisUrl }),
  };
  const config = readConfig(environment);
  if (!config.ok) throw new Error(config.error.join("\n"));
  const composed = await compose(config.value);
  const pool = new pg.Pool(composed.database.connection);
  await composed.clock.moveTo(Temporal.Instant.from(start));
  const end = async (): Promise<void> => {
    await pool.end();
    await composed.close();
  };
  return { ...composed, pool, environment, end };
}

/** One sweep by this process with the real queue: seconds, and CPU of this process and of PostgreSQL in seconds. */
export async function timedSweep({ app, pool }: Program): Promise<object> {
  const postgres = await cpuOfPostgres(pool);
  const used = process.cpuUsage();
  const begun = performance.now();
  await sweep(app);
  const seconds = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(used);
  return {
    seconds: rounded(seconds),
    cpu: rounded((user + system) / 1_000_000),
    postgresCpu: rounded(((await cpuOfPostgres(pool)) - postgres) / 1_000),
  };
}

/** Everything that this process asks PostgreSQL from now on. */
export function countStatements(): () => number {
  let count = 0;
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
    count += 1;
    return Reflect.apply(query, this, given);
  } as typeof query;
  return () => count;
}

export const percentile = (sorted: readonly number[], share: number): number =>
  rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);

export const rounded = (value: number): number => Math.round(value * 100) / 100;

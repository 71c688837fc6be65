import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { isOnThisMachine, isPlainAddress } from "./address-checks.ts";
import { ok, type Result, refuse } from "./domain/result.ts";
import { readEnvFile } from "./env-file.ts";
import { SetupError } from "./setup-error.ts";
import { signInFields, signInOf } from "./sign-in-settings.ts";

/** Everything that can be set from outside. */
export type Config = {
  /** Absolute path. Holds the key file and, without DATABASE_URL, the database. */
  readonly dataFolder: string;
  /** null: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | null;
  /** null: the queue lives in PostgreSQL too. */
  readonly redisUrl: string | null;
  /** 32 bytes in base64; null: the key file in the data folder. */
  readonly key: string | null;
  /** The key that AFTERWORD_KEY takes the place of, in the same form, until everything is sealed anew; null: there is none. */
  readonly oldKey: string | null;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The address under which others reach this program, without a slash at its end; null: it is known on this machine only, and no mail holds a link. */
  readonly publicUrl: string | null;
  readonly timeTravel: boolean;
  readonly logLevel: (typeof logLevels)[number];
  /** A model that reads what the rules leave unsure; null: the rules alone. */
  readonly model: Readonly<ReturnType<typeof modelOf>>;
  /** How often INBOX is asked although it is watched by IDLE, in seconds (SAFETY R20). */
  readonly pollSeconds: number;
  /** How often Sent is asked, in seconds; IDLE is renewed as often (SAFETY R19, R20). */
  readonly pollSentSeconds: number;
  /** Servers that were found for an address may also be on this machine or in its network (SAFETY R52). */
  readonly privateServers: boolean;
  /** The owner's client ids for signing in on Google's and Microsoft's pages; null: there is none. */
  readonly signIn: Readonly<ReturnType<typeof signInOf>>;
};

/**
 * The configuration from the environment and, behind it, the file .env of the current folder.
 * @throws SetupError with every error at once, one a line.
 */
export function loadConfig(): Config {
  const file = resolve(".env");
  const fromFile = readFileIfThere(file);
  const settings = fromFile === null ? ok({}) : readEnvFile(fromFile, file);
  const config = readConfig({ ...(settings.ok && settings.value), ...process.env });
  const errors = [...(settings.ok ? [] : settings.error), ...(config.ok ? [] : config.error)];
  if (!settings.ok || !config.ok) throw new SetupError(errors.join("\n"));
  return config.value;
}

/** Reads settings: a missing or empty one is the default. Returns every error at once, a line each, which never repeats a value that may be secret. */
export function readConfig(env: NodeJS.ProcessEnv): Result<Config, readonly string[]> {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const read = settings.safeParse(given);
  if (!read.success)
    return refuse(read.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`));
  const set = read.data;
  if (set.AFTERWORD_MODEL_DAILY_COST && set.AFTERWORD_MODEL_PRICE_IN + set.AFTERWORD_MODEL_PRICE_OUT === 0)
    return refuse(["AFTERWORD_MODEL_DAILY_COST needs AFTERWORD_MODEL_PRICE_IN and _OUT: else all is free."]);
  return ok({
    dataFolder: dataFolder(set),
    databaseUrl: set.DATABASE_URL ?? null,
    redisUrl: set.REDIS_URL ?? null,
    key: set.AFTERWORD_KEY ?? null,
    oldKey: set.AFTERWORD_OLD_KEY ?? null,
    host: set.AFTERWORD_HOST,
    port: set.AFTERWORD_PORT,
    publicUrl: set.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    timeTravel: set.AFTERWORD_TIME_TRAVEL,
    logLevel: set.AFTERWORD_LOG_LEVEL,
    model: modelOf(set),
    pollSeconds: set.AFTERWORD_POLL_SECONDS,
    pollSentSeconds: set.AFTERWORD_POLL_SENT_SECONDS,
    privateServers: set.AFTERWORD_PRIVATE_SERVERS,
    signIn: signInOf(set),
  });
}

const logLevels = ["trace", "debug", "info", "warn", "error", "silent"] as const;

/** A whole number with bounds; an empty text is never 0. */
const whole = (least: number, most: number, fallback: number) => {
  const says = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d+$/, says)
    .transform(Number)
    .refine((value) => value >= least && value <= most, says)
    .default(fallback);
};

const yesOrNo = (says: string) => z.stringbool({ truthy: ["1"], falsy: ["0"], error: says }).default(false);

const amount = z
  .string()
  .regex(/^\d{1,6}(?:\.\d{1,6})?$/, "must be an amount such as 2 or 0.15")
  .transform(Number);

const address = (schemes: readonly string[], example: string) =>
  z
    .string()
    .refine(
      (value) => schemes.includes(URL.parse(value)?.protocol ?? ""),
      `must be an address like ${example}`,
    );

const encrypted = (example: string) =>
  address(["https:", "http:"], example).refine(
    (value) => URL.parse(value)?.protocol !== "http:" || isOnThisMachine(value),
    "must begin with https:// unless it is on this machine",
  );

/** 43 characters, of which the last carries four bits, and the padding. */
const keyText = z
  .string()
  .regex(
    /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=?$/,
    'must be 32 random bytes in base64; "openssl rand -base64 32" makes such a key',
  );

const settings = z.object({
  AFTERWORD_DATA: z.string().optional(),
  XDG_DATA_HOME: z.string().optional(),
  HOME: z.string().optional(),
  DATABASE_URL: address(
    ["postgres:", "postgresql:"],
    "postgres://user:password@host:5432/afterword",
  ).optional(),
  REDIS_URL: address(["redis:", "rediss:"], "redis://host:6379").optional(),
  AFTERWORD_KEY: keyText.optional(),
  AFTERWORD_OLD_KEY: keyText.optional(),
  AFTERWORD_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "must be an address of this machine, such as 127.0.0.1 or 0.0.0.0")
    .default("127.0.0.1"),
  AFTERWORD_PORT: whole(0, 65_535, 8484),
  // Secrets stand in addresses below it, so it crosses a network encrypted or not at all.
  PUBLIC_URL: encrypted("https://afterword.example.org")
    .refine(isPlainAddress, "must be an address alone, without a user name, ? or #")
    .optional(),
  AFTERWORD_TIME_TRAVEL: yesOrNo("must be 1 to let the clock be moved, or 0"),
  AFTERWORD_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).default("info"),
  AFTERWORD_MODEL: z.string().optional(),
  // Mail is private: it crosses a network encrypted or not at all.
  OPENAI_BASE_URL: encrypted("https://host/v1").default("https://api.openai.com/v1"),
  OPENAI_API_KEY: z.string().optional(),
  AFTERWORD_MODEL_SECONDS: whole(1, 600, 20),
  AFTERWORD_MODEL_DAILY_TOKENS: whole(0, 1_000_000_000, 200_000),
  AFTERWORD_MODEL_DAILY_COST: amount.optional(),
  AFTERWORD_MODEL_PRICE_IN: amount.default(0),
  AFTERWORD_MODEL_PRICE_OUT: amount.default(0),
  AFTERWORD_POLL_SECONDS: whole(1, 86_400, 600),
  // Each look at Sent ends IDLE and begins it anew, which SAFETY R19 wants every 5 minutes.
  AFTERWORD_POLL_SENT_SECONDS: whole(1, 300, 60),
  ...signInFields,
  AFTERWORD_PRIVATE_SERVERS: yesOrNo("must be 1 to let servers in your own network be found, or 0"),
});

/** A day's tokens and cost are each person's; null: no limit in money. Prices are for a million tokens, the time-out for one answer is in milliseconds. */
const modelOf = (set: z.infer<typeof settings>) =>
  set.AFTERWORD_MODEL
    ? {
        baseUrl: set.OPENAI_BASE_URL,
        apiKey: set.OPENAI_API_KEY ?? "",
        model: set.AFTERWORD_MODEL,
        timeout: set.AFTERWORD_MODEL_SECONDS * 1_000,
        dailyTokens: set.AFTERWORD_MODEL_DAILY_TOKENS,
        dailyCost: set.AFTERWORD_MODEL_DAILY_COST ?? null,
        priceIn: set.AFTERWORD_MODEL_PRICE_IN,
        priceOut: set.AFTERWORD_MODEL_PRICE_OUT,
      }
    : null;

/** XDG Base Directory Specification: a relative XDG_DATA_HOME is to be ignored. A shell does not expand ~ in a .env file, so it is done here. */
function dataFolder(set: z.infer<typeof settings>): string {
  const home = set.HOME ?? homedir();
  if (set.AFTERWORD_DATA) return resolve(set.AFTERWORD_DATA.replace(/^~(?=\/|$)/, home));
  const shared = set.XDG_DATA_HOME?.startsWith("/") ? set.XDG_DATA_HOME : join(home, ".local", "share");
  return join(shared, "afterword");
}

function readFileIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new SetupError(
      `The settings in ${file} cannot be read (${(error as Error).message}); make it a file that you may read, or remove it.`,
    );
  }
}

import pg from "pg";
import { SetupError } from "../setup-error.ts";
import { joinEmbedded } from "./embedded.ts";

/** The database in use. `connection` makes any number of pools; they are closed before `close` is called. */
export type Database = {
  readonly mode: "embedded" | "server";
  readonly connection: pg.PoolConfig;
  readonly close: () => Promise<void>;
};

/** The oldest server that the statements are tested on, as server_version_num has it. */
const oldest = 150_000;

/**
 * Opens the server of DATABASE_URL, or the embedded one in the data folder. The tables are `migrate`'s business.
 * @param onTrouble told in one sentence what goes wrong with the embedded server later on.
 * @throws SetupError when the server cannot be used, without ever naming a password.
 */
export async function openDatabase(
  config: { readonly dataFolder: string; readonly databaseUrl: string | null },
  onTrouble: (says: string) => void = () => {},
): Promise<Database> {
  if (config.databaseUrl === null) {
    const embedded = await joinEmbedded(config.dataFolder, onTrouble);
    return { mode: "embedded", connection: embedded.connection, close: embedded.leave };
  }
  const connection: pg.PoolConfig = {
    connectionString: config.databaseUrl,
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
  };
  await check(connection, nameOf(config.databaseUrl));
  return { mode: "server", connection, close: async () => {} };
}

async function check(connection: pg.PoolConfig, server: string): Promise<void> {
  const client = new pg.Client(connection);
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<Facts>(
      "select current_setting('server_version_num')::int as version, current_setting('synchronous_commit') as commit, pg_is_in_recovery() as standby",
    );
    const why = rows[0] && refusal(rows[0]);
    if (why) throw new SetupError(`${server} (DATABASE_URL) cannot be used: ${why}.`);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(
      `${server} (DATABASE_URL) cannot be reached: ${reason(error)}; check that it runs and that the address, user and password are right.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}

type Facts = { readonly version: number; readonly commit: string; readonly standby: boolean };

function refusal({ version, commit, standby }: Facts): string | null {
  if (version < oldest) return `it is PostgreSQL ${Math.floor(version / 10_000)}; 15 or newer is needed`;
  if (standby) return "it is a read-only standby; give the address of the primary";
  // SAFETY section 1: a "transmitting" that a crash takes back is a mail sent twice.
  if (commit === "off")
    return `its synchronous_commit is off, which could send a mail twice; run "alter database … set synchronous_commit = on"`;
  return null;
}

/** Host, port and database of an address; the rest may be secret. */
function nameOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? `PostgreSQL at ${parsed.host || "a local socket"}${parsed.pathname}` : "PostgreSQL";
}

/** A host with several addresses fails with one error for each and no message of its own. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
}

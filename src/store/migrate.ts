import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { SetupError } from "../setup-error.ts";

/** Any number will do as long as nobody else locks it in this database. */
const advisoryLock = 7_204_118_536;

/** One file of migrations; the checksum is that of its text with LF line ends, so that a checkout on another system is the same. */
type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/**
 * Brings the tables up to date: forward only, in order, each file in a transaction of its own, by one process at a time.
 * @returns the names of the files that were applied now.
 * @throws SetupError when an applied file was changed, the database is newer than the program, or a file fails.
 */
export async function migrate(
  connection: pg.ClientConfig,
  folder: string = join(import.meta.dirname, "migrations"),
): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client(connection);
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [advisoryLock]);
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    // The lock ends with the connection.
    await client.end();
  }
}

async function findPending(
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  await client.query(
    "create table if not exists schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())",
  );
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from schema_migration order by name",
  );
  for (const { name, checksum } of rows) {
    const known = migrations.find((migration) => migration.name === name);
    if (!known) {
      throw new SetupError(
        `The database was brought up to ${name} by a newer Afterword; update this program, it cannot go back.`,
      );
    }
    if (known.checksum !== checksum) {
      throw new SetupError(
        `The migration ${name} was changed after it had been applied; restore the file and put the change into a new one.`,
      );
    }
  }
  const applied = new Set(rows.map((row) => row.name));
  const pending = migrations.filter((migration) => !applied.has(migration.name));
  const last = rows.at(-1)?.name ?? "";
  const late = pending.find((migration) => migration.name < last);
  if (late)
    throw new SetupError(
      `The migration ${late.name} comes before ${last}, which has been applied; give it a higher number.`,
    );
  return pending;
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query("insert into schema_migration (name, checksum) values ($1, $2)", [name, checksum]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw new SetupError(
      `The migration ${name} failed and was undone (${(error as Error).message}); nothing was changed by it.`,
      { cause: error },
    );
  }
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const numbers = new Set(names.map((name) => name.slice(0, 4)));
  if (numbers.size !== names.length || names.some((name) => !/^\d{4}-[a-z0-9-]+\.sql$/.test(name))) {
    throw new Error(`migrations are named NNNN-name.sql, each number once: ${names.join(", ")}`);
  }
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(join(folder, name), "utf8")).replaceAll("\r\n", "\n");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

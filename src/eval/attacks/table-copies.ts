import type { Pool } from "pg";

/** A copy of every table of the program beside it, and the way back to it. */
export type TableCopies = { readonly restore: () => Promise<void> };

type Table = { readonly name: string; readonly columns: string; readonly refers: readonly string[] };

/** Copies all tables as they stand now; restoring puts the very same rows back. */
export async function copyTables(pool: Pool): Promise<TableCopies> {
  const { rows } = await pool.query<Table>(
    `select relname as name,
       (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
       array(select confrelid::regclass::text from pg_constraint where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid) as refers
     from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('clock', 'schema_migration')`,
  );
  const tables = inOrder(rows);
  await pool.query("drop schema if exists copied cascade; create schema copied");
  for (const { name } of tables)
    await pool.query(`create table copied."${name}" as select * from public."${name}"`);
  const restoring = [
    "begin",
    // Takes along what is append-only, which goes with its person alone.
    "delete from public.person",
    ...tables.toReversed().map(({ name }) => `delete from public."${name}"`),
    ...tables.map(
      ({ name, columns }) =>
        `insert into public."${name}" (${columns}) overriding system value select ${columns} from copied."${name}"`,
    ),
    "commit",
  ].join(";");
  return {
    restore: async () => {
      await pool.query(restoring);
    },
  };
}

/** Tables after those to which they refer. */
function inOrder(tables: readonly Table[]): readonly Table[] {
  const placed: Table[] = [];
  const place = (table: Table): void => {
    if (placed.includes(table)) return;
    for (const other of tables.filter(({ name }) => table.refers.includes(name))) place(other);
    placed.push(table);
  };
  for (const table of tables) place(table);
  return placed;
}

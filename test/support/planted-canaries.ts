type Query = (text: string, values?: unknown[]) => Promise<readonly Record<string, unknown>[]>;
type Column = {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  /** What it refers to, as a query for one key. */
  readonly key: string | null;
  /** The first value that a check allows. */
  readonly allowed: string | null;
};

/** Tables that know nobody. */
const impersonal = new Set(["clock", "schema_migration"]);

/**
 * Puts a row into every table that has none yet, and the canary into every column that takes words or bytes.
 * @returns how many columns hold it, and those that take only words of a list.
 */
export async function plantCanaries(
  query: Query,
  canary: string,
): Promise<{ readonly planted: number; readonly closed: readonly string[] }> {
  const columns = await columnsOf(query);
  const tables = [...new Set(columns.map(({ table }) => table))];
  for (let round = 0; round < tables.length; round += 1)
    for (const table of tables) if (await isEmpty(query, table)) await fill(query, columns, table, canary);
  for (const table of tables)
    if (await isEmpty(query, table)) throw new Error(`no row could be put into ${table}`);
  const closed: string[] = [];
  let planted = 0;
  for (const column of columns.filter(({ type, key }) => key === null && wordsOf(type, canary) !== null)) {
    const { table, name } = column;
    const value = wordsOf(column.type, canary);
    await query(`alter table ${table} disable trigger user`);
    const done = await query(
      `update ${table} set "${name}" = case row_number when 1 then ${value} else "${name}" end from (select ctid as at, row_number() over () from ${table}) numbered where ${table}.ctid = numbered.at`,
    ).then(
      () => true,
      () => false,
    );
    await query(`alter table ${table} enable trigger user`);
    if (done) planted += 1;
    else closed.push(`${table}.${name}`);
  }
  return { planted, closed };
}

/** Every row of every table as text, of the queue's schema too: what a dump of the database would hold. */
export async function dumpOf(query: Query): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = await query(
    "select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  );
  const dump = new Map<string, readonly string[]>();
  for (const { name } of tables)
    dump.set(
      String(name),
      (await query(`select t::text as row from ${name} t`)).map(({ row }) => String(row)),
    );
  return dump;
}

const isEmpty = async (query: Query, table: string): Promise<boolean> =>
  (await query(`select 1 from ${table} limit 1`)).length === 0;

/** First with everything that is known of it, then with what it cannot be without: some columns are allowed only in company. */
async function fill(query: Query, columns: readonly Column[], table: string, canary: string): Promise<void> {
  const own = columns.filter((column) => column.table === table);
  const needed = own.filter(({ optional }) => !optional);
  const attempts = [own, needed, ...own.filter(({ optional }) => optional).map((one) => [...needed, one])];
  for (const attempt of attempts) {
    const values = attempt.flatMap((column) => {
      const value = column.key ?? column.allowed ?? anyValue(column.type, canary);
      return value === null ? [] : [{ name: `"${column.name}"`, value }];
    });
    const statement = `insert into ${table} (${values.map(({ name }) => name)}) values (${values.map(({ value }) => value)})`;
    const done = await query(statement).then(
      () => true,
      () => false,
    );
    if (done) return;
  }
}

const wordsOf = (type: string, canary: string): string | null =>
  ({
    text: `'${canary}'`,
    "text[]": `array['${canary}']`,
    jsonb: `jsonb_build_object('${canary}', '${canary}')`,
    bytea: `'${canary}'::bytea`,
  })[type] ?? null;

const anyValue = (type: string, canary: string): string | null =>
  wordsOf(type, canary) ??
  {
    uuid: "gen_random_uuid()",
    date: "current_date",
    "timestamp with time zone": "now()",
    boolean: "true",
    integer: "1",
    smallint: "1",
    bigint: "1",
  }[type] ??
  null;

async function columnsOf(query: Query): Promise<readonly Column[]> {
  const rows = await query(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      not a.attnotnull or a.atthasdef as optional,
      (select format('(select %I from %I limit 1)', r.attname, f.relname) from pg_constraint k
        join pg_class f on f.oid = k.confrelid join pg_attribute r on r.attrelid = f.oid and r.attnum = k.confkey[1]
        where k.conrelid = c.oid and k.contype = 'f' and k.conkey[1] = a.attnum limit 1) as key,
      (select substring(pg_get_constraintdef(k.oid) from 'ARRAY\\[(''[^'']*''::text)') from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as allowed
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attidentity = '' order by c.relname, a.attnum`);
  return (rows as readonly Column[]).filter(({ table }) => !impersonal.has(table));
}

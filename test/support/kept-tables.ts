export type KeptTables = { readonly putBack: () => Promise<void> };
type Query = (text: string) => Promise<{ readonly name: string; readonly needs: readonly string[] }[]>;

/** Keeps every table as it stands, so that each case of a long table of cases begins there without the way that led to it. */
export async function keepTables(query: Query): Promise<KeptTables> {
  const tables = await query(
    `select c.oid::regclass::text as name,
       array(select confrelid::regclass::text from pg_constraint where conrelid = c.oid and contype = 'f' and confrelid <> c.oid) as needs
     from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  const names = referredFirst(tables);
  await query(
    ["create schema kept", ...names.map((name) => `create table kept.${name} as table ${name}`)].join(";"),
  );
  const fill = names.map((name) => `insert into ${name} overriding system value table kept.${name}`);
  return {
    putBack: async () => {
      await query([`truncate ${names.join(", ")}`, ...fill].join(";"));
    },
  };
}

function referredFirst(tables: Awaited<ReturnType<Query>>): readonly string[] {
  const placed: string[] = [];
  while (placed.length < tables.length) {
    const next = tables.filter(
      ({ name, needs }) => !placed.includes(name) && needs.every((one) => placed.includes(one)),
    );
    if (next.length === 0) throw new Error("tables refer to each other in a circle");
    placed.push(...next.map(({ name }) => name));
  }
  return placed;
}

import pg from "pg";

/** Any number that no other advisory lock of the program uses. */
const key = 7_301_201;

/** Holds the place of the one program that runs everything on this database, for as long as its connection lives: a killed one leaves no lock behind. */
export async function onlyOne(
  connection: pg.ClientConfig,
): Promise<{ readonly release: () => Promise<void> } | "taken"> {
  const client = new pg.Client(connection);
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_lock($1) as mine", [key]);
  if (rows[0]?.mine) return { release: () => client.end() };
  await client.end();
  return "taken";
}

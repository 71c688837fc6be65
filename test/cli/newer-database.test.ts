import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { openDatabase } from "../../src/store/connect.ts";
import { migrate } from "../../src/store/migrate.ts";
import { type Installation, installation, isPlain } from "./command-line.ts";

let here: Installation;
beforeAll(async () => {
  here = await installation();
});
afterAll(() => here.remove());

test("a command that finds the database of a newer Afterword says so and ends, with the server that it had started", async () => {
  const config = readConfig({ AFTERWORD_DATA: here.data });
  if (!config.ok) throw new Error(config.error.join("\n"));
  const database = await openDatabase(config.value, () => undefined);
  await migrate(database.connection);
  const client = new pg.Client(database.connection);
  await client.connect();
  await client.query("insert into schema_migration (name, checksum) values ('9999-later.sql', 'none')");
  await client.end();
  await database.close();

  const said = await here.run(["status"]);

  expect(said.code).toBe(1);
  expect(said.err).toContain("by a newer Afterword; update this program");
  expect(isPlain(said.err)).toBe(true);
});

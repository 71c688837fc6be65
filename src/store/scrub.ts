import pg from "pg";
import type { Database } from "./connect.ts";

/**
 * A deleted row stays in PostgreSQL's files until something else is written over it, in its write-ahead log too. This writes every table anew and, of
 * the embedded server, lets go of the log (SAFETY R56). Nothing else may be using the database: a reader would keep the rows it may still want.
 * @returns false for a server of somebody else's, whose log, statistics and backups only its owner can see to.
 */
export async function scrub({ mode, connection }: Database): Promise<boolean> {
  const isOurs = mode === "embedded";
  // The server that belongs to us knows its superuser by the folder that it is in (auth-local=trust).
  const client = new pg.Client(isOurs ? { ...connection, user: "postgres" } : connection);
  client.on("error", () => {});
  await client.connect();
  try {
    if (isOurs) await client.query(forgetCommonValues);
    await client.query("vacuum full");
    if (isOurs) for (const step of dropOldLog) await client.query(step);
    return isOurs;
  } finally {
    await client.end();
  }
}

/** What ANALYZE saw most often in a column stands in the statistics of the planner, word for word. */
const forgetCommonValues = `select pg_clear_attribute_stats(schemaname, tablename, attname, inherited)
  from pg_stats where schemaname not in ('pg_catalog', 'information_schema')`;

/** A segment of the log that is not needed any more would be kept under another name, with what it holds. */
const dropOldLog = [
  "alter system set wal_recycle = off",
  "select pg_reload_conf()",
  "select pg_switch_wal()",
  "checkpoint",
  "select pg_switch_wal()",
  "checkpoint",
  "alter system reset wal_recycle",
  "select pg_reload_conf()",
];

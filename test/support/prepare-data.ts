import pg from "pg";
import { openDatabase } from "../../src/store/connect.ts";
import { migrate } from "../../src/store/migrate.ts";

/** A process of its own that makes a database with all its tables in the folder that it is given. */
const [, , folder = ""] = process.argv;
const database = await openDatabase({ dataFolder: folder, databaseUrl: null });
await migrate(database.connection);
// Tests end processes and never the machine: what the operating system was told stays, and nobody has to wait for the disk.
const superuser = new pg.Client({ ...database.connection, user: "postgres", database: "postgres" });
await superuser.connect();
await superuser.query("alter system set fsync = off");
await superuser.end();
await database.close();

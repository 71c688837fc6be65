import { openDatabase } from "../../src/store/connect.ts";
import { migrate } from "../../src/store/migrate.ts";

/** A process of its own that makes a database with all its tables in the folder that it is given. */
const [, , folder = ""] = process.argv;
const database = await openDatabase({ dataFolder: folder, databaseUrl: null });
await migrate(database.connection);
await database.close();

import { openDatabase } from "../../src/store/connect.ts";

/** A process that uses the database of a folder, as a service or a command does: says "open", and closes when its input ends. */
const [folder = ""] = process.argv.slice(2);
const database = await openDatabase({ dataFolder: folder, databaseUrl: null });
console.log("open");
process.stdin.resume();
await new Promise((resolve) => process.stdin.once("end", resolve));
await database.close();
console.log("closed");

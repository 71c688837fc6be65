import { openKysely } from "../../src/store/database.ts";
import { openKeys } from "../../src/store/key-ring.ts";
import { rotateKey } from "../../src/store/rotate-key.ts";

/** A process that changes the key, and can be killed while it does. */
const [connection = "{}", dataFolder = ""] = process.argv.slice(2);
const db = openKysely({ ...JSON.parse(connection), application_name: "rotator" }, () => undefined);
await rotateKey(db, await openKeys({ key: null, oldKey: null, dataFolder }, async () => true));
await db.destroy();

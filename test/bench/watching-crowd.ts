import { createInterface } from "node:readline";
import { startCrowdImap } from "../support/crowd-imap.ts";

/** The light IMAP server as a process of its own: says its port, and how many connections are in IDLE for every line that it hears. */
const crowd = await startCrowdImap();
console.log(crowd.port);
createInterface({ input: process.stdin }).on("line", () => console.log(crowd.idling()));

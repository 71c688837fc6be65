/**
 * How long a mail takes from the server's IDLE notification to its journal event, on a private Dovecot and the embedded PostgreSQL.
 * `npm run bench` prints one line; `-- --mails 200` sets how many. The notification is timed in a proxy before the program; an event counts when another connection sees it.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { passing } from "../../src/sandbox/account.ts";
import { launch } from "../../src/sandbox/program.ts";
import { openDatabase } from "../../src/store/connect.ts";
import { openWorld, sam } from "../loop/one-season.ts";
import { startDovecot } from "../support/dovecot.ts";

const { values } = parseArgs({ options: { mails: { type: "string", default: "200" } } });
const mails = Number(values.mails);

const dovecot = await startDovecot();
const world = await openWorld(dovecot);
let toldAt = 0;
const proxy = createServer((socket) => {
  const server = connect(dovecot.imapPort, "127.0.0.1");
  server.on("data", (chunk) => {
    if (/^\* \d+ EXISTS/m.test(chunk.toString("latin1"))) toldAt = performance.now();
  });
  for (const each of [socket, server]) each.setNoDelay(true).on("error", () => undefined);
  socket.pipe(server).pipe(socket);
});
const proxyPort = await new Promise<number>((resolve) => {
  proxy.listen(0, "127.0.0.1", () => {
    const address = proxy.address();
    resolve(typeof address === "object" && address ? address.port : 0);
  });
});

const data = await mkdtemp(join(tmpdir(), "afterword-bench-"));
const program = await launch(data);
await program.connect(sam, {
  imap: { host: "127.0.0.1", port: proxyPort },
  smtp: { host: "127.0.0.1", port: world.smtp.port },
  login: dovecot.login,
  password: dovecot.password,
});
const database = await openDatabase({ dataFolder: data, databaseUrl: null });
const client = new pg.Client(database.connection);
await client.connect();
const events = async (): Promise<number> =>
  Number((await client.query("select count(*) from journal where type = 'message'")).rows[0]?.count);

await wait(3_000);
const took: number[] = [];
for (let n = 1; n <= mails; n += 1) {
  toldAt = 0;
  await dovecot.deliver(invitation(n));
  while ((await events()) < n) await wait(1);
  took.push(performance.now() - toldAt);
  await wait(20);
}
took.sort((a, b) => a - b);
const percentile = (p: number) =>
  took[Math.min(took.length - 1, Math.floor((p / 100) * took.length))]?.toFixed(1);
console.log(
  `IDLE notification to journal event, ${mails} mails: p50 ${percentile(50)} ms, p95 ${percentile(95)} ms, slowest ${percentile(100)} ms`,
);

await client.end();
await database.close();
await program.stop();
proxy.close();
await world.smtp.close();
await dovecot.stop();
await rm(data, { recursive: true, force: true });
process.exit(0);

function invitation(n: number): string {
  const from = `kit@employer-${n}.example`;
  return [
    `Authentication-Results: ${passing(sam.address, from)}`,
    `From: Kit Marlow <${from}>`,
    `To: ${sam.name} <${sam.address}>`,
    `Subject: Interview for the Analyst role at Employer ${n}`,
    `Date: ${new Date().toUTCString()}`,
    `Message-ID: <bench.${n}@employer-${n}.example>`,
    "",
    `Dear Sam,\r\n\r\nWe would like to invite you to an interview for the Analyst role. When would suit you next week?\r\n\r\nKit Marlow`,
    "",
  ].join("\r\n");
}

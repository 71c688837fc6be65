import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import pg from "pg";
import { passing } from "../../src/sandbox/account.ts";
import { launch } from "../../src/sandbox/program.ts";
import { openDatabase } from "../../src/store/connect.ts";
import { openWorld, sam } from "../loop/one-season.ts";
import { startDovecot } from "../support/dovecot.ts";

/** Milliseconds that the program adds, for each mail: from a bare imapflow client's having it to its event in the journal, as another connection sees it. */
export async function addedByTheProgram(mails: number): Promise<readonly number[]> {
  const dovecot = await startDovecot();
  const world = await openWorld(dovecot);
  const data = await mkdtemp(join(tmpdir(), "afterword-bench-"));
  const program = await launch(data);
  await program.connect(sam, {
    imap: { host: "127.0.0.1", port: dovecot.imapPort },
    smtp: { host: "127.0.0.1", port: world.smtp.port },
    login: dovecot.login,
    password: dovecot.password,
  });
  const bare = await bareClient(dovecot);
  const database = await openDatabase({ dataFolder: data, databaseUrl: null });
  const client = new pg.Client(database.connection);
  await client.connect();
  const events = async (): Promise<number> =>
    Number((await client.query("select count(*) from journal where type = 'message'")).rows[0]?.count);
  await wait(3_000);
  const added: number[] = [];
  for (let n = 1; n <= mails; n += 1) {
    const bareAt = bare.next();
    await dovecot.deliver(invitation(n));
    while ((await events()) < n) await wait(1);
    const journalAt = performance.now();
    added.push(journalAt - (await bareAt));
    await wait(20);
  }
  await client.end();
  await database.close();
  bare.close();
  await program.stop();
  await world.smtp.close();
  await dovecot.stop();
  await rm(data, { recursive: true, force: true });
  return added.toSorted((one, other) => one - other);
}

/** It waits in IDLE and fetches what comes. */
async function bareClient(dovecot: { imapPort: number; login: string; password: string }) {
  const client = new ImapFlow({
    host: "127.0.0.1",
    port: dovecot.imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user: dovecot.login, pass: dovecot.password },
    logger: false,
    disableAutoIdle: true,
  });
  client.on("error", () => process.exit(1));
  await client.connect();
  await client.mailboxOpen("INBOX", { readOnly: true });
  let arrived: (at: number) => void = () => undefined;
  const rest = (): void => void client.idle().catch(() => undefined);
  client.on("exists", async () => {
    await client.fetchOne("*", { uid: true, source: true });
    arrived(performance.now());
    rest();
  });
  rest();
  return {
    next: () =>
      new Promise<number>((resolve) => {
        arrived = resolve;
      }),
    close: () => client.close(),
  };
}

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

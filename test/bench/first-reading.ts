/**
 * How long the first reading of a large mailbox takes, and how much memory: `npm run bench:first-reading` prints one line. A private Dovecot
 * holds the mails (10,000; `-- --mails 2000` sets how many), every twentieth of them about a job; the program's own process is measured.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ImapFlow } from "imapflow";
import { SMTPServer } from "smtp-server";
import { Temporal } from "temporal-polyfill";
import { startDovecot } from "../support/dovecot.ts";
import { letterOf } from "../support/letter.ts";

const { values } = parseArgs({ options: { mails: { type: "string", default: "10000" } } });
const count = Number(values.mails);
const now = Temporal.Now.instant();
const dovecot = await startDovecot();
const data = await mkdtemp(join(tmpdir(), "afterword-bench-"));
// Connecting tries it; nothing is sent.
const smtp = new SMTPServer({
  disabledCommands: ["STARTTLS"],
  allowInsecureAuth: true,
  onAuth: ({ username }, _session, done) => done(null, { user: username ?? "" }),
});
smtp.listen(0, "127.0.0.1");
await once(smtp.server, "listening");

await fill();
try {
  const begun = performance.now();
  // The program's own process, so that what this one needed for filling does not count.
  const program = spawn(
    process.execPath,
    [join(import.meta.dirname, "../../src/cli/afterword.ts"), ...connecting()],
    {
      env: { ...process.env, AFTERWORD_DATA: data },
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  program.stdin.end(`${dovecot.password}\n`);
  let said = "";
  program.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  let most = 0;
  const watching = setInterval(() => {
    most = Math.max(most, residentOf(program.pid ?? 0));
  }, 50);
  await once(program, "exit");
  clearInterval(watching);
  const seconds = (performance.now() - begun) / 1_000;
  console.log(
    `${count} mails in ${seconds.toFixed(1)} s, start and connecting included (${Math.round(count / seconds)} a second), at most ${most} MB; ${/The mail of .*/.exec(said)?.[0] ?? said}`,
  );
} finally {
  smtp.close(() => undefined);
  await dovecot.stop();
  await rm(data, { recursive: true, force: true });
}

function connecting(): string[] {
  const server = `127.0.0.1:${dovecot.imapPort}`;
  return [
    ...["connect", "ana@reyes.example", "--name", "Ana Reyes", "--zone", "Europe/London", "--country", "GB"],
    ...["--digest-at", "07:30", "--login", dovecot.login, "--allow-plain"],
    ...["--imap", `imap://${server}`, "--smtp", `smtp://127.0.0.1:${smtpPort()}`],
    ...["--trust-authserv-id", "mx.reyes.example"],
  ];
}

function smtpPort(): number {
  const address = smtp.server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** Resident memory of a process in MB, threads included; 0 when it has ended. */
function residentOf(pid: number): number {
  try {
    return Math.round(
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024,
    );
  } catch {
    return 0;
  }
}

/** Every twentieth mail is an employer's, one in five is a newsletter, the rest is what people write each other. */
async function fill(): Promise<void> {
  const client = new ImapFlow({
    host: "127.0.0.1",
    port: dovecot.imapPort,
    secure: false,
    auth: { user: dovecot.login, pass: dovecot.password },
    logger: false,
  });
  await client.connect();
  for (let at = 0; at < count; at += 1) {
    const when = now.subtract({ minutes: Math.floor(((count - at) * 80 * 1_440) / count) });
    await client.append("INBOX", await letterOf(letter(at), when), [], new Date(when.epochMilliseconds));
  }
  await client.logout();
}

function letter(at: number) {
  const filler =
    "We walked along the river and talked about the garden, the boiler and the long weekend. ".repeat(12);
  if (at % 20 === 0)
    return {
      from: `Una Marsh <una@house-${at % 400}.example>`,
      subject: `Your application to House ${at % 400}`,
      text: `Dear Ana,\n\n${at % 40 === 0 ? "thank you for applying for the Archivist position. We have received your application and will review it." : "thank you for your interest. We have decided to move forward with other candidates for the Archivist position."}\n\nUna Marsh\nHouse ${at % 400}`,
    };
  if (at % 5 === 0)
    return {
      from: `Weekly ${at % 50} <news@crumbs-${at % 50}.example>`,
      subject: "Ten breads for summer",
      text: filler,
      headers: [`List-Id: <crumbs-${at % 50}.example>`],
    };
  return {
    from: `Tom <tom@friends-${at % 300}.example>`,
    subject: `Saturday ${at}`,
    text: `Hi Ana,\n\n${filler}\n\nTom`,
  };
}

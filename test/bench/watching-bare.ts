import { ImapFlow } from "imapflow";

/** So many bare connections in one process, each in IDLE: what the program's own are measured against. Says when all of them are there. */
const [port = "", count = ""] = process.argv.slice(2);

async function idle(n: number): Promise<void> {
  const client = new ImapFlow({
    host: "127.0.0.1",
    port: Number(port),
    secure: false,
    doSTARTTLS: false,
    auth: { user: `bare-${n}`, pass: "correct horse" },
    logger: false,
    disableAutoIdle: true,
  });
  client.on("error", () => process.exit(1));
  await client.connect();
  await client.mailboxOpen("INBOX", { readOnly: true });
  client.idle().catch(() => process.exit(1));
}

console.log("begun");
process.stdin.once("data", async () => {
  for (let n = 0; n < Number(count); n += 50)
    await Promise.all(Array.from({ length: Math.min(50, Number(count) - n) }, (_, at) => idle(n + at)));
  console.log("idle");
});

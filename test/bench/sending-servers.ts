import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Server } from "node:net";
import { fileURLToPath } from "node:url";
import { pacedImap } from "./sending-imap.ts";
import { createStopwatch, createTally, type Pace, type Seen } from "./sending-pace.ts";
import { createLetterBook, pacedSmtp } from "./sending-smtp.ts";

/** Mail servers for any number of mailboxes in a process of their own, so that their work is not ours. */
export type Servers = {
  readonly smtp: number;
  readonly imap: number;
  readonly pid: number;
  readonly seen: () => Promise<Seen>;
  readonly stop: () => Promise<void>;
};

export async function startServers(pace: Pace): Promise<Servers> {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(pace)]);
  const { smtp, imap } = await said<{ smtp: number; imap: number }>(child);
  return {
    smtp,
    imap,
    pid: child.pid ?? 0,
    seen: () => {
      const answer = said<Seen>(child);
      child.send("seen");
      return answer;
    },
    stop: async () => {
      const gone = once(child, "exit");
      child.kill();
      await gone;
    },
  };
}

const said = async <T>(child: ChildProcess): Promise<T> => {
  const [message] = await once(child, "message");
  return message as T;
};

async function serve(pace: Pace): Promise<void> {
  const watch = createStopwatch();
  const [smtpTally, imapTally] = [createTally(), createTally()];
  const book = createLetterBook();
  const smtp = await portOf(pacedSmtp(pace, watch, smtpTally, book));
  const imap = await portOf(pacedImap(pace, watch, imapTally, new Map()));
  process.on("message", () =>
    process.send?.({
      ...book.seen(),
      mostSmtp: smtpTally.most(),
      mostImap: imapTally.most(),
      smtpConnections: smtpTally.all(),
      imapConnections: imapTally.all(),
      waitedFor: watch.total(),
    } satisfies Seen),
  );
  process.on("disconnect", () => process.exit(0));
  process.send?.({ smtp, imap });
}

async function portOf(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1", 1_024);
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

if (import.meta.main) await serve(JSON.parse(process.argv[2] ?? "{}"));

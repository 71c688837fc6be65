import { createServer, type Server } from "node:net";
import { isSlow, type Pace, type Stopwatch, type Tally } from "./sending-pace.ts";

/** What an outgoing server keeps of the mails that it took. */
export function createLetterBook() {
  const times = new Map<string, number>();
  const byLogin = new Map<string, number>();
  const late = new Set<string>();
  let toldTooMany = 0;
  let lastOfSlow = 0;
  let lastOfOthers = 0;
  return {
    take: (id: string, login: string, slow: boolean): void => {
      times.set(id, (times.get(id) ?? 0) + 1);
      byLogin.set(login, (byLogin.get(login) ?? 0) + 1);
      if (slow) lastOfSlow = Date.now();
      else lastOfOthers = Date.now();
    },
    /** True once for every so-manieth mail, by a number that its Message-ID gives. */
    isTurnedAway: (id: string, every: number): boolean => {
      if (every === 0 || late.has(id) || Number.parseInt(id.slice(0, 6), 16) % every !== 0) return false;
      late.add(id);
      return true;
    },
    tooMany: (): void => {
      toldTooMany += 1;
    },
    seen: () => {
      const counts = [...times.values()];
      return {
        accepted: counts.reduce((sum, count) => sum + count, 0),
        doubles: counts.filter((count) => count > 1).length,
        mostOfOne: Math.max(0, ...byLogin.values()),
        toldLater: late.size,
        toldTooMany,
        lastOfSlow,
        lastOfOthers,
      };
    },
  };
}

type LetterBook = ReturnType<typeof createLetterBook>;

/** An outgoing server for any number of mailboxes, which takes its time (RFC 5321). */
export const pacedSmtp = (pace: Pace, watch: Stopwatch, tally: Tally, book: LetterBook): Server =>
  createServer((socket) => {
    let buffer = "";
    let login = "";
    let inBody = false;
    let crowd = 0;
    const say = (line: string, more = 0): void =>
      watch.after(pace.answer + more, () => void (socket.writable && socket.write(`${line}\r\n`)));
    const answers: Readonly<Record<string, (line: string) => void>> = {
      EHLO: () => say("250-paced.example\r\n250-8BITMIME\r\n250 AUTH PLAIN"),
      AUTH: (line) => {
        login =
          Buffer.from(line.split(" ")[2] ?? "", "base64")
            .toString()
            .split("\0")[1] ?? "";
        crowd = tally.opened(login);
        say("235 2.7.0 welcome");
      },
      MAIL: () => {
        const isCrowded = crowd > pace.mostConnections;
        if (isCrowded) book.tooMany();
        say(isCrowded ? "432 4.3.2 concurrent connections limit exceeded" : "250 2.1.0 ok");
      },
      RCPT: () => say("250 2.1.5 ok"),
      DATA: () => {
        inBody = true;
        say("354 go ahead");
      },
      QUIT: () => socket.end("221 bye\r\n"),
    };
    const takeBody = (end: number): void => {
      const id = /^Message-ID: <([^>]+)>/im.exec(buffer.slice(0, end))?.[1] ?? "";
      buffer = buffer.slice(end + 5);
      inBody = false;
      const slow = isSlow(login, pace);
      if (book.isTurnedAway(id, pace.laterEvery)) {
        say("451 4.7.1 try again later");
        return;
      }
      book.take(id, login, slow);
      say("250 2.0.0 queued", slow ? pace.slowMail : pace.mail);
    };
    socket.setNoDelay(true);
    socket.on("error", () => undefined);
    socket.on("close", () => login && tally.closed(login));
    socket.on("data", (chunk) => {
      buffer += chunk.toString("latin1");
      for (;;) {
        const end = buffer.indexOf(inBody ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        if (inBody) takeBody(end);
        else {
          const line = buffer.slice(0, end);
          buffer = buffer.slice(end + 2);
          (answers[line.slice(0, 4).toUpperCase()] ?? (() => say("502 5.5.2 what")))(line);
        }
      }
    });
    tally.connected();
    say("220 paced.example ESMTP");
  });

import { createServer, type Server } from "node:net";
import type { Pace, Stopwatch, Tally } from "./sending-pace.ts";

/** Sent of every mailbox, oldest first; UIDs count from 1. Every INBOX is empty. */
export type SentFolders = Map<string, string[]>;

const date = "10-Jun-2026 09:00:00 +0000";

/** An incoming server for any number of mailboxes, which takes its time: as much of RFC 3501 as reading and filing a sent mail needs. */
export const pacedImap = (
  pace: Pick<Pace, "answer">,
  watch: Stopwatch,
  tally: Tally,
  folders: SentFolders,
): Server =>
  createServer((socket) => {
    let buffer = "";
    let login = "";
    let selected = "INBOX";
    let idleTag = "";
    let literal: { readonly tag: string; readonly length: number } | null = null;
    const sent = (): string[] => folders.get(login) ?? [];
    const mails = (): readonly string[] => (selected === "INBOX" ? [] : sent());
    const say = (...lines: readonly string[]): void =>
      watch.after(pace.answer, () => void (socket.writable && socket.write(`${lines.join("\r\n")}\r\n`)));

    const open = (tag: string, line: string): void => {
      selected = /INBOX/i.test(line) ? "INBOX" : "Sent";
      const count = mails().length;
      say(
        `* ${count} EXISTS`,
        "* FLAGS (\\Seen \\Answered)",
        "* OK [UIDVALIDITY 7] stays",
        `* OK [UIDNEXT ${count + 1}] next`,
        `${tag} OK [READ-WRITE] done`,
      );
    };
    const fetch = (tag: string, line: string): void => {
      const [, first = "1", last = first] = /FETCH (\d+)(?::(\d+|\*))?/i.exec(line) ?? [];
      const until = last === "*" ? mails().length : Number(last);
      const uids = mails().flatMap((_, at) => (at + 1 >= Number(first) && at < until ? at + 1 : []));
      const rows = uids.flatMap((uid) => {
        const mail = mails()[uid - 1];
        return mail === undefined ? [] : `* ${uid} FETCH (UID ${uid}${partOf(mail, line)})`;
      });
      say(...rows, `${tag} OK done`);
    };
    const search = (tag: string, line: string): void => {
      const id = /<[^>]+>/.exec(line)?.[0] ?? "nothing";
      const hits = mails().flatMap((mail, at) => (mail.includes(`Message-ID: ${id}`) ? at + 1 : []));
      say(["* SEARCH", ...hits].join(" "), `${tag} OK done`);
    };
    const answers: Readonly<Record<string, (tag: string, line: string) => void>> = {
      LOGIN: (tag, line) => {
        login = line.split(" ")[2]?.replaceAll('"', "") ?? "";
        if (!folders.has(login)) folders.set(login, []);
        tally.opened(login);
        say(`${tag} OK [CAPABILITY IMAP4rev1 IDLE] welcome`);
      },
      CAPABILITY: (tag) => say("* CAPABILITY IMAP4rev1 IDLE", `${tag} OK done`),
      LIST: (tag) => say('* LIST () "/" INBOX', '* LIST (\\Sent) "/" Sent', `${tag} OK done`),
      STATUS: (tag) => say(`* STATUS Sent (UIDNEXT ${sent().length + 1} UIDVALIDITY 7)`, `${tag} OK done`),
      SELECT: open,
      EXAMINE: open,
      // A sequence number is the UID here: nothing is ever deleted.
      FETCH: fetch,
      UID: (tag, line) => (/UID SEARCH/i.test(line) ? search : fetch)(tag, line),
      APPEND: (tag, line) => {
        literal = { tag, length: Number(/\{(\d+)\}$/.exec(line)?.[1]) };
        say("+ go ahead");
      },
      IDLE: (tag) => {
        idleTag = tag;
        say("+ idling");
      },
      LOGOUT: (tag) => say("* BYE see you", `${tag} OK done`),
    };
    socket.setNoDelay(true);
    socket.on("error", () => undefined);
    socket.on("close", () => login && tally.closed(login));
    socket.on("data", (chunk) => {
      buffer += chunk.toString("latin1");
      for (;;) {
        if (literal) {
          if (buffer.length < literal.length + 2) return;
          sent().push(buffer.slice(0, literal.length));
          buffer = buffer.slice(literal.length + 2);
          say(`${literal.tag} OK done`);
          literal = null;
          continue;
        }
        const end = buffer.indexOf("\r\n");
        if (end < 0) return;
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        const [tag = "", name = ""] = line.split(" ");
        if (line === "DONE") say(`${idleTag} OK done`);
        else (answers[name.toUpperCase()] ?? ((of) => say(`${of} OK done`)))(tag, line);
      }
    });
    tally.connected();
    say("* OK [CAPABILITY IMAP4rev1 IDLE] ready");
  });

/** What FETCH asks of one mail besides its UID. */
function partOf(mail: string, line: string): string {
  const dated = /INTERNALDATE/i.test(line) ? ` INTERNALDATE "${date}"` : "";
  const fields = /BODY\.PEEK(\[HEADER\.FIELDS \([^)]*\)\])/i.exec(line)?.[1];
  if (fields) {
    const header = `${/^Message-ID: .*$/m.exec(mail)?.[0].trim() ?? ""}\r\n\r\n`;
    return `${dated} BODY${fields} {${header.length}}\r\n${header}`;
  }
  return /BODY\.PEEK\[\]/i.test(line) ? `${dated} BODY[]<0> {${mail.length}}\r\n${mail}` : dated;
}

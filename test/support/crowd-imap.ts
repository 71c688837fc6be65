import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { Temporal } from "temporal-polyfill";
import { internalDate } from "../../src/sandbox/imap-server.ts";
import type { ImapAnswer } from "./imap-peer.ts";
import { smallMail } from "./memory-sink.ts";

/** A light IMAP server for any number of accounts: every login is welcome and has an INBOX of its own and an empty Sent. Nothing is kept for a mail that was there before. */
export type CrowdImap = {
  readonly port: number;
  /** Connections in IDLE now. */
  readonly idling: () => number;
  readonly connected: () => number;
  /** Logins that were under way at one time, at most. */
  readonly mostLogins: () => number;
  readonly bytesSent: () => number;
  /** Puts a new mail into the INBOX of a login and tells whoever is in IDLE. */
  readonly deliver: (login: string, source: string) => void;
  readonly stop: () => Promise<void>;
};

export type CrowdSettings = {
  /** How many mails each INBOX holds at first, one for every ten minutes up to now; their UIDs begin at 1. */
  readonly mails?: number;
  /** Milliseconds that a login takes. */
  readonly loginTakes?: number;
  readonly uidValidity?: () => number;
  /** Answers in place of the usual ones. */
  readonly answers?: (name: string, line: string) => ImapAnswer | undefined;
  /** Told of every row of a FETCH; false ends the connection. */
  readonly onRow?: (uid: number) => boolean;
};

type Connection = { readonly socket: Socket; login: string; folder: string; idleTag: string };

export async function startCrowdImap({
  mails = 0,
  loginTakes = 0,
  uidValidity = () => 7,
  answers = () => undefined,
  onRow = () => true,
}: CrowdSettings = {}): Promise<CrowdImap> {
  const began = Temporal.Now.instant().epochMilliseconds;
  const connections = new Set<Connection>();
  const delivered = new Map<string, string[]>();
  let [loggingIn, mostLogins, bytesSent] = [0, 0, 0];

  const exists = ({ login, folder }: Connection): number =>
    folder === "INBOX" ? mails + (delivered.get(login)?.length ?? 0) : 0;
  const dateOf = (uid: number): Temporal.Instant =>
    Temporal.Instant.fromEpochMilliseconds(began - Math.max(0, mails - uid) * 600_000);
  const sourceOf = ({ login }: Connection, uid: number): string =>
    delivered.get(login)?.[uid - mails - 1] ?? smallMail(`old-${uid}@employer.example`);
  const write = (connection: Connection, text: string): boolean => {
    bytesSent += text.length;
    return connection.socket.write(text);
  };

  const row = (connection: Connection, uid: number, items: string): string => {
    const source = sourceOf(connection, uid);
    const parts = [`UID ${uid}`];
    if (items.includes("INTERNALDATE")) parts.push(`INTERNALDATE "${internalDate(dateOf(uid))}"`);
    if (items.includes("RFC822.SIZE")) parts.push(`RFC822.SIZE ${source.length}`);
    if (items.includes("ENVELOPE"))
      parts.push(
        'ENVELOPE (NIL "Your interview" (("Jo" NIL "jo" "employer.example")) NIL NIL NIL NIL NIL NIL NIL)',
      );
    if (items.includes("HEADER.FIELDS"))
      parts.push('BODY[HEADER.FIELDS ("list-id" "precedence")] {2}\r\n\r\n');
    if (items.includes("BODY.PEEK[]")) parts.push(`BODY[]<0> {${source.length}}\r\n${source}`);
    return `* ${uid} FETCH (${parts.join(" ")})\r\n`;
  };
  const fetch = async (connection: Connection, tag: string, set: string, items: string): Promise<void> => {
    const last = exists(connection);
    for (const range of last === 0 ? [] : set.split(",")) {
      const [from = 0, to = from] = range.split(":").map((end) => (end === "*" ? last : Number(end)));
      let lines = "";
      for (let uid = Math.min(from, to); uid <= Math.min(last, Math.max(from, to)); uid += 1) {
        if (!onRow(uid)) {
          connection.socket.destroy();
          return;
        }
        lines += row(connection, uid, items);
        if (lines.length < 32_768) continue;
        if (!write(connection, lines) && !connection.socket.destroyed)
          await Promise.race([once(connection.socket, "drain"), once(connection.socket, "close")]);
        lines = "";
      }
      write(connection, lines);
    }
    write(connection, `${tag} OK done\r\n`);
  };
  const search = (connection: Connection, criteria: string): string => {
    const since = Date.parse(/SINCE (\S+)/.exec(criteria)?.[1] ?? "1-Jan-1970");
    const found: number[] = [];
    for (let uid = exists(connection); uid > 0 && dateOf(uid).epochMilliseconds >= since; uid -= 1)
      found.push(uid);
    return ["* SEARCH", ...found.reverse()].join(" ");
  };

  const command = (connection: Connection, text: string): void => {
    const [tag = "", first = "", ...rest] = text.split(" ");
    if (tag === "DONE") {
      write(connection, `${connection.idleTag} OK done\r\n`);
      connection.idleTag = "";
      return;
    }
    const name = first.toUpperCase();
    const say = (...lines: string[]): void => {
      write(connection, lines.map((each) => `${each.replace(/^TAG /, `${tag} `)}\r\n`).join(""));
    };
    const special = answers(name === "UID" ? `UID_${rest[0]?.toUpperCase()}` : name, rest.join(" "));
    if (special === "drop") connection.socket.destroy();
    else if (special === undefined) obey(connection, tag, name, rest, say);
    else if (special !== "stall") say(...special);
  };

  const obey = (
    connection: Connection,
    tag: string,
    name: string,
    rest: readonly string[],
    say: (...lines: string[]) => void,
  ): void => {
    const named = (rest[0] ?? "").replaceAll('"', "");
    switch (name) {
      case "CAPABILITY":
        say("* CAPABILITY IMAP4rev1 IDLE", "TAG OK done");
        return;
      case "LOGIN":
        connection.login = named;
        loggingIn += 1;
        mostLogins = Math.max(mostLogins, loggingIn);
        setTimeout(() => {
          loggingIn -= 1;
          say("TAG OK welcome");
        }, loginTakes);
        return;
      case "LIST":
        say('* LIST () "/" INBOX', '* LIST (\\Sent) "/" Sent', "TAG OK done");
        return;
      case "STATUS": {
        const next = exists({ ...connection, folder: named }) + 1;
        say(`* STATUS ${named} (UIDNEXT ${next} UIDVALIDITY ${uidValidity()})`, "TAG OK done");
        return;
      }
      case "EXAMINE":
        connection.folder = named;
        say(
          `* ${exists(connection)} EXISTS`,
          `* OK [UIDVALIDITY ${uidValidity()}] stays`,
          `* OK [UIDNEXT ${exists(connection) + 1}] next`,
          "TAG OK [READ-ONLY] done",
        );
        return;
      case "IDLE":
        connection.idleTag = tag;
        say("+ idling");
        return;
      case "UID": {
        const [what = "", set = "", ...items] = rest;
        if (what.toUpperCase() === "FETCH") {
          fetch(connection, tag, set, items.join(" "));
          return;
        }
        say(search(connection, [set, ...items].join(" ")), "TAG OK done");
        return;
      }
      case "LOGOUT":
        say("* BYE", "TAG OK done");
        connection.socket.end();
        return;
      default:
        say(name === "NOOP" ? "TAG OK done" : "TAG BAD what");
    }
  };

  const server = createServer({ noDelay: true }, (socket) => {
    const connection: Connection = { socket, login: "", folder: "", idleTag: "" };
    connections.add(connection);
    socket.on("error", () => undefined);
    socket.on("close", () => connections.delete(connection));
    let buffer = "";
    socket.on("data", (chunk) => {
      buffer += chunk.toString("latin1");
      const lines = buffer.split("\r\n");
      buffer = lines.pop() ?? "";
      for (const line of lines) command(connection, line);
    });
    write(connection, "* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n");
  });
  server.listen({ port: 0, host: "127.0.0.1", backlog: 4_096 });
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    idling: () => [...connections].filter(({ idleTag }) => idleTag !== "").length,
    connected: () => connections.size,
    mostLogins: () => mostLogins,
    bytesSent: () => bytesSent,
    deliver: (login, source) => {
      delivered.set(login, [...(delivered.get(login) ?? []), source]);
      for (const each of connections)
        if (each.login === login && each.idleTag !== "") write(each, `* ${exists(each)} EXISTS\r\n`);
    },
    stop: async () => {
      for (const { socket } of connections) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

import { once } from "node:events";
import { createServer, type Socket } from "node:net";

/** Answers to one command: lines without CRLF, `TAG` standing for the command's tag. "drop" closes the connection, "stall" says nothing. */
export type ImapAnswer = readonly string[] | "drop" | "stall";

export type ImapPeer = {
  readonly port: number;
  readonly connections: () => number;
  /** Commands heard, without their tags. */
  readonly heard: readonly string[];
  /** Says an untagged line to everyone. */
  readonly tell: (line: string) => void;
  /** Ends a running IDLE without being asked. */
  readonly endIdle: () => void;
  readonly stop: () => Promise<void>;
};

const usual = (exists: number, uidNext: number): Readonly<Record<string, ImapAnswer>> => ({
  CAPABILITY: ["* CAPABILITY IMAP4rev1 IDLE", "TAG OK done"],
  LOGIN: ["TAG OK welcome"],
  LIST: ['* LIST () "/" INBOX', '* LIST (\\Sent) "/" Sent', "TAG OK done"],
  LSUB: ["TAG OK done"],
  NOOP: ["TAG OK done"],
  STATUS: ["* STATUS Sent (UIDNEXT 1 UIDVALIDITY 7)", "TAG OK done"],
  EXAMINE: [
    `* ${exists} EXISTS`,
    "* FLAGS (\\Seen)",
    "* OK [UIDVALIDITY 7] stays",
    `* OK [UIDNEXT ${uidNext}] next`,
    "TAG OK [READ-ONLY] done",
  ],
  IDLE: ["+ idling"],
  DONE: ["TAG OK done"],
  LOGOUT: ["* BYE see you", "TAG OK done"],
});

/**
 * An IMAP server in so many words: it answers each command as it was told, else as an empty mailbox would.
 * `answers` is asked with the command's name and the whole line, and gives undefined for the usual answer. A command that brings a literal
 * (RFC 3501 section 4.3) is asked about twice: as "NAME_BEGINS" when it is announced, where "drop" alone counts, and with what it brought. What
 * the client says after "+" (RFC 3501 section 7.5) is asked about as "CONTINUED".
 */
export async function startImapPeer(
  answers: (name: string, line: string, literal: string) => ImapAnswer | undefined = () => undefined,
  {
    exists = 0,
    uidNext = 1,
    capabilities = "IMAP4rev1 IDLE",
  }: { readonly exists?: number; readonly uidNext?: number; readonly capabilities?: string } = {},
): Promise<ImapPeer> {
  const sockets = new Set<Socket>();
  const heard: string[] = [];
  let connections = 0;
  let endIdle: () => void = () => undefined;
  const server = createServer({ noDelay: true }, (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    let buffer = "";
    let idleTag = "";
    let continuedTag: string | null = null;
    let announced: { readonly text: string; readonly bytes: number } | null = null;
    const nameOf = (line: string): string => line.replace(/^UID /, "UID_").split(" ")[0]?.toUpperCase() ?? "";
    const announces = (text: string): boolean => {
      const bytes = Number(/\{(\d+)\}$/.exec(text)?.[1] ?? -1);
      if (bytes < 0) return false;
      const line = text.slice(text.indexOf(" ") + 1);
      if (answers(`${nameOf(line)}_BEGINS`, line, "") === "drop") socket.destroy();
      announced = { text, bytes };
      socket.write("+ go on\r\n");
      return true;
    };
    const command = (text: string, literal = ""): void => {
      const done = text === "DONE";
      const continued =
        done || continuedTag === null ? null : [continuedTag, "CONTINUED", ...text.split(" ")];
      continuedTag = null;
      const [tag = "", ...rest] = continued ?? (done ? [idleTag, "DONE"] : text.split(" "));
      const line = rest.join(" ");
      const name = nameOf(line);
      heard.push(line);
      if (name === "IDLE") {
        idleTag = tag;
        endIdle = () => socket.write(`${tag} OK enough\r\n`);
      }
      const answer = answers(name, line, literal) ?? usual(exists, uidNext)[name] ?? ["TAG BAD what"];
      if (name !== "IDLE" && Array.isArray(answer) && answer.at(-1)?.startsWith("+")) continuedTag = tag;
      if (answer === "drop") socket.destroy();
      else if (answer !== "stall") {
        for (const reply of answer) socket.write(`${reply.replace(/^TAG /, `${tag} `)}\r\n`);
      }
    };
    // What a literal holds may have line ends of its own.
    const endOfLine = (): number => buffer.indexOf("\r\n", announced?.bytes ?? 0);
    socket.on("data", (chunk) => {
      buffer += chunk.toString("latin1");
      for (let end = endOfLine(); end >= 0; end = endOfLine()) {
        const text = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (announced !== null) {
          const { text: begun, bytes } = announced;
          announced = null;
          command(begun, text.slice(0, bytes));
        } else if (!announces(text)) command(text);
      }
    });
    socket.write(`* OK [CAPABILITY ${capabilities}] ready\r\n`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    connections: () => connections,
    heard,
    tell: (line) => {
      for (const socket of sockets) socket.write(`${line}\r\n`);
    },
    endIdle: () => endIdle(),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

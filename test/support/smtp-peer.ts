import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** Where a scripted server may stop being helpful. */
export type SmtpStage =
  | "greeting"
  | "after greeting"
  | "ehlo"
  | "auth"
  | "mail"
  | "rcpt"
  | "data"
  | "body"
  | "dot"
  | "after reply";

/**
 * `drop` closes the connection, `stall` says nothing more, `reply` answers with these words (a reply that begins with 354 waits for the body),
 * `half` writes them without the end of the line and closes, `pieces` writes one after the other as they stand, `until` waits before it goes on as usual; `acceptsFirst` takes the mail before it does so.
 */
export type SmtpFault = {
  readonly at: SmtpStage;
  readonly does:
    | "drop"
    | "stall"
    | { readonly reply: string }
    | { readonly half: string }
    | { readonly pieces: readonly (string | Buffer)[] }
    | { readonly until: Promise<unknown> };
  readonly acceptsFirst?: boolean;
};

export type SmtpPeer = {
  readonly port: number;
  /** Mails taken as one's own, in order: what the recipient would get. */
  readonly accepted: readonly string[];
  readonly connections: () => number;
  /** What was taken for a command, in order: whatever stands outside a mail. */
  readonly commands: readonly string[];
  /** Everything the client ever sent. */
  readonly heard: () => string;
  readonly stop: () => Promise<void>;
};

/** A raw SMTP server on loopback that follows RFC 5321 up to the faults it was given; with `faultyConnections`, only on so many of the first connections. */
export async function startSmtpPeer({
  fault = [],
  faultyConnections = Number.POSITIVE_INFINITY,
  finalReply = "250 2.0.0 queued",
  extensions = ["8BITMIME", "AUTH PLAIN LOGIN"],
}: {
  readonly fault?: SmtpFault | readonly SmtpFault[];
  readonly faultyConnections?: number;
  readonly finalReply?: string;
  readonly extensions?: readonly string[];
} = {}): Promise<SmtpPeer> {
  const accepted: string[] = [];
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let heard = "";

  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    let buffer = "";
    let inBody = false;
    let silent = false;
    const faults = connections <= faultyConnections ? [fault].flat() : [];
    const faultAt = (stage: SmtpStage) => faults.find(({ at }) => at === stage);

    /** Does what the script says for this stage, or the given default; true when the session goes on. */
    const answer = (stage: SmtpStage, usual: string): boolean => {
      const does = faultAt(stage)?.does;
      if (silent) return false;
      if (does === undefined) socket.write(usual);
      else if (does === "drop") socket.destroy();
      else if (does === "stall") silent = true;
      else if ("reply" in does) socket.write(`${does.reply}\r\n`);
      else if ("half" in does) socket.end(does.half);
      else if ("until" in does) void does.until.then(() => socket.write(usual));
      else void inPieces(socket, does.pieces);
      silent ||= socket.destroyed || socket.writableEnded;
      if (does === undefined) return true;
      return (
        typeof does === "object" && ("until" in does || ("reply" in does && does.reply.startsWith("354")))
      );
    };

    const command = (line: string): void => {
      commands.push(line);
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === "EHLO") {
        answer(
          "ehlo",
          ["250-peer.example", ...extensions.map((e) => `250-${e}`), "250 HELP\r\n"].join("\r\n"),
        );
      } else if (verb === "AUTH") answer("auth", "235 2.7.0 welcome\r\n");
      else if (verb === "MAIL") answer("mail", "250 2.1.0 ok\r\n");
      else if (verb === "RCPT") answer("rcpt", "250 2.1.5 ok\r\n");
      else if (verb === "DATA") inBody = answer("data", "354 go ahead\r\n");
      else if (verb === "QUIT") socket.end("221 bye\r\n");
      else socket.write("502 5.5.2 what\r\n");
    };

    const body = (): boolean => {
      if (faultAt("body") && buffer.length > 0) {
        answer("body", "");
        return false;
      }
      const end = buffer.indexOf("\r\n.\r\n");
      if (end < 0) return false;
      const mail = buffer.slice(0, end + 2);
      buffer = buffer.slice(end + 5);
      inBody = false;
      const dot = faultAt("dot");
      if (!dot || dot.acceptsFirst) accepted.push(mail.replace(/^\.\./gm, "."));
      if (answer("dot", `${finalReply}\r\n`) && faultAt("after reply")) socket.destroy();
      return true;
    };

    socket.on("data", (chunk) => {
      heard += chunk.toString("latin1");
      buffer += chunk.toString("latin1");
      for (;;) {
        if (inBody) {
          if (!body()) return;
          continue;
        }
        const end = buffer.indexOf("\r\n");
        if (end < 0) return;
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        command(line);
      }
    });
    if (answer("greeting", "220 peer.example ESMTP\r\n") && faultAt("after greeting"))
      answer("after greeting", "");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    accepted,
    commands,
    connections: () => connections,
    heard: () => heard,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** Long enough apart for each to be read by itself. */
async function inPieces(socket: Socket, pieces: readonly (string | Buffer)[]): Promise<void> {
  for (const piece of pieces) {
    if (!socket.writable) return;
    socket.write(piece);
    await wait(5);
  }
}

import { once } from "node:events";
import { createServer, type Socket } from "node:net";

/** Where a scripted server may stop being helpful. */
export type SmtpStage =
  | "greeting"
  | "ehlo"
  | "auth"
  | "mail"
  | "rcpt"
  | "data"
  | "body"
  | "dot"
  | "after reply";

/** `drop` closes the connection, `stall` says nothing more, `reply` answers with these words; `accept first` takes the mail before it does so. */
export type SmtpFault = {
  readonly at: SmtpStage;
  readonly does: "drop" | "stall" | { readonly reply: string };
  readonly acceptsFirst?: boolean;
};

export type SmtpPeer = {
  readonly port: number;
  /** Mails taken as one's own, in order: what the recipient would get. */
  readonly accepted: readonly string[];
  readonly connections: () => number;
  /** Everything the client ever sent. */
  readonly heard: () => string;
  readonly stop: () => Promise<void>;
};

/** A raw SMTP server on loopback that follows RFC 5321 up to the fault it was given. */
export async function startSmtpPeer({
  fault = null,
  finalReply = "250 2.0.0 queued",
  extensions = ["8BITMIME", "AUTH PLAIN LOGIN"],
}: {
  readonly fault?: SmtpFault | null;
  readonly finalReply?: string;
  readonly extensions?: readonly string[];
} = {}): Promise<SmtpPeer> {
  const accepted: string[] = [];
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

    /** Does what the script says for this stage, or the given default; true when the session goes on. */
    const answer = (stage: SmtpStage, usual: string): boolean => {
      if (silent) return false;
      if (fault?.at !== stage) {
        socket.write(`${usual}\r\n`);
        return true;
      }
      if (fault.does === "drop") socket.destroy();
      else if (fault.does !== "stall") socket.write(`${fault.does.reply}\r\n`);
      silent = fault.does === "drop" || fault.does === "stall";
      return false;
    };

    const command = (line: string): void => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === "EHLO") {
        answer("ehlo", ["250-peer.example", ...extensions.map((e) => `250-${e}`), "250 HELP"].join("\r\n"));
      } else if (verb === "AUTH") answer("auth", "235 2.7.0 welcome");
      else if (verb === "MAIL") answer("mail", "250 2.1.0 ok");
      else if (verb === "RCPT") answer("rcpt", "250 2.1.5 ok");
      else if (verb === "DATA") inBody = answer("data", "354 go ahead");
      else if (verb === "QUIT") socket.end("221 bye\r\n");
      else socket.write("502 5.5.2 what\r\n");
    };

    const body = (): boolean => {
      if (fault?.at === "body" && buffer.length > 0) {
        answer("body", "");
        return false;
      }
      const end = buffer.indexOf("\r\n.\r\n");
      if (end < 0) return false;
      const mail = buffer.slice(0, end + 2);
      buffer = buffer.slice(end + 5);
      inBody = false;
      const refuses = fault?.at === "dot" && fault.acceptsFirst !== true;
      if (!refuses) accepted.push(mail.replace(/^\.\./gm, "."));
      if (answer("dot", finalReply) && fault?.at === "after reply") socket.destroy();
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
    answer("greeting", "220 peer.example ESMTP");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    accepted,
    connections: () => connections,
    heard: () => heard,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

import { createHash } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { type Chance, oneOf } from "./chance.ts";

/** A mail that the server took over: from now on it is the server's to deliver, whatever the sender came to know of it. */
export type Accepted = {
  readonly login: string;
  readonly to: string;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly raw: string;
  readonly hash: string;
  /** Milliseconds of real time. */
  readonly at: number;
  /** What the server did next. */
  readonly then: Mishap["does"] | "answered";
};

/** Where a session goes wrong, and how. At "dot" the mail is taken first where `takes`. */
type Mishap = {
  readonly at: "greeting" | "ehlo" | "mail" | "rcpt" | "data" | "body" | "dot";
  readonly does: "drop" | "stall" | "half" | "late" | { readonly reply: string };
  readonly takes?: boolean;
};

export type Provider = {
  readonly port: number;
  readonly accepted: readonly Accepted[];
  /** From now on every session goes well. */
  readonly calm: () => void;
  readonly close: () => Promise<void>;
};

const mishaps: readonly (readonly [number, Mishap])[] = [
  [1, { at: "greeting", does: "drop" }],
  [1, { at: "greeting", does: { reply: "421 4.3.2 too busy" } }],
  [1, { at: "ehlo", does: "stall" }],
  [1, { at: "mail", does: "drop" }],
  [1, { at: "mail", does: { reply: "451 4.7.1 come back later" } }],
  [1, { at: "rcpt", does: { reply: "450 4.2.1 greylisted" } }],
  [1, { at: "rcpt", does: "drop" }],
  [1, { at: "data", does: "drop" }],
  [1, { at: "data", does: { reply: "451 4.3.0 not now" } }],
  [1, { at: "body", does: "drop" }],
  [1, { at: "body", does: "stall" }],
  [2, { at: "dot", does: "drop" }],
  [4, { at: "dot", does: "drop", takes: true }],
  [2, { at: "dot", does: "stall", takes: true }],
  [2, { at: "dot", does: "half", takes: true }],
  [6, { at: "dot", does: "late", takes: true }],
  [2, { at: "dot", does: { reply: "452 4.3.1 no room" } }],
  [1, { at: "dot", does: { reply: "421 4.4.2 closing" } }],
  [2, { at: "dot", does: { reply: "554 5.7.1 looks like spam" } }],
];

/**
 * An SMTP server for every mailbox of a run (RFC 5321), of which `badly` of 1 sessions go wrong. Its list of what it accepted is the truth that
 * everything is held against. `take` puts the mail where it belongs before the reply is given.
 */
export async function openProvider(
  chance: Chance,
  badly: number,
  take: (mail: Accepted) => Promise<void>,
): Promise<Provider> {
  const accepted: Accepted[] = [];
  const sockets = new Set<Socket>();
  let isCalm = false;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    const mishap = !isCalm && chance() < badly ? oneOf(chance, mishaps) : null;
    session(socket, mishap, chance, async (mail) => {
      accepted.push(mail);
      await take(mail);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    accepted,
    calm: () => {
      isCalm = true;
    },
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function session(
  socket: Socket,
  mishap: Mishap | null,
  chance: Chance,
  take: (mail: Accepted) => Promise<void>,
): void {
  let buffer = "";
  let inBody = false;
  let over = false;
  let login = "";
  let to = "";

  /** True when the session goes on as usual. */
  const say = (at: Mishap["at"], usual: string): boolean => {
    if (over) return false;
    if (mishap?.at !== at) {
      socket.write(`${usual}\r\n`);
      return true;
    }
    const { does } = mishap;
    if (does === "late") {
      setTimeout(() => socket.destroyed || socket.write(`${usual}\r\n`), chance() * 1_500);
      return true;
    }
    if (does === "drop") socket.resetAndDestroy();
    else if (does === "half") socket.end(usual.slice(0, 6));
    else if (does !== "stall") socket.write(`${does.reply}\r\n`);
    over = typeof does === "string";
    return false;
  };

  const command = (line: string): void => {
    const [verb = "", rest = ""] = [line.slice(0, 4).toUpperCase(), line.slice(5)];
    if (verb === "EHLO") say("ehlo", "250-provider\r\n250-8BITMIME\r\n250 AUTH PLAIN");
    else if (verb === "AUTH") {
      login =
        Buffer.from(rest.split(" ").at(-1) ?? "", "base64")
          .toString()
          .split("\0")[1] ?? "";
      socket.write("235 2.7.0 welcome\r\n");
    } else if (verb === "MAIL") say("mail", "250 2.1.0 ok");
    else if (verb === "RCPT") {
      to = /<([^>]*)>/.exec(rest)?.[1]?.toLowerCase() ?? "";
      say("rcpt", "250 2.1.5 ok");
    } else if (verb === "DATA") inBody = say("data", "354 go ahead");
    else if (verb === "QUIT") socket.end("221 bye\r\n");
    else socket.write("502 5.5.2 what\r\n");
  };

  const bodyEnded = async (raw: string): Promise<void> => {
    const refuses = mishap?.at === "dot" && mishap.takes !== true;
    if (!refuses) {
      const messageId = /^message-id:\s*<([^>]*)>/im.exec(raw)?.[1] ?? "";
      const then = mishap?.at === "dot" ? mishap.does : "answered";
      const hash = createHash("sha256").update(raw).digest("hex");
      await take({ login, to, messageId, raw, hash, at: Date.now(), then });
    }
    say("dot", "250 2.0.0 taken");
  };

  const hear = (): void => {
    for (;;) {
      if (over) return;
      if (inBody && mishap?.at === "body" && buffer !== "") {
        say("body", "");
        return;
      }
      const mark = inBody ? "\r\n.\r\n" : "\r\n";
      const end = buffer.indexOf(mark);
      if (end < 0) return;
      const text = buffer.slice(0, end);
      buffer = buffer.slice(end + mark.length);
      if (!inBody) {
        command(text);
        continue;
      }
      inBody = false;
      void bodyEnded(`${text}\r\n`.replace(/^\.\./gm, ".")).then(hear);
      return;
    }
  };
  socket.on("data", (chunk) => {
    buffer += chunk.toString("latin1");
    hear();
  });
  say("greeting", "220 provider ESMTP");
}

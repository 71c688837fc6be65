import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/** One breakage on the wire, spent on the next mail to someone else. */
export type SmtpFault =
  /** The server has accepted the mail; the connection ends before it can say so. */
  | { readonly type: "drop_after_data" }
  | { readonly type: "drop_at"; readonly command: SmtpCommand }
  /** Answer to the whole mail, for example 451 or 550. */
  | { readonly type: "reply"; readonly code: number };

export const smtpCommands = ["helo", "mail", "rcpt", "data"] as const;
export type SmtpCommand = (typeof smtpCommands)[number];

/** A mail that this server has taken. `raw` is what came after DATA, byte for byte, without the dots of transparency. */
export type TakenMail = { readonly from: string; readonly to: readonly string[]; readonly raw: Buffer };

/** Called when the mail is complete. The server says 250 when it resolves; a refusal is a reply to pass on. */
export type Take = (mail: TakenMail) => Promise<{ readonly refused: SmtpReply } | undefined>;
export type SmtpReply = { readonly code: number; readonly says: string };

export type SmtpServer = {
  readonly port: number;
  /** Breaks the next mail to someone else, once. */
  readonly break: (fault: SmtpFault) => void;
  /** True while a fault waits for its mail. */
  readonly isArmed: () => boolean;
  /** Every recipient that was ever named in RCPT, lower case: also of mails that were refused. */
  readonly named: () => readonly string[];
  readonly close: () => Promise<void>;
};

export type SmtpOptions = {
  readonly login: string;
  readonly password: string;
  /** Whether an address is the person's own: faults pass over their mail. */
  readonly isPerson: (address: string) => boolean;
  /**
   * Whether the connection that says hello right now is about to bring a mail to someone else. SMTP names the recipient
   * later, so a drop at HELO or MAIL has to be told from outside.
   */
  readonly bringsMailToOthers: () => Promise<boolean>;
  readonly take: Take;
};

/** Opens an SMTP submission server on a free port of the loopback: AUTH PLAIN and LOGIN over plain text, nothing is relayed by itself. */
export function openSmtpServer(options: SmtpOptions): Promise<SmtpServer> {
  const named: string[] = [];
  let armed: SmtpFault | null = null;

  const server = new SMTPServer({
    name: "sandbox",
    banner: "Afterword sandbox",
    authMethods: ["PLAIN", "LOGIN"],
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onAuth(auth, _session, callback) {
      if (auth.username === options.login && auth.password === options.password)
        return callback(null, { user: auth.username });
      callback(Object.assign(new Error("Wrong login or password"), { responseCode: 535 }));
    },
    onConnect(session, callback) {
      watchCommands(session);
      callback();
    },
    onRcptTo(address, _session, callback) {
      named.push(address.address.toLowerCase());
      callback();
    },
    onData(stream, session, callback) {
      receive(stream, session).then(
        (reply) => {
          if (reply === "dropped") return;
          if (reply === undefined) return callback(null, "Taken");
          callback(Object.assign(new Error(reply.says), { responseCode: reply.code }));
        },
        (error: unknown) =>
          callback(error instanceof Error ? error : new Error("The sandbox could not take the mail")),
      );
    },
  });
  // A client that goes away in the middle is normal here; without a listener it would end the process.
  server.on("error", () => undefined);

  const connectionOf = (session: SMTPServerSession) =>
    [...server.connections].find((connection) => connection.id === session.id);

  const drop = (session: SMTPServerSession) => {
    armed = null;
    connectionOf(session)?._socket.resetAndDestroy();
  };

  /** smtp-server has no hook before its answers to EHLO and DATA, so its reader of command lines is wrapped. */
  const watchCommands = (session: SMTPServerSession) => {
    const connection = connectionOf(session);
    if (connection === undefined) return;
    const onCommand = connection._onCommand.bind(connection);
    connection._onCommand = (line, next) => {
      fallsNow(line.toString("latin1"), session).then(
        (falls) => (falls ? drop(session) : onCommand(line, next)),
        () => onCommand(line, next),
      );
    };
  };

  const fallsNow = async (line: string, session: SMTPServerSession): Promise<boolean> => {
    if (armed?.type !== "drop_at") return false;
    const word = line.slice(0, 4).toUpperCase();
    const command = word === "EHLO" ? "HELO" : word;
    if (command !== armed.command.toUpperCase()) return false;
    if (command === "HELO" || command === "MAIL") return options.bringsMailToOthers();
    if (command === "RCPT") return isForOthers([/<([^>]*)>/.exec(line)?.[1] ?? ""]);
    return isForOthers(session.envelope.rcptTo.map(({ address }) => address));
  };

  const isForOthers = (recipients: readonly string[]) =>
    recipients.some((recipient) => !options.isPerson(recipient));

  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
    const raw = await buffer(stream);
    const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
    const from = session.envelope.mailFrom === false ? "" : session.envelope.mailFrom.address;
    const fault = armed !== null && armed.type !== "drop_at" && isForOthers(to) ? armed : null;
    if (fault?.type === "reply") {
      armed = null;
      return { code: fault.code, says: fault.code < 500 ? "Try again later" : "Not accepted" };
    }
    const taken = await options.take({ from, to, raw });
    if (taken !== undefined) return taken.refused;
    if (fault === null) return undefined;
    drop(session);
    return "dropped" as const;
  };

  return new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      resolve({
        port: (server.server.address() as AddressInfo).port,
        break: (fault) => {
          armed = fault;
        },
        isArmed: () => armed !== null,
        named: () => named,
        close: () => new Promise((closed) => server.close(closed)),
      });
    });
  });
}

import { Readable } from "node:stream";
import SMTPConnection, { type SMTPConnectionOptions } from "nodemailer/lib/smtp-connection";
import type { SmtpOutcome } from "../domain/outbox.ts";
import type { Account, Courier, ServerAddress } from "../ports.ts";
import { plainTextRefusal } from "./server-address.ts";
import { firstLine } from "./trouble.ts";

/** How long a courier waits, in milliseconds. */
export type CourierTimeouts = {
  /** For everything up to the server's go-ahead for the body. */
  readonly untilBody: number;
  /** For a silent server once the body has begun: at least 10 minutes after the dot (RFC 5321 section 4.5.3.2.6, SAFETY R8). */
  readonly silence: number;
  /** For everything from the body's first byte on, so that a dripping server ends too. */
  readonly afterBody: number;
};

export const courierTimeouts: CourierTimeouts = {
  untilBody: 5 * 60_000,
  silence: 11 * 60_000,
  afterBody: 15 * 60_000,
};

/** Where an attempt stands. Kept by us: the library's errors are the same before and after the dot (SAFETY M1). */
type Phase = { at: "connecting" | "login" | "envelope" | "body" };

/**
 * Makes the courier: one connection a mail, never reused, no retries (SAFETY R8).
 * @param ca a certificate authority to trust besides the system's, for servers of one's own.
 */
export function createCourier({
  ca,
  timeouts = courierTimeouts,
}: {
  readonly ca?: string | undefined;
  readonly timeouts?: CourierTimeouts;
} = {}): Courier {
  return {
    longestAttempt: timeouts.untilBody + timeouts.afterBody,
    send: async (account, mail, gate) => {
      const refused = plainTextRefusal(account.smtp) ?? addressRefusal(mail.from) ?? addressRefusal(mail.to);
      if (refused !== null) return { type: "rejected", reply: refused };
      return attempt(account, mail, gate, smtpOptions(account.smtp, timeouts, ca), timeouts);
    },
  };
}

/** Options that never let a password travel in the clear (SAFETY M8, R51). */
export const smtpOptions = (
  { host, port, security }: ServerAddress,
  timeouts: CourierTimeouts,
  ca: string | undefined,
): SMTPConnectionOptions => ({
  host,
  port,
  secure: security === "tls",
  requireTLS: security === "starttls",
  ignoreTLS: security === "plain",
  connectionTimeout: Math.min(60_000, timeouts.untilBody),
  greetingTimeout: Math.min(60_000, timeouts.untilBody),
  socketTimeout: timeouts.silence,
  allowInternalNetworkInterfaces: true,
  logger: false,
  tls: { minVersion: "TLSv1.2", ...(ca === undefined ? {} : { ca }) },
});

async function attempt(
  account: Account,
  mail: Parameters<Courier["send"]>[1],
  gate: () => Promise<boolean>,
  options: SMTPConnectionOptions,
  timeouts: CourierTimeouts,
): Promise<SmtpOutcome> {
  const phase: Phase = { at: "connecting" };
  const connection = new SMTPConnection(options);
  const body = gatedBody(mail.rfc822, gate, () => {
    phase.at = "body";
    clock.restart(timeouts.afterBody);
  });
  let settle: (outcome: SmtpOutcome) => void = () => undefined;
  const outcome = new Promise<SmtpOutcome>((resolve) => {
    settle = resolve;
  });
  const fail = (error: unknown): void => settle(read(error, phase));
  const clock = deadline(() => fail(new Error("the server took too long")));

  clock.restart(timeouts.untilBody);
  connection.once("error", fail);
  connection.connect((error) => {
    if (error) return fail(error);
    phase.at = "login";
    const transmit = (): void => {
      phase.at = "envelope";
      const envelope = { from: mail.from, to: [mail.to], size: mail.rfc822.length, use8BitMime: true };
      connection.send(envelope, body.stream, (failed, info) => {
        if (failed) return fail(failed);
        settle({
          type: "accepted",
          reply: firstLine(info?.response ?? ""),
          providerMessageId: info?.serverMessageId?.replace(/^<|>$/g, "") ?? null,
        });
      });
    };
    if (!connection.allowsAuth) return transmit();
    connection.login({ user: account.login, pass: account.password.reveal() }, (failed) =>
      failed ? fail(failed) : transmit(),
    );
  });

  const result = await outcome;
  clock.stop();
  connection.on("error", () => undefined);
  connection.close();
  // Nothing may follow once the outcome is known, and the caller acts on the row that the gate writes:
  // first shut the way, then wait until the gate is through. A gate that throws is thrown on.
  body.stream.destroy();
  const passed = await body.gate();
  return passed === false ? { type: "gate_closed" } : result;
}

/**
 * The mail as a stream whose first read is the gate (SAFETY R2). It is read for the first time when the
 * server has answered DATA with 354, so that until then nothing but the envelope has left.
 */
function gatedBody(rfc822: Buffer, gate: () => Promise<boolean>, onFirstByte: () => void) {
  let asked: Promise<boolean> | null = null;
  const stream = new Readable({
    read() {
      if (asked !== null) return;
      asked = gate();
      asked.then(
        (open) => {
          if (!open) return void stream.destroy(new Error("the gate is closed"));
          // The connection broke while the gate was asked: no byte may be counted as sent.
          if (stream.destroyed) return;
          onFirstByte();
          stream.push(rfc822);
          stream.push(null);
        },
        (error: unknown) => void stream.destroy(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  return { stream, gate: (): Promise<boolean | null> => asked ?? Promise.resolve(null) };
}

/** SAFETY section 1, step 4: numeric reply and phase, nothing else. */
function read(error: unknown, phase: Phase): SmtpOutcome {
  const code = replyCode(error);
  const reply = firstLine(error instanceof Error ? error.message : String(error));
  const refused = code >= 500 && code < 600;
  if (phase.at === "body") {
    if (refused) return { type: "rejected", reply };
    if (code >= 400 && code < 500 && code !== 421) return { type: "later", reply };
    return { type: "unknown", reply };
  }
  if (refused && (phase.at === "login" || wantsLogin.has(code))) return { type: "login_refused", reply };
  return refused ? { type: "rejected", reply } : { type: "later", reply };
}

/** RFC 4954 section 6: replies about the login that may come to MAIL as well. */
const wantsLogin: ReadonlySet<number> = new Set([530, 534, 535]);

function replyCode(error: unknown): number {
  if (typeof error !== "object" || error === null || !("responseCode" in error)) return 0;
  return typeof error.responseCode === "number" ? error.responseCode : 0;
}

/** One plain address, or why not: no lists, groups, routes, quoted local parts or control characters (SAFETY R37). */
function addressRefusal(address: string): string | null {
  return /^[^\s@<>()[\]:;,"\\\p{Cc}]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?$/iu.test(address)
    ? null
    : `${JSON.stringify(address)} is not one plain mail address, so nothing was sent.`;
}

function deadline(expired: () => void) {
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => clearTimeout(timer);
  return {
    stop,
    restart: (milliseconds: number): void => {
      stop();
      timer = setTimeout(expired, milliseconds);
    },
  };
}

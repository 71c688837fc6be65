import { setImmediate } from "node:timers/promises";
import SMTPConnection, { type SMTPConnectionOptions } from "nodemailer/lib/smtp-connection";
import type { SmtpOutcome } from "../domain/outbox.ts";
import { recipient } from "../domain/plain-address.ts";
import type { AccessTokens, Account, Courier, Secret, ServerAddress, Trouble } from "../ports.ts";
import { deadline } from "./deadline.ts";
import { gatedBody } from "./gated-body.ts";
import { letIn, noAccessTokens } from "./let-in.ts";
import { plainTextRefusal } from "./server-address.ts";
import { logIn, withLogin } from "./smtp-login.ts";
import { isGoAhead, isYes, replyCode, wordsOf } from "./smtp-reply.ts";
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
 * @param accessTokens for mailboxes that a sign-in lets in.
 */
export function createCourier({
  ca,
  timeouts = courierTimeouts,
  accessTokens = noAccessTokens,
}: {
  readonly ca?: string | undefined;
  readonly timeouts?: CourierTimeouts;
  readonly accessTokens?: AccessTokens;
} = {}): Courier {
  return {
    longestAttempt: timeouts.untilBody + timeouts.afterBody,
    send: async (account, mail, gate) => {
      const refused = plainTextRefusal(account.smtp) ?? addressRefusal(mail.from) ?? addressRefusal(mail.to);
      if (refused !== null) return { type: "rejected", reply: refused };
      const options = smtpOptions(account.smtp, timeouts, ca);
      const outcome = await letIn(
        account,
        accessTokens,
        (token) => attempt(account, token, mail, gate, options, timeouts),
        ({ type }) => type === "login_refused",
      );
      return outcome.ok ? outcome.value : withoutToken(outcome.error);
    },
  };
}

/** Nothing was sent, for nothing was connected to. */
const withoutToken = ({ kind, says }: Trouble): SmtpOutcome => ({
  type: kind === "signed_out" ? "login_refused" : "later",
  reply: says,
});

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
  token: Secret | null,
  mail: Parameters<Courier["send"]>[1],
  gate: () => Promise<boolean>,
  options: SMTPConnectionOptions,
  timeouts: CourierTimeouts,
): Promise<SmtpOutcome> {
  const phase: Phase = { at: "connecting" };
  const connection = new SMTPConnection(withLogin(options, account, token));
  const body = gatedBody(mail.rfc822, {
    isAwaited: () => isGoAhead(connection.lastServerResponse || ""),
    isTooLate: () => clock.isOver(),
    gate,
    onFirstByte: () => {
      phase.at = "body";
      clock.restart(timeouts.afterBody);
    },
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
        const words = info?.response ?? "";
        if (failed || phase.at !== "body" || !isYes(words)) return fail(failed ?? new Error(words));
        const providerMessageId = info?.serverMessageId?.replace(/^<|>$/g, "") ?? null;
        settle({ type: "accepted", reply: firstLine(words), providerMessageId });
      });
    };
    if (!connection.allowsAuth) return transmit();
    logIn(connection, account, token, (failed) => (failed ? fail(failed) : transmit()));
  });

  const result = await outcome;
  clock.stop();
  let alsoSaidYes = false;
  connection.on("error", (error) => {
    alsoSaidYes ||= isYes(wordsOf(error));
  });
  // What came together with the refusal is read by then: a yes beside it leaves open which of them is meant.
  if (phase.at === "body" && result.type !== "accepted") await setImmediate();
  connection.close();
  // Nothing may follow once the outcome is known, and the caller acts on the row that the gate writes:
  // first shut the way, then wait until the gate is through. A gate that throws is thrown on.
  body.stream.destroy();
  const passed = await body.gate();
  if (passed === false) return { type: "gate_closed" };
  return alsoSaidYes && "reply" in result ? { type: "unknown", reply: result.reply } : result;
}

/** SAFETY section 1, step 4: numeric reply and phase, nothing else. */
function read(error: unknown, phase: Phase): SmtpOutcome {
  const code = replyCode(wordsOf(error));
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

/** One plain address, or why not (SAFETY R37). */
function addressRefusal(address: string): string | null {
  return recipient({ name: "", address }).ok
    ? null
    : `${JSON.stringify(address)} is not one plain mail address, so nothing was sent.`;
}

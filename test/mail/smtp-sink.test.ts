import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { SmtpOutcome } from "../../src/domain/outbox.ts";
import { createCourier } from "../../src/mail/courier.ts";
import { onLoopback, testAccount } from "../support/account.ts";
import { freePort } from "../support/free-port.ts";
import { eventually } from "../support/memory-sink.ts";
import { realServer } from "../support/real-servers.ts";

const sink = realServer("smtp-sink");
const rfc822 = Buffer.from(
  "Message-ID: <one@person.example>\r\nSubject: Thank you\r\n\r\nThank you for today.\r\n.\r\n",
);
const mail = { from: "ada@person.example", to: "jo@employer.example", rfc822 };

type Sink = { readonly child: ChildProcess; readonly port: number; readonly folder: string };
let running: Sink;
afterEach(async () => {
  const gone = once(running.child, "exit");
  running.child.kill("SIGKILL");
  await gone;
  await rm(running.folder, { recursive: true, force: true });
});

/** Postfix's test server on loopback. Every mail that has its dot is a file in the folder, whatever is answered to it. */
async function start(options: readonly string[]): Promise<Sink> {
  const folder = await mkdtemp(join(tmpdir(), "afterword-sink-"));
  // As root it asks for another user, who has to write the files.
  await chmod(folder, 0o777);
  const port = await freePort();
  const user = userInfo().uid === 0 ? ["-u", "nobody"] : [];
  const child = spawn(sink.path, [...user, "-a", "-d", "mail.", ...options, `127.0.0.1:${port}`, "10"], {
    cwd: folder,
    stdio: "ignore",
  });
  await eventually(() => listens(port), 20);
  return { child, port, folder };
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

describe.skipIf(sink.missing)(sink.title("against Postfix's smtp-sink"), () => {
  /** What comes of one attempt, how often the gate was asked, and how many mails lie there. */
  async function send(options: readonly string[], silence = 5_000) {
    running = await start(options);
    const courier = createCourier({ timeouts: { untilBody: 2 * silence, silence, afterBody: 2 * silence } });
    let asked = 0;
    const outcome = await courier.send(testAccount({ smtp: onLoopback(running.port) }), mail, async () => {
      asked += 1;
      return true;
    });
    const dumped = (await readdir(running.folder)).filter((name) => name.startsWith("mail."));
    return { type: outcome.type, asked, dumped: dumped.length };
  }

  test("a mail arrives, once", async () => {
    expect(await send([])).toEqual({ type: "accepted", asked: 1, dumped: 1 });
  });

  const early = ["CONNECT", "EHLO", "MAIL", "RCPT", "DATA"] as const;
  const ways: readonly [string, string, SmtpOutcome["type"], SmtpOutcome["type"]][] = [
    ["hangs up", "-q", "later", "unknown"],
    ["says 421 and hangs up", "-Q", "later", "unknown"],
    ["says 450", "-r", "later", "later"],
    ["says 500", "-f", "rejected", "rejected"],
  ];
  describe.each(ways)("that %s", (_way, option, beforeTheBody, afterTheDot) => {
    // Refused EHLO is said again as HELO, which these options leave alone.
    const refuses = option === "-r" || option === "-f";
    test.each(early.filter((at) => !(refuses && at === "EHLO")))(
      `at %s: ${beforeTheBody}, and the gate is not asked`,
      async (at) => {
        expect(await send([option, at])).toMatchObject({ type: beforeTheBody, asked: 0 });
      },
    );

    test(`after the dot: ${afterTheDot}`, async () => {
      expect(await send([option, "."])).toMatchObject({ type: afterTheDot, asked: 1 });
    });
  });

  test.each<[string, readonly string[], SmtpOutcome["type"]]>([
    ["longer than the courier for its go-ahead", ["-w", "3"], "later"],
    ["longer than the courier for its yes", ["-W", ".:3"], "unknown"],
  ])("that waits %s", async (_how, options, expected) => {
    expect((await send(options, 700)).type).toBe(expected);
  });

  test.each<[string, readonly string[]]>([
    ["its go-ahead", ["-w", "1"]],
    ["its yes", ["-W", ".:1"]],
  ])("that takes its time for %s, but less than the courier has: accepted", async (_what, options) => {
    expect(await send(options)).toEqual({ type: "accepted", asked: 1, dumped: 1 });
  });

  test("that knows no ESMTP, and has a small window: accepted", async () => {
    expect(await send(["-e", "-T", "256"])).toEqual({ type: "accepted", asked: 1, dumped: 1 });
  });

  test("that refuses the mail together with its go-ahead and hangs up: nothing left, so it is not in doubt", async () => {
    expect(["rejected", "later"]).toContain((await send(["-A", "0"])).type);
  });
});

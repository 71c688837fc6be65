import { afterEach, describe, expect, test } from "vitest";
import type { SmtpOutcome } from "../../src/domain/outbox.ts";
import { courierTimeouts, createCourier } from "../../src/mail/courier.ts";
import { onLoopback, testAccount } from "../support/account.ts";
import { type SmtpFault, type SmtpPeer, startSmtpPeer } from "../support/smtp-peer.ts";

const timeouts = { untilBody: 400, silence: 400, afterBody: 800 };
const rfc822 = Buffer.from(
  [
    "Message-ID: <one@person.example>",
    "From: ada@person.example",
    "To: jo@employer.example",
    "Subject: Thank you",
    "",
    "Thank you for today.",
    ".a line that begins with a dot",
    "",
  ].join("\r\n"),
);
const mail = { from: "ada@person.example", to: "jo@employer.example", rfc822 };

let peer: SmtpPeer;
afterEach(() => peer?.stop());

type Trial = { outcome: SmtpOutcome; gateAsked: number };

async function send(
  options: Parameters<typeof startSmtpPeer>[0] = {},
  gate: (peer: SmtpPeer) => Promise<boolean> = async () => true,
): Promise<Trial> {
  peer = await startSmtpPeer(options);
  let gateAsked = 0;
  const outcome = await createCourier({ timeouts }).send(
    testAccount({ smtp: onLoopback(peer.port) }),
    mail,
    () => {
      gateAsked += 1;
      return gate(peer);
    },
  );
  return { outcome, gateAsked };
}

describe("a mail that the server takes", () => {
  test("is accepted with the server's reply, arrives byte for byte, and goes over one connection", async () => {
    const { outcome, gateAsked } = await send();
    expect(outcome).toEqual({ type: "accepted", reply: "250 2.0.0 queued", providerMessageId: null });
    expect(peer.accepted).toEqual([rfc822.toString()]);
    expect(gateAsked).toBe(1);
    expect(peer.connections()).toBe(1);
  });

  test("keeps the Message-ID that the provider gave it instead of ours", async () => {
    peer = await startSmtpPeer({
      finalReply: "250 2.0.0 OK <new-id@mx1.prod.outlook.com> [Hostname=mx1.prod.outlook.com]",
    });
    const outcome = await createCourier({ timeouts }).send(
      testAccount({ smtp: onLoopback(peer.port) }),
      mail,
      async () => true,
    );
    expect(outcome).toMatchObject({ type: "accepted", providerMessageId: "new-id@mx1.prod.outlook.com" });
  });
});

describe("the gate", () => {
  test("is asked when the server is ready for the body, and before a byte of the mail has left", async () => {
    let heard = "";
    await send({}, async (server) => {
      heard = server.heard();
      return true;
    });
    expect(heard).toContain("DATA");
    expect(heard).not.toContain("Thank you");
  });

  test("closed: nothing is sent", async () => {
    const { outcome } = await send({}, async () => false);
    expect(outcome).toEqual({ type: "gate_closed" });
    expect(peer.accepted).toEqual([]);
    expect(peer.heard()).not.toContain("Thank you");
  });

  test("that opens only after the courier gave up sends nothing, and the answer waits for it", async () => {
    let through = false;
    peer = await startSmtpPeer();
    const courier = createCourier({ timeouts: { untilBody: 200, silence: 5_000, afterBody: 5_000 } });
    const outcome = await courier.send(testAccount({ smtp: onLoopback(peer.port) }), mail, async () => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      through = true;
      return true;
    });
    expect(through).toBe(true);
    expect(outcome.type).toBe("later");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(peer.accepted).toEqual([]);
    expect(peer.heard()).not.toContain("Thank you");
  });

  test("that opens when the time is over sends nothing, also where the clock has had no chance to ring", async () => {
    peer = await startSmtpPeer();
    const courier = createCourier({ timeouts: { untilBody: 300, silence: 5_000, afterBody: 5_000 } });
    const outcome = await courier.send(testAccount({ smtp: onLoopback(peer.port) }), mail, async () => {
      const until = performance.now() + 400;
      while (performance.now() < until);
      return true;
    });
    expect(outcome.type).toBe("later");
    expect(peer.accepted).toEqual([]);
    expect(peer.heard()).not.toContain("Thank you");
  });

  test("that fails is a failure of the program, not of the mail: it is thrown, and nothing was sent", async () => {
    await expect(send({}, () => Promise.reject(new Error("the store is gone")))).rejects.toThrow(
      "the store is gone",
    );
    expect(peer.heard()).not.toContain("Thank you");
  });
});

describe("a server that leaves", () => {
  const dropped = (at: SmtpFault["at"], acceptsFirst = false): SmtpFault => ({
    at,
    does: "drop",
    acceptsFirst,
  });
  test.each<[string, SmtpFault, SmtpOutcome["type"], number]>([
    ["at the greeting", dropped("greeting"), "later", 0],
    ["at EHLO", dropped("ehlo"), "later", 0],
    ["at AUTH", dropped("auth"), "later", 0],
    ["at MAIL", dropped("mail"), "later", 0],
    ["at RCPT", dropped("rcpt"), "later", 0],
    ["at DATA", dropped("data"), "later", 0],
    ["in the middle of the body", dropped("body"), "unknown", 0],
    ["after the dot, without the mail", dropped("dot"), "unknown", 0],
    ["after the dot, with the mail", dropped("dot", true), "unknown", 1],
    ["after its reply", dropped("after reply"), "accepted", 1],
    ["silently, at MAIL", { at: "mail", does: "stall" }, "later", 0],
    ["silently, after the dot, without the mail", { at: "dot", does: "stall" }, "unknown", 0],
    [
      "silently, after the dot, with the mail",
      { at: "dot", does: "stall", acceptsFirst: true },
      "unknown",
      1,
    ],
  ])("%s", async (_when, fault, expected, taken) => {
    const { outcome } = await send({ fault });
    expect(outcome.type).toBe(expected);
    expect(peer.accepted).toHaveLength(taken);
    expect(peer.connections()).toBe(1);
  });
});

describe("a server that answers with a number", () => {
  const says = (at: SmtpFault["at"], reply: string): SmtpFault => ({ at, does: { reply } });
  test.each<[SmtpFault["at"], string, SmtpOutcome["type"]]>([
    ["greeting", "421 4.3.2 closing", "later"],
    ["greeting", "554 5.3.2 no service", "rejected"],
    ["ehlo", "421 4.3.2 closing", "later"],
    ["auth", "454 4.7.0 temporary", "later"],
    ["auth", "432 4.7.12 wait", "later"],
    ["auth", "535 5.7.8 bad credentials", "login_refused"],
    ["auth", "534 5.7.9 app password needed", "login_refused"],
    ["auth", "550 5.7.30 basic authentication is off", "login_refused"],
    ["mail", "530 5.7.0 authentication required", "login_refused"],
    ["mail", "451 4.3.0 try later", "later"],
    ["mail", "421 4.3.0 closing", "later"],
    ["mail", "552 5.3.4 too big", "rejected"],
    ["rcpt", "450 4.2.0 greylisted", "later"],
    ["rcpt", "550 5.1.1 nobody here", "rejected"],
    ["data", "451 4.3.0 try later", "later"],
    ["data", "554 5.7.1 no", "rejected"],
    ["dot", "451 4.7.1 throttled", "later"],
    ["dot", "421 4.3.2 closing", "unknown"],
    ["dot", "554 5.7.1 spam", "rejected"],
    ["dot", "hello?", "unknown"],
  ])("at %s with %s: %s", async (at, reply, expected) => {
    const { outcome } = await send({ fault: says(at, reply) });
    expect(outcome.type).toBe(expected);
    expect(peer.accepted).toEqual([]);
    if ("reply" in outcome && /^\d/.test(reply)) expect(outcome.reply).toContain(reply);
  });
});

describe("before anything is connected", () => {
  test("an address that could be read as two, or as a header, is refused", async () => {
    peer = await startSmtpPeer();
    const account = testAccount({ smtp: onLoopback(peer.port) });
    const courier = createCourier({ timeouts });
    for (const to of [
      "jo@employer.example, eve@elsewhere.example",
      "friends:jo@employer.example;",
      '"jo@employer.example"@elsewhere.example',
      "Jo <jo@employer.example>",
      "jo@employer.example\r\nRCPT TO:<eve@elsewhere.example>",
      "@relay.example:jo@employer.example",
      "jo@@employer.example",
      "jo\u0000@employer.example",
      "",
    ]) {
      const outcome = await courier.send(account, { ...mail, to }, async () => true);
      expect([to, outcome.type]).toEqual([to, "rejected"]);
    }
    expect(peer.connections()).toBe(0);
  });

  test("plain text to a host that is not this machine is refused", async () => {
    const smtp = { host: "smtp.provider.example", port: 25, security: "plain" } as const;
    const outcome = await createCourier({ timeouts }).send(testAccount({ smtp }), mail, async () => true);
    expect(outcome).toMatchObject({ type: "rejected", reply: expect.stringContaining("plain text") });
  });

  test("a server without STARTTLS hears neither the password nor the mail", async () => {
    peer = await startSmtpPeer();
    const smtp = { host: "127.0.0.1", port: peer.port, security: "starttls" } as const;
    const outcome = await createCourier({ timeouts }).send(testAccount({ smtp }), mail, async () => true);
    expect(["later", "rejected"]).toContain(outcome.type);
    expect(peer.heard()).not.toMatch(/AUTH|MAIL/);
  });

  test("nobody listens: later", async () => {
    peer = await startSmtpPeer();
    const account = testAccount({ smtp: onLoopback(peer.port) });
    await peer.stop();
    const outcome = await createCourier({ timeouts }).send(account, mail, async () => true);
    expect(outcome.type).toBe("later");
    peer = await startSmtpPeer();
  });
});

test("production waits ten minutes or more for the reply to the dot, and knows its longest attempt", () => {
  expect(courierTimeouts.silence).toBeGreaterThanOrEqual(10 * 60_000);
  expect(courierTimeouts.afterBody).toBeGreaterThan(courierTimeouts.silence);
  expect(createCourier().longestAttempt).toBe(courierTimeouts.untilBody + courierTimeouts.afterBody);
});

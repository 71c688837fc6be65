import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { reconcileSent } from "../../src/flows/reconcile-sent.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { createCourier } from "../../src/mail/courier.ts";
import { type KeptTables, keepTables } from "../support/kept-tables.ts";
import { openRealApp, type RealApp } from "../support/real-app.ts";
import type { SmtpFault, SmtpPeer, SmtpStage } from "../support/smtp-peer.ts";

let real: RealApp;
let approved: KeptTables;
beforeAll(async () => {
  real = await openRealApp();
  await real.offerThankYous();
  real.at("2026-05-22T10:00");
  await real.replies("1 ok");
  approved = await keepTables(real.query);
});
afterEach(() => real.reset());
afterAll(() => real.close());

type Standing = "sent" | "queued" | "failed" | "unknown" | "asked";
type Faults = SmtpFault | readonly SmtpFault[];

/** Nothing can be found in Sent, on no day. */
const deadSent = { type: "unsure", why: "NO [UNAVAILABLE]" } as const;
const impatient = createCourier({ timeouts: { untilBody: 250, silence: 150, afterBody: 250 } });

/** One attempt at a mail that was approved on Friday for 10:00, on a server that is itself again from the second connection on. */
async function oneAttempt(fault: Faults, courier = real.app.courier): Promise<SmtpPeer> {
  await approved.putBack();
  real.at("2026-05-22T10:00");
  real.mailbox().sighting = deadSent;
  const server = await real.server({ fault, faultyConnections: 1 });
  await sendDue({ ...real.app, courier }, (await real.mail()).id);
  return server;
}

async function aDayPasses(): Promise<void> {
  for (const minutes of [1, 14, 60, 1_365]) {
    real.later({ minutes });
    await sweep(real.app);
    const { id } = await real.mail();
    await sendDue(real.app, id);
    await reconcileSent(real.app, id);
  }
}

/** Where a mail ends up that nobody can find and nobody answers for: what provably did not leave leaves later, in doubt it is asked. */
const after24Hours = { sent: "sent", queued: "sent", failed: "failed", unknown: "asked" } as const;

async function endsAs(server: SmtpPeer, first: keyof typeof after24Hours, taken: number): Promise<void> {
  expect((await real.mail()).state).toBe(first);
  expect(server.accepted).toHaveLength(taken);
  expect(server.connections()).toBe(1);
  await aDayPasses();
  const last: Standing = after24Hours[first];
  expect((await real.mail()).state).toBe(last);
  expect(server.accepted).toHaveLength(first === "queued" ? 1 : taken);
  expect(server.connections()).toBe(first === "queued" ? 2 : 1);
  expect(await real.journal("asked")).toHaveLength(last === "asked" ? 1 : 0);
}

const untilGoAhead: readonly SmtpStage[] = ["ehlo", "auth", "mail", "rcpt", "data"];
const says = (at: SmtpStage, reply: string, acceptsFirst = false): SmtpFault => ({
  at,
  does: { reply },
  acceptsFirst,
});

describe("the thirteen places where a server can leave: the row, the server's own log, and a day later", () => {
  const half = { half: "250 2.0." };
  const dot = (does: SmtpFault["does"], acceptsFirst: boolean): SmtpFault => ({
    at: "dot",
    does,
    acceptsFirst,
  });
  const places: readonly (readonly [
    string,
    (does: "drop" | "stall") => SmtpFault,
    "queued" | "unknown",
    number,
  ])[] = [
    ["before the greeting", (does) => ({ at: "greeting", does }), "queued", 0],
    ["after the greeting", (does) => ({ at: "after greeting", does }), "queued", 0],
    ...untilGoAhead.map(
      (at) => [`at ${at}`, (does: "drop" | "stall") => ({ at, does }), "queued", 0] as const,
    ),
    ["in the body", (does) => ({ at: "body", does }), "unknown", 0],
    ["at the dot, without the mail", (does) => dot(does, false), "unknown", 0],
    ["at the dot, with the mail", (does) => dot(does, true), "unknown", 1],
    [
      "half-way through its yes",
      (does) => dot(does === "drop" ? half : { pieces: [half.half] }, true),
      "unknown",
      1,
    ],
  ];
  const leaving = places.flatMap(([place, fault, state, taken]) =>
    (["drop", "stall"] as const).map((does) => ({
      name: `${does} ${place}: ${state}`,
      fault: fault(does),
      does,
      state,
      taken,
    })),
  );
  test.each(leaving)("$name", async ({ fault, does, state, taken }) => {
    const server = await oneAttempt(fault, does === "stall" ? impatient : undefined);
    await endsAs(server, state, taken);
  });

  test.each(["drop", "stall"] as const)("%s after the yes: sent", async (does) => {
    await endsAs(await oneAttempt({ at: "after reply", does }), "sent", 1);
  });

  test("at QUIT there is nothing left to lose: none is said, the yes was enough", async () => {
    const server = await oneAttempt([]);
    expect(server.heard()).not.toMatch(/^QUIT/m);
    await endsAs(server, "sent", 1);
  });
});

describe("a number at each of them", () => {
  const early = ["greeting", ...untilGoAhead] as const;
  const numbers = early.flatMap((at) => [
    { at, reply: "421 4.3.2 closing", state: "queued" as const },
    ...(at === "ehlo" ? [] : [{ at, reply: "451 4.3.0 later", state: "queued" as const }]),
    ...(at === "ehlo" || at === "auth" ? [] : [{ at, reply: "554 5.7.1 no", state: "failed" as const }]),
  ]);
  test.each(numbers)("$reply at $at: $state", async ({ at, reply, state }) => {
    await endsAs(await oneAttempt(says(at, reply)), state, 0);
  });

  test.each([
    { reply: "451 4.3.0 later", state: "queued", taken: 0 },
    { reply: "432 4.3.2 slow down", state: "queued", taken: 0 },
    { reply: "554 5.7.1 not wanted", state: "failed", taken: 0 },
    { reply: "421 4.3.2 closing", state: "unknown", taken: 0 },
    { reply: "421 4.3.2 closing", state: "unknown", taken: 1 },
  ] as const)("$reply after the dot, taken $taken times: $state", async ({ reply, state, taken }) => {
    await endsAs(await oneAttempt(says("dot", reply, taken === 1)), state, taken);
  });

  test("535 at the login: queued, and nothing more is tried until the mailbox is connected again", async () => {
    const server = await oneAttempt(says("auth", "535 5.7.8 no"));
    await aDayPasses();
    expect((await real.mail()).state).toBe("queued");
    expect(server.connections()).toBe(1);
    expect(await real.journal("waits")).toHaveLength(1);
  });
});

describe("replies that contradict each other, or come where none was due", () => {
  const thrice = "250 2.1.5 ok\r\n250 2.1.5 ok\r\n250 2.1.5 ok";
  test.each<[string, Faults, "queued" | "unknown", number]>([
    [
      "a refusal and a yes at once after the dot",
      says("dot", "451 4.3.0 later\r\n250 2.0.0 queued", true),
      "unknown",
      1,
    ],
    ["both in one reply", says("dot", "451-4.3.0 later\r\n250 2.0.0 queued", true), "unknown", 1],
    [
      "three yeses to the recipient, a no to the mail",
      [says("rcpt", thrice), says("dot", "554 5.7.1 no")],
      "queued",
      0,
    ],
    ["a yes in place of the go-ahead", says("data", "250 2.0.0 ok"), "queued", 0],
    ["a yes together with the go-ahead", says("data", "354 go ahead\r\n250 2.0.0 queued"), "queued", 0],
    ["the go-ahead twice", says("data", "354 go ahead\r\n354 go ahead"), "queued", 0],
  ])("%s", async (_what, fault, state, taken) => {
    await endsAs(await oneAttempt(fault), state, taken);
  });
});

import { afterEach, describe, expect, test } from "vitest";
import type { SmtpOutcome } from "../../src/domain/outbox.ts";
import { createCourier } from "../../src/mail/courier.ts";
import { onLoopback, testAccount } from "../support/account.ts";
import { type SmtpFault, type SmtpPeer, startSmtpPeer } from "../support/smtp-peer.ts";

const rfc822 = Buffer.from(
  "Message-ID: <one@person.example>\r\nSubject: Thank you\r\n\r\nThank you for today.\r\n",
);
const mail = { from: "ada@person.example", to: "jo@employer.example", rfc822 };

let peer: SmtpPeer;
afterEach(() => peer.stop());

async function outcomeOf(fault: SmtpFault, silence = 3_000): Promise<SmtpOutcome> {
  peer = await startSmtpPeer({ fault });
  const courier = createCourier({ timeouts: { untilBody: 4_000, silence, afterBody: 4_000 } });
  return courier.send(testAccount({ smtp: onLoopback(peer.port) }), mail, async () => true);
}
const taken = (does: SmtpFault["does"]): SmtpFault => ({ at: "dot", does, acceptsFirst: true });

describe("a yes to the mail", () => {
  test.each<[string, SmtpFault["does"], string]>([
    [
      "of several lines",
      { reply: "250-2.0.0 thank you\r\n250-so much\r\n250 queued as 7" },
      "250-2.0.0 thank you",
    ],
    ["in pieces", { pieces: ["2", "50 2.", "0.0 que", "ued\r", "\n"] }, "250 2.0.0 queued"],
    [
      "of several lines, torn in the middle of each",
      { pieces: ["250-o", "ne\r\n25", "0 two\r\n"] },
      "250-one",
    ],
    ["without words", { reply: "250" }, "250"],
    ["with another number of its kind", { reply: "252 2.0.0 on its way" }, "252 2.0.0 on its way"],
    ["in UTF-8", { reply: "250 2.0.0 angenommen für Zoë" }, "250 2.0.0 angenommen für Zoë"],
    ["in ISO 8859-1", { pieces: [Buffer.from("250 2.0.0 für\r\n", "latin1")] }, "250 2.0.0 f"],
    ["with control characters", { reply: "250 2.0.0 \u0000\u001b[31mred" }, "250 2.0.0 [31mred"],
    [
      "with C1 and bidirectional controls",
      { reply: "250 2.0.0 \u009b2J\u009d0;x\u202eder" },
      "250 2.0.0 2J0;xder",
    ],
    ["with lines that follow it", { reply: "250 2.0.0 queued\r\n250 2.0.0 queued" }, "250 2.0.0 queued"],
    ["and a number that closes", { reply: "250 2.0.0 queued\r\n421 4.3.2 closing" }, "250 2.0.0 queued"],
    ["of a million letters", { reply: `250-${"x".repeat(999_990)}\r\n250 queued` }, "250-xxxxx"],
  ])("%s is one", async (_how, does, words) => {
    const outcome = await outcomeOf(taken(does));
    expect(outcome).toMatchObject({ type: "accepted", reply: expect.stringMatching(/^25/) });
    expect("reply" in outcome && outcome.reply.slice(0, words.length)).toBe(words);
    expect("reply" in outcome && outcome.reply.length).toBeLessThanOrEqual(300);
  });
});

describe("what is no reply to go by leaves open whether the mail left", () => {
  test.each<[string, SmtpFault["does"]]>([
    ["half a yes", { half: "250 2.0." }],
    ["the first of two lines", { half: "250-2.0.0 thank you\r\n" }],
    ["a yes that never ends", { half: "250-thank you\r\n".repeat(100_000) }],
    ["a line that never ends", { half: `250 ${"x".repeat(1_500_000)}` }],
    ["a number of two digits", { reply: "25 ok" }],
    ["a number of four digits", { reply: "2500 ok" }],
    ["words", { reply: "2 late for that" }],
    ["another go-ahead", { reply: "354 go ahead" }],
    ["lines with different numbers", { reply: "250-2.0.0 ok\r\n554 5.7.1 no" }],
    ["a refusal for now beside a yes", { reply: "451 4.3.0 later\r\n250 2.0.0 queued" }],
    ["a refusal for good beside a yes", { reply: "554 5.7.1 no\r\n250 2.0.0 queued" }],
    ["nothing but line ends", { half: "\r\n\r\n" }],
  ])("%s", async (_what, does) => {
    expect(await outcomeOf(taken(does))).toMatchObject({ type: "unknown" });
    expect(peer.accepted).toHaveLength(1);
  });

  test("a yes that comes after the courier has given up", async () => {
    const late = { pieces: [...Array.from({ length: 30 }, () => ""), "250 2.0.0 queued\r\n"] };
    expect(await outcomeOf(taken(late), 60)).toMatchObject({ type: "unknown" });
    expect(peer.accepted).toHaveLength(1);
  });
});

describe("a refusal", () => {
  test.each<[string, SmtpFault["does"], SmtpOutcome["type"]]>([
    ["of several lines", { reply: "554-5.7.1 not\r\n554 wanted" }, "rejected"],
    ["in pieces", { pieces: ["45", "1 4.3.0 la", "ter\r\n"] }, "later"],
    ["before the server closes", { reply: "451 4.3.0 later\r\n421 4.3.2 closing" }, "later"],
    ["whose line is not finished, but its number is", { half: "554 5.7" }, "rejected"],
  ])("%s is one", async (_how, does, expected) => {
    expect(await outcomeOf({ at: "dot", does })).toMatchObject({ type: expected });
  });
});

describe("without the go-ahead, 354 and nothing else, no byte of the mail leaves and the gate is not asked", () => {
  test.each<[string, SmtpFault]>([
    ["250 in its place", { at: "data", does: { reply: "250 2.0.0 ok" } }],
    ["two greetings", { at: "greeting", does: { reply: "220 one\r\n220 two" } }],
    ["two yeses to the sender", { at: "mail", does: { reply: "250 2.1.0 ok\r\n250 2.1.0 ok" } }],
    ["two yeses to the recipient", { at: "rcpt", does: { reply: "250 2.1.5 ok\r\n250 2.1.5 ok" } }],
    ["lines that differ", { at: "data", does: { reply: "354-go ahead\r\n250 ok" } }],
  ])("%s", async (_what, fault) => {
    peer = await startSmtpPeer({ fault });
    let asked = 0;
    const outcome = await createCourier().send(
      testAccount({ smtp: onLoopback(peer.port) }),
      mail,
      async () => {
        asked += 1;
        return true;
      },
    );
    expect(outcome.type).toBe("later");
    expect(peer.heard()).not.toContain("Thank you");
    expect(asked).toBe(0);
  });

  test.each<[string, string]>([
    ["with a yes at once: a yes to nothing is none", "354 go ahead\r\n250 2.0.0 queued"],
    ["twice", "354 go ahead\r\n354 go ahead"],
    ["and taken back at once", "354 go ahead\r\n421 4.3.2 closing"],
  ])("the go-ahead %s", async (_how, reply) => {
    expect(await outcomeOf({ at: "data", does: { reply } })).toMatchObject({ type: "later" });
    expect(peer.accepted).toEqual([]);
  });
});

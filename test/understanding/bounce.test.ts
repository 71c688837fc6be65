import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { parseMessage } from "../../src/mail/parse.ts";
import { fateOf } from "../../src/understanding/bounce/fate.ts";
import { reportedMail } from "../../src/understanding/bounce/reported-mail.ts";
import { structureOf } from "../../src/understanding/kind/automatic.ts";
import { newestText } from "../../src/understanding/text/reply-text.ts";
import { bounce, bounces, reported } from "../support/bounces.ts";
import { messageOf, unproven } from "../support/message.ts";

const read = async (name: string) => {
  const internalDate = Temporal.Instant.from("2026-05-18T08:01:00Z");
  return (await parseMessage(bounce(name), { internalDate, proof: unproven })).message;
};

test.each(bounces)("%s: is a bounce, names our mail and says what became of it", async (name) => {
  const message = await read(name);
  expect(structureOf(message, newestText(message.text))?.kind).toBe("bounce");
  expect(reportedMail(message).messageIds).toContain(reported.messageId);
  expect(fateOf(message, reported.to)?.outcome).toBe(name.split("-")[0]);
});

test("there are reports of at least 13 kinds of servers", () => {
  expect(bounces.length).toBeGreaterThanOrEqual(20);
});

test.each(bounces)("%s: says nothing of somebody whom it does not name (R41)", async (name) => {
  const message = await read(name);
  expect(fateOf(message, "o.field@fairholm-bakery.example")).toBeNull();
  expect(fateOf(message, "jo.field@fairholm-bakery.example.org")).toBeNull();
  expect(fateOf(message, "ana@reyes.example")).toBeNull();
});

test("each recipient of a report has their own fate, in words as in a report of RFC 3464", async () => {
  expect(fateOf(await read("full-qmail-several"), "kim@fairholm-bakery.example")).toMatchObject({
    outcome: "gone",
    status: "5.1.1",
  });
  expect(fateOf(await read("arrived-beside-a-failure"), "kim@fairholm-bakery.example")?.outcome).toBe("gone");
});

test("our own header is a name of the mail too, and what is no id of ours is none", async () => {
  expect(reportedMail(await read("gone-exim-plain")).outboxId).toBe(reported.outboxId);
  const returned = { messageIds: [], outboxId: "1'; drop table outbox; --" };
  expect(reportedMail(messageOf({ returned })).outboxId).toBeNull();
});

test.each<[string, string, string, string]>([
  ["gone", "5.0.0", "550 5.1.1 unknown user", "a better code in the server's own words"],
  ["gone", "5.4.4", "Host or domain name not found", "a domain that is none"],
  ["gone", "5.7.1", "550 5.7.1 user unknown", "a code that the words contradict"],
  ["gone", "5.2.1", "The account is disabled", "an account that is closed"],
  ["gone", "5.4.1", "Recipient address rejected: Access denied", "Exchange, of an address that is none"],
  ["undelivered", "", "", "no reason at all"],
  ["undelivered", "", "could not deliver the message", "no reason in words either"],
  ["gone", "", "no such user here", "nobody, in words alone"],
  ["refused", "", "blocked as spam", "spam, in words alone"],
  ["undelivered", "4.4.3", "Host not found", "name servers that were away"],
  ["undelivered", "", "Host not found", "a host that is not found, for how long nobody says"],
  ["undelivered", "5.4.7", "delivery time expired", "days in which nothing got there, called permanent"],
  ["undelivered", "5.4.300", "Message expired", "Exchange, of days in which nothing got there"],
  ["full", "5.0.0", "552 The mailbox is full", "full in words alone"],
  ["full", "5.3.1", "452 insufficient system storage", "a full server"],
  ["refused", "5.2.3", "message too large", "a mail that is too long"],
  ["refused", "5.6.1", "", "a form that is not taken"],
  ["refused", "5.1.8", "sender address rejected", "a sender who is not liked"],
  ["refused", "5.0.0", "554 looks like spam", "spam in words alone"],
  ["refused", "4.7.1", "greylisted too often", "a refusal of which the days are over"],
  ["undelivered", "4.4.7", "message expired", "days in which nothing got there"],
  ["undelivered", "4.4.1", "connection timed out", "a server that was down"],
  ["undelivered", "4.2.0", "450 mailbox unavailable", "a mailbox that is busy"],
  ["refused", "5.3.2", "system not accepting messages", "a server that takes nothing"],
  ["refused", "5.0.0", "554 Message refused", "no reason but a refusal"],
  ["refused", "5.5.0", "550 internal error", "a server that broke"],
  [
    "refused",
    "5.0.0",
    "550 mailbox unavailable, your address is on a blocklist",
    "a list, whatever else it says",
  ],
  ["gone", "4.4.7", "message expired, last answer: 450 user unknown", "days in which nobody was known there"],
  ["gone", "5.5.0", "550 no such person here", "nobody, with a code that says nothing"],
])("%s: %s %s (%s)", (outcome, status, says) => {
  const report = [{ addresses: [reported.to], action: "failed", status, says }] as const;
  expect(fateOf(messageOf({ report }), reported.to)?.outcome).toBe(outcome);
});

test("a complaint about spam is no news of an address", () => {
  const headers = { "content-type": "multipart/report; report-type=feedback-report" };
  expect(fateOf(messageOf({ headers, text: `For ${reported.to}` }), reported.to)).toBeNull();
});

test("no text of an attacker takes more than a moment (R25)", () => {
  const begun = performance.now();
  for (const piece of [
    "\n",
    "> ",
    "message-id:",
    "a@",
    "jo.field@fairholm-bakery.example\n",
    "quota is ",
    "-",
    "x ".repeat(9),
  ])
    for (const text of [
      piece.repeat(200_000 / piece.length),
      `message-id: <x@y>\n${piece.repeat(100_000 / piece.length)}`,
    ]) {
      const message = messageOf({ text });
      reportedMail(message);
      fateOf(message, reported.to);
    }
  expect(performance.now() - begun).toBeLessThan(2_500);
});

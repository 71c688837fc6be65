import { expect, test } from "vitest";
import { deliveryReport, returnedMail } from "../../src/mail/delivery-report.ts";

const part = (contentType: string, ...lines: string[]) => ({
  contentType,
  headers: new Map(),
  content: Buffer.from(lines.join("\r\n")),
});
const about = ["Reporting-MTA: dns; mx.abc.example", ""];
const failed = ["Final-Recipient: rfc822; <Greg@ABC.example>", "Action: failed", "Status: 5.1.1"];

test.each(["message/delivery-status", "message/global-delivery-status"])("a %s part is read", (type) => {
  expect(deliveryReport([part(type, ...about, ...failed)])).toEqual([
    { addresses: ["greg@abc.example"], action: "failed", status: "5.1.1", says: "" },
  ]);
});

test.each([
  "message/rfc822",
  "message/global",
  "text/rfc822-headers",
  "text/rfc822",
  "message/rfc822-headers",
  "message/global-headers",
])("which mail came back is read from a %s part", (type) => {
  const returned = part(type, "From: sam@reed.example", "Message-ID: <ours@reed.example>", "");
  const names = returnedMail([part("message/delivery-status", ...about, ...failed), returned]);
  expect(names).toEqual({ messageIds: ["ours@reed.example"], outboxId: null });
});

test("of several recipients the one who was not reached counts, wherever it stands", () => {
  const reached = ["Final-Recipient: rfc822; a@abc.example", "Action: delivered", "Status: 2.0.0", ""];
  const waiting = ["Final-Recipient: rfc822; b@abc.example", "Action: delayed", "Status: 4.4.1", ""];
  const status = part("message/delivery-status", ...about, ...reached, ...waiting, ...failed);
  expect(deliveryReport([status])).toMatchObject([
    { addresses: ["greg@abc.example"], action: "failed" },
    { addresses: ["b@abc.example"], action: "delayed" },
    { addresses: ["a@abc.example"], action: "delivered" },
  ]);
});

test("an action with a remark behind it is that action; one that no standard knows is none", () => {
  const remark = [
    "Original-Recipient: rfc822;greg@abc.example",
    "Action: failed (unknown user)",
    "Status: 5.0.0",
  ];
  expect(deliveryReport([part("message/delivery-status", ...about, ...remark)])).toMatchObject([
    { addresses: ["greg@abc.example"], action: "failed" },
  ]);
  expect(deliveryReport([part("message/delivery-status", ...about, "Action: considered")])).toBeNull();
  expect(deliveryReport([part("text/calendar", "x")])).toBeNull();
});

test("a report of nothing but empty lines, or of recipients without end, takes no more than a moment (R25)", () => {
  const begun = performance.now();
  expect(deliveryReport([part("message/delivery-status", "\r\n".repeat(900_000))])).toBeNull();
  const many = "Final-Recipient: rfc822; a@abc.example\r\nAction: failed\r\n\r\n".repeat(20_000);
  expect(deliveryReport([part("message/delivery-status", many)])?.[0]?.action).toBe("failed");
  expect(performance.now() - begun).toBeLessThan(1_000);
});

test("a recipient who was passed on has two addresses, and the refusal is told in the words of the server", () => {
  const passedOn = [
    "Original-Recipient: rfc822;greg@abc.example",
    "Final-Recipient: rfc822;greg.miller@inside.abc.example",
    "Action: failed",
    "Status: 5.2.2",
    "Diagnostic-Code: smtp; 552 5.2.2 The mailbox",
    "    is over its quota",
  ];
  expect(deliveryReport([part("message/delivery-status", ...about, ...passedOn)])?.[0]).toMatchObject({
    addresses: ["greg@abc.example", "greg.miller@inside.abc.example"],
    says: "552 5.2.2 The mailbox is over its quota",
  });
});

test("every name of the mail that came back is read: its own, the one that Outlook put aside, and our header (R6)", () => {
  const id = "6f0c7a52-9d0e-4c0b-8a39-0f1c64d7e001";
  const returned = part(
    "text/rfc822-headers",
    "Message-ID: <new@provider.example>",
    "X-Microsoft-Original-Message-ID: <ours@reed.example>",
    `X-Afterword-Outbox-Id: ${id}`,
    "",
  );
  expect(returnedMail([returned])).toEqual({
    messageIds: ["new@provider.example", "ours@reed.example"],
    outboxId: id,
  });
  expect(
    returnedMail([
      part("message/delivery-status", "X-Original-Message-ID: <ours@reed.example>", "", ...failed),
    ]),
  ).toEqual({ messageIds: ["ours@reed.example"], outboxId: null });
  expect(returnedMail([part("text/calendar", "x")])).toBeNull();
});

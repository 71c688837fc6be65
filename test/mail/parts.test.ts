import { expect, test } from "vitest";
import { deliveryReport } from "../../src/mail/parts.ts";

const part = (contentType: string, ...lines: string[]) => ({
  contentType,
  headers: new Map(),
  content: Buffer.from(lines.join("\r\n")),
});
const about = ["Reporting-MTA: dns; mx.abc.example", ""];
const failed = ["Final-Recipient: rfc822; <Greg@ABC.example>", "Action: failed", "Status: 5.1.1"];

test.each(["message/delivery-status", "message/global-delivery-status"])("a %s part is read", (type) => {
  expect(deliveryReport([part(type, ...about, ...failed)])).toEqual({
    recipient: "greg@abc.example",
    action: "failed",
    status: "5.1.1",
    originalMessageId: null,
  });
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
  const report = deliveryReport([part("message/delivery-status", ...about, ...failed), returned]);
  expect(report?.originalMessageId).toBe("ours@reed.example");
});

test("of several recipients the one who was not reached counts, wherever it stands", () => {
  const reached = ["Final-Recipient: rfc822; a@abc.example", "Action: delivered", "Status: 2.0.0", ""];
  const waiting = ["Final-Recipient: rfc822; b@abc.example", "Action: delayed", "Status: 4.4.1", ""];
  const status = part("message/delivery-status", ...about, ...reached, ...waiting, ...failed);
  expect(deliveryReport([status])).toMatchObject({ recipient: "greg@abc.example", action: "failed" });
});

test("an action with a remark behind it is that action; one that no standard knows is none", () => {
  const remark = [
    "Original-Recipient: rfc822;greg@abc.example",
    "Action: failed (unknown user)",
    "Status: 5.0.0",
  ];
  expect(deliveryReport([part("message/delivery-status", ...about, ...remark)])).toMatchObject({
    recipient: "greg@abc.example",
    action: "failed",
  });
  expect(deliveryReport([part("message/delivery-status", ...about, "Action: considered")])).toBeNull();
  expect(deliveryReport([part("text/calendar", "x")])).toBeNull();
});

test("a report of nothing but empty lines, or of recipients without end, takes no more than a moment (R25)", () => {
  const begun = performance.now();
  expect(deliveryReport([part("message/delivery-status", "\r\n".repeat(900_000))])).toBeNull();
  const many = "Final-Recipient: rfc822; a@abc.example\r\nAction: failed\r\n\r\n".repeat(20_000);
  expect(deliveryReport([part("message/delivery-status", many)])?.action).toBe("failed");
  expect(performance.now() - begun).toBeLessThan(1_000);
});

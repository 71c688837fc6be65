import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;
const ours = "thanks-0123456789abcdef@reyes.example";

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
  await here.query(
    `insert into outbox (id, person_id, mailbox_id, purpose, candidacy_id, message_id, envelope_from, envelope_to, rfc822, state, not_before, approved_at)
     select gen_random_uuid(), $1, $2, 'draft', id, $3, 'ana@reyes.example', 'jo.field@fairholm-bakery.example', '', 'sent', now(), now() from candidacy`,
    [ana.personId, ana.mailboxId, ours],
  );
});

const ended = async () => (await here.query("select ended from contact"))[0].ended;

/** A report as a mail server writes it (RFC 3464). */
const report = ({
  id = ours,
  to = "jo.field@fairholm-bakery.example",
  action = "failed",
  status = "5.1.1",
  names = true,
} = {}): Buffer =>
  Buffer.from(
    [
      "From: Mail Delivery System <MAILER-DAEMON@mx.reyes.example>",
      "To: ana@reyes.example",
      "Subject: Undelivered Mail Returned to Sender",
      `Message-ID: <report-${id.length}-${action}-${to}>`,
      "Date: Mon, 18 May 2026 09:01:00 +0100",
      "Auto-Submitted: auto-replied",
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
      "",
      "--r",
      "Content-Type: text/plain",
      "",
      "I am sorry to have to inform you that your message could not be delivered.",
      "",
      "--r",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.reyes.example",
      "",
      `Final-Recipient: rfc822; ${to}`,
      `Action: ${action}`,
      `Status: ${status}`,
      "",
      ...(names
        ? [
            "--r",
            "Content-Type: text/rfc822-headers",
            "",
            `Message-ID: <${id}>`,
            "From: ana@reyes.example",
            `To: ${to}`,
            "Subject: Thank you",
            "",
          ]
        : []),
      "--r--",
      "",
    ].join("\r\n"),
  );

test("a bounce that names a mail of ours and its recipient ends that address and asks for another", async () => {
  await here.deliver(ana, report());
  expect(await ended()).toBe("bounced");
  here.at("2026-05-19T07:30");
  expect((await here.digest(ana))?.text).toContain("do you know another address?");
});

test.each([
  ["that names no mail", { names: false }],
  ["of a mail that is not ours", { id: "someone-elses-mail@reyes.example" }],
  ["for another recipient", { to: "kim@fairholm-bakery.example" }],
  ["of a delay", { action: "delayed", status: "4.4.1" }],
])("a report %s changes nothing (R41)", async (_, parts) => {
  await here.deliver(ana, report(parts));
  expect(await ended()).toBeNull();
  expect((await here.journal(ana)).some(({ type }) => type === "bounce")).toBe(false);
});

test.each(["queued", "claimed", "cancelled", "failed"])(
  "a bounce of a mail that is %s is a forgery: what has not left cannot come back",
  async (state) => {
    await here.query("update outbox set state = $1", [state]);
    await here.deliver(ana, report());
    expect(await ended()).toBeNull();
  },
);

test("a bounce that arrives twice is told once, and never sends anything again", async () => {
  const mail = report();
  await here.deliver(ana, mail);
  await here.deliver(ana, mail);
  expect((await here.journal(ana)).filter(({ type }) => type === "bounce")).toHaveLength(1);
  expect(await here.query("select state from outbox")).toEqual([{ state: "sent" }]);
});

test("an address that bounced is not written to in any other candidacy either (POLICY 3.4)", async () => {
  await here.query(
    `insert into candidacy (id, person_id, number, employer, state, opened_at)
     select gen_random_uuid(), $1, 9, 'Larkspur Books', 'awaiting_decision', '2026-05-18T08:00:00Z'`,
    [ana.personId],
  );
  await here.query(
    "insert into contact (candidacy_id, address, name) select id, 'jo.field@fairholm-bakery.example', 'Jo Field' from candidacy where number = 9",
  );
  await here.deliver(ana, report());
  expect((await here.query("select distinct ended from contact")).map((row) => row.ended)).toEqual([
    "bounced",
  ]);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { commandApprove } from "../../src/flows/command.ts";
import { bounce, reported } from "../support/bounces.ts";
import { invitation, rejection } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;
const ours: string = reported.messageId;

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
     select $4, $1, $2, 'draft', id, $3, 'ana@reyes.example', 'jo.field@fairholm-bakery.example', '', 'sent', now(), now() from candidacy`,
    [ana.personId, ana.mailboxId, ours, reported.outboxId],
  );
});

const ended = async () => (await here.query("select ended from contact"))[0].ended;
const told = async () => (await here.journal(ana)).filter(({ type }) => type === "bounce");
const digest = async () => {
  here.at("2026-05-19T07:30");
  return (await here.digest(ana))?.text ?? "";
};
const state = async () => (await here.query("select state from outbox"))[0].state;

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
  expect((await digest()).replace(/\s+/g, " ")).toContain(
    "do you know another address? Write there once yourself; when they answer, I know the address.",
  );
});

test.each([
  ["that names no mail", { names: false }],
  ["of a mail that is not ours", { id: "someone-elses-mail@reyes.example" }],
  ["for another recipient", { to: "kim@fairholm-bakery.example" }],
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

test.each([
  "gone-exim-plain",
  "gone-qmail",
  "gone-gmail",
  "gone-exchange-answer",
  "gone-outlook-new-id",
  "gone-domino",
])("%s ends the address, whichever name of our mail it gives", async (name) => {
  await here.deliver(ana, bounce(name));
  expect(await ended()).toBe("bounced");
  expect(await digest()).toContain("do you know another address?");
});

test("a report that gives only our own header, or the provider's Message-ID, is about our mail (R6)", async () => {
  await here.query("update outbox set message_id = 'another@reyes.example'");
  await here.deliver(ana, bounce("gone-exim-plain"));
  expect(await ended()).toBe("bounced");
  await here.query("update contact set ended = null");
  await here.query("update outbox set provider_message_id = $1", [ours]);
  await here.deliver(ana, bounce("gone-domino"));
  expect(await ended()).toBe("bounced");
});

test("a report in words about a mail that is not ours changes nothing", async () => {
  await here.query(
    "update outbox set message_id = 'another@reyes.example', id = '00000000-0000-4000-8000-000000000001'",
  );
  for (const name of ["gone-qmail", "gone-exim-plain", "gone-exchange-answer", "full-qmail-several"])
    await here.deliver(ana, bounce(name));
  expect(await ended()).toBeNull();
  expect(await told()).toEqual([]);
});

test.each([
  ["full-522", "the mailbox there is full (5.2.2)"],
  ["full-after-days", "the mailbox there is full (4.2.2)"],
  ["refused-blocklist", "refused the mail, not the address (5.7.1)"],
  ["refused-too-big", "refused the mail, not the address (5.3.4)"],
  ["refused-exchange-plain", "refused the mail, not the address (5.7.133)"],
])("%s ends no address: the digest says what happened, and the person decides", async (name, says) => {
  await here.deliver(ana, bounce(name));
  expect(await ended()).toBeNull();
  expect(await digest()).toContain(says);
  expect(await state()).toBe("sent");
});

test.each([
  ["4.4.3", "(4.4.3): the report gives no reason."],
  ["4.4.7", "(4.4.7): the report gives no reason."],
  ["", ": the report gives no reason."],
])(
  "a failure with the status “%s” leaves the address in use, and the person is asked",
  async (status, says) => {
    await here.deliver(ana, report({ status }));
    expect(await ended()).toBeNull();
    const text = (await digest()).replace(/\s+/g, " ");
    expect(text).toContain(`could not be delivered${says.startsWith("(") ? " " : ""}${says}`);
    expect(text).toContain("so it stays. Do you know another one?");
  },
);

test("a mail that is late is told once, however often a server warns, and nothing follows from it", async () => {
  await here.deliver(ana, bounce("delayed-postfix"));
  await here.deliver(ana, bounce("delayed-exim-plain"));
  expect(await ended()).toBeNull();
  expect(await told()).toHaveLength(1);
  expect(await digest()).toContain("There is nothing to do yet");
});

test("a mail that is late and comes back in the end is told as both; a server that was down ends no address", async () => {
  await here.deliver(ana, bounce("delayed-postfix"));
  await here.deliver(ana, bounce("undelivered-after-days"));
  expect((await told()).map(({ data }) => data?.outcome)).toEqual(["delayed", "undelivered"]);
  expect(await ended()).toBeNull();
});

test.each(["transmitting", "unknown", "asked"])(
  "a report about a mail that is %s proves that it was taken: it is sent, never asked about or sent again",
  async (before) => {
    await here.query("update outbox set state = $1, unknown_since = now()", [before]);
    await here.deliver(ana, bounce("gone-qmail"));
    expect(await state()).toBe("sent");
    expect((await here.journal(ana)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(["found", "sent", "bounce"]),
    );
    const text = await digest();
    expect(text).toContain("came back");
    expect(text).not.toContain("I could not confirm");
  },
);

/** A mail of which no answer came is to be sent again by the person's word, and waits. */
const waitsToBeSentAgain = async (state: string) => {
  await here.query("delete from outbox");
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
  await here.digest(ana);
  const [draft] = await here.query("select id, hash from draft order by made_at desc limit 1");
  expect((await commandApprove(here.app, draft.id, draft.hash, { by: "cli" })).ok).toBe(true);
  await here.query(
    "update outbox set message_id = $1, state = $2, attempts = 1, unknown_since = now() where purpose = 'draft'",
    [ours, state],
  );
};

test.each([
  ["queued", "gone", { status: "5.1.1" }],
  ["queued", "full", { status: "5.2.2" }],
  ["queued", "refused", { status: "5.7.1" }],
  ["claimed", "refused", { status: "5.7.1" }],
])(
  "a mail that is %s to be sent again is held and told when a report of its first sending says %s",
  async (before, outcome, parts) => {
    await waitsToBeSentAgain(before);
    await here.deliver(ana, report(parts));
    expect(await here.query("select state from outbox where purpose = 'draft'")).toEqual([{ state: "held" }]);
    expect((await told()).map(({ data }) => data?.outcome)).toEqual([outcome]);
    expect(await ended()).toBe(outcome === "gone" ? "bounced" : null);
    here.at("2026-05-23T07:30");
    expect((await here.digest(ana))?.text).toContain("Not sent to jo.field@fairholm-bakery.example: ");
  },
);

test.each(["queued", "claimed"])(
  "a mail that is %s to be sent again is sent when a report says that it arrived the first time: it does not leave once more",
  async (before) => {
    await waitsToBeSentAgain(before);
    await here.deliver(ana, report({ status: "2.0.0", action: "delivered" }));
    const [mail] = await here.query("select id, state from outbox where purpose = 'draft'");
    expect(mail.state).toBe("sent");
    expect(await told()).toEqual([]);
    expect((await here.journal(ana)).filter(({ type }) => type === "sent")).toHaveLength(1);
    const claim = { newAttempt: "6f0c7a52-9d0e-4c0b-8a39-0f1c64d7e0ff", leaseSeconds: 60 };
    expect(await here.app.store.transaction((tx) => tx.outbox.move(mail.id, "claim", claim))).toBeNull();
    here.at("2026-05-23T07:30");
    expect((await here.digest(ana))?.text ?? "").not.toContain("Not sent to");
  },
);

test("a report of an arrival is no proof for a mail that was never handed over", async () => {
  await waitsToBeSentAgain("queued");
  await here.query("update outbox set unknown_since = null where purpose = 'draft'");
  await here.deliver(ana, report({ status: "2.0.0", action: "delivered" }));
  expect(await here.query("select state from outbox where purpose = 'draft'")).toEqual([{ state: "queued" }]);
});

test("a report that a mail has arrived ends the doubt about it and is no trouble", async () => {
  await here.query("update outbox set state = 'unknown', unknown_since = now()");
  await here.deliver(ana, bounce("arrived-beside-a-failure"));
  expect(await state()).toBe("sent");
  expect(await told()).toEqual([]);
});

test("an address that was written to and is no contact is not written to again either", async () => {
  await here.query("update outbox set envelope_to = 'kim@fairholm-bakery.example'");
  await here.deliver(ana, report({ to: "kim@fairholm-bakery.example" }));
  expect(await here.query("select address, ended from contact order by address")).toEqual([
    { address: "jo.field@fairholm-bakery.example", ended: null },
    { address: "kim@fairholm-bakery.example", ended: "bounced" },
  ]);
});

/** Our mail as it stands once it has been sent. */
const wasSentAt = (at: string) =>
  here.query(
    `insert into message (id, person_id, mailbox_id, identity, message_id, thread, direction, candidacy_id, from_name, from_address, recipients, subject, text, at, received_at, human)
     select gen_random_uuid(), $1, $2, 'outbox:' || $3, $3, '{}', 'afterword', id, 'Ana', 'ana@reyes.example', '[]', 'Thank you', 'Thanks', $4, $4, true from candidacy`,
    [ana.personId, ana.mailboxId, ours, at],
  );

test("a report that comes weeks after the mail ends no address: no server tries that long (R41)", async () => {
  await wasSentAt("2026-04-01T09:00:00Z");
  await here.deliver(ana, report());
  expect(await ended()).toBeNull();
  expect((await told())[0]?.says).toContain("so nothing was changed");
});

test("a report on a mail that somebody at that address has answered since ends nothing (R41)", async () => {
  await wasSentAt("2026-05-18T08:00:30Z");
  here.at("2026-05-18T09:10");
  await here.deliver(
    ana,
    rejection({ answers: ours, text: "Thank you for your mail. We will be in touch." }),
  );
  await here.deliver(ana, report());
  expect(await ended()).toBeNull();
});

test("what only looks like a report and comes from a contact is a word of theirs: what was approved before is asked again (R14)", async () => {
  const [{ word_count: before }] = await here.query("select word_count from candidacy");
  await here.deliver(ana, rejection({ headers: ["X-Failed-Recipients: kim@elsewhere.example"] }));
  const [{ word_count: after }] = await here.query("select word_count from candidacy");
  expect(after).toBeGreaterThan(before);
});

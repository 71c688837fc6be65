import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { commandApprove } from "../../src/flows/command.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
let here: ReceivingApp; let ana: Connected;
beforeAll(async () => { here = await openReceivingApp(); });
afterAll(() => here.close());
const jo = "jo.field@fairholm-bakery.example"; const ours = "thanks-0123456789abcdef@reyes.example";
beforeEach(async () => { await here.reset(); here.at("2026-05-18T09:00"); ana = await here.connect(); await here.deliver(ana, invitation());
  await here.query(`insert into outbox (id, person_id, mailbox_id, purpose, candidacy_id, message_id, envelope_from, envelope_to, rfc822, state, not_before, approved_at)
     select '6f0c7a52-9d0e-4c0b-8a39-0f1c64d7e001', $1, $2, 'draft', id, $3, 'ana@reyes.example', $4, '', 'sent', now(), now() from candidacy`, [ana.personId, ana.mailboxId, ours, jo]); });
const ended = async () => (await here.query("select ended from contact where address=$1",[jo]))[0]?.ended;
const joAnswers = (id = "jo-answer") => here.deliver(ana, { from: `Jo Field <${jo}>`, subject: "Re: Thank you", id: `${id}@fairholm-bakery.example`, answers: ours, text: "Dear Ana,\n\nThank you for your note. I look forward to meeting you on Thursday.\n\nJo Field" });
const report = ({ from = "MAILER-DAEMON@mx.evil.example", verdict = "spf=fail; dkim=none; dmarc=fail", action="failed", status="5.1.1", extra=[] as string[], subject="Undelivered Mail Returned to Sender", date="Mon, 18 May 2026 12:01:00 +0100" } = {}) => Buffer.from([`Authentication-Results: mx.reyes.example; ${verdict}`, `From: Mail Delivery System <${from}>`, "To: ana@reyes.example", `Subject: ${subject}`, `Message-ID: <rep-${Math.random()}@evil.example>`, `Date: ${date}`, ...extra, "MIME-Version: 1.0", 'Content-Type: multipart/report; report-type=delivery-status; boundary="r"', "", "--r", "Content-Type: text/plain", "", "undeliverable", "", "--r", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.evil.example", "", `Final-Recipient: rfc822; ${jo}`, `Action: ${action}`, `Status: ${status}`, "", "--r", "Content-Type: text/rfc822-headers", "", `Message-ID: <${ours}>`, "", "--r--", ""].join("\r\n"));
const approveDue = async () => { here.at("2026-05-21T15:20"); await here.pass(); here.at("2026-05-22T07:30"); await here.digest(ana);
  const [d] = await here.query("select * from draft order by made_at desc limit 1"); const done = await commandApprove(here.app, d.id, d.hash, { by: "cli" }); return done.ok ? "approved" : done.error; };
const states = () => here.query("select message_id=$1 as old, state, envelope_to from outbox where purpose='draft'", [ours]);

test("B1 forged report from a stranger (dmarc fail) after Jo answered that very mail: ends Jo, stops the approved one", async () => {
  here.at("2026-05-18T11:00"); await joAnswers();
  console.log("B1", await approveDue(), await states());
  here.at("2026-05-22T07:45"); await here.deliver(ana, report({ date: "Fri, 22 May 2026 07:44:00 +0100" }));
  console.log("B1", await ended(), await states());
  expect.soft(await ended()).toBeNull();
  expect((await states()).find((r) => !r.old)?.state).toBe("queued");
});
test("B2 forged report from Jo's rival: a plain employer-domain sender, 250 days after", async () => {
  here.at("2027-01-25T11:00");
  await here.deliver(ana, report({ date: "Mon, 25 Jan 2027 10:00:00 +0000" }));
  expect(await ended()).toBeNull();
});
test("B3 a report comes while the mail waits to be sent again after a doubtful sending", async () => {
  await here.query("update outbox set state='queued' where message_id=$1", [ours]);
  await here.query("update outbox set attempts=1, unknown_since=now() where message_id=$1", [ours]);
  here.at("2026-05-18T12:00"); await here.deliver(ana, report({ action: "delivered", status: "2.0.0", from: "MAILER-DAEMON@mx.reyes.example" }));
  console.log("B3", await states(), (await here.journal(ana)).slice(-2).map((j) => j.says));
  expect((await states())[0]?.state).toBe("sent");
});
test("B4 employer's real answer is taken for a bounce and dropped: subject 'Undeliverable: ...'", async () => {
  await here.deliver(ana, { from: `Jo Field <${jo}>`, subject: "Undeliverable: your parcel, and your interview", id: "ans@fairholm-bakery.example", answers: ours, text: "Dear Ana,\n\nwe are sorry to tell you that we will not go on with your application.\n\nJo Field" });
  console.log("B4", await here.query("select subject, assessment->>'kind' k from message"), (await here.journal(ana)).slice(-1).map((j) => j.says));
  expect((await here.query("select 1 from message")).length).toBe(2);
});
test("B5 real answer through a gateway that adds X-Failed-Recipients is dropped", async () => {
  await here.deliver(ana, { from: `Jo Field <${jo}>`, subject: "Re: Thank you", id: "ans2@fairholm-bakery.example", answers: ours, headers: ["X-Failed-Recipients: kim@fairholm-bakery.example"], text: "Dear Ana,\n\nwe are sorry to tell you that we will not go on with your application.\n\nJo Field" });
  console.log("B5", await here.query("select subject, assessment->>'kind' k from message"));
  expect((await here.query("select 1 from message")).length).toBe(2);
});
test("B6 attached report: Jo answers and attaches a delivery-status of somebody else's mail", async () => {
  const raw = report({ from: jo, verdict: "dkim=pass header.d=fairholm-bakery.example; dmarc=pass header.from=fairholm-bakery.example", subject: "Re: Thank you" }).toString()
    .replace("multipart/report; report-type=delivery-status", "multipart/mixed").replace("undeliverable", "Dear Ana,\r\n\r\nWe are sorry, we chose another candidate. Kim's mail came back, see below.\r\n\r\nJo").replace(jo + "\r\nAction", "kim@other.example\r\nAction").replace(`Message-ID: <${ours}>`, "Message-ID: <x@y.example>").replace("MIME-Version", `In-Reply-To: <${ours}>\r\nMIME-Version`);
  await here.deliver(ana, Buffer.from(raw));
  console.log("B6", await here.query("select subject, assessment->>'kind' k from message"));
  expect((await here.query("select 1 from message")).length).toBe(2);
});
test("L3 has-left from a forged Jo that knows no id of ours changes nothing", async () => {
  await here.deliver(ana, { from: `Jo Field <${jo}>`, proven: null, subject: "Automatic reply: Interview", answers: "invite-1@fairholm-bakery.example", headers: ["Auto-Submitted: auto-replied"], text: "Jo Field has left Fairholm Bakery. Please contact Kim Lund (kim.lund@fairholm-bakery.example)." });
  expect(await ended()).toBeNull();
});
test("L4 freemail contact, forged has-left: is there any warning?", async () => {
  await here.query("update contact set address='jo.field@gmail.com'");
  await here.query("update outbox set envelope_to='jo.field@gmail.com'");
  await here.query("insert into message select gen_random_uuid(), person_id, mailbox_id from message where false").catch(() => 0);
  await here.deliver(ana, { from: "Ana Reyes <ana@reyes.example>", to: "jo.field@gmail.com", subject: "Hi", id: "hand-9@reyes.example", answers: "invite-1@fairholm-bakery.example", text: "Dear Jo,\n\nsee you then.\n\nAna" }, "sent");
  here.at("2026-05-18T12:00");
  await here.deliver(ana, { from: "Jo Field <jo.field@gmail.com>", proven: null, subject: "Automatic reply: Interview", answers: "hand-9@reyes.example", headers: ["Auto-Submitted: auto-replied"], text: "I have left the company. Please contact Kim Lund (kim.lund.hr@gmail.com)." });
  here.at("2026-05-19T07:30"); const d = await here.digest(ana); console.log("L4", d?.text.slice(0, 500));
  if (d?.text.includes("May mails go to")) expect(d.text).toMatch(/Careful|nothing proves/);
});

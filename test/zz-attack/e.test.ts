import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { reconcileSent } from "../../src/flows/reconcile-sent.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { sendTurn } from "../../src/flows/send-turn.ts";
import { openKysely } from "../../src/store/database.ts";
import { createViews } from "../../src/store/views.ts";
import { storyData } from "../../src/domain/story-data.ts";
import { dateIn } from "../../src/domain/working-time.ts";
import { openRealApp, type RealApp } from "../support/real-app.ts";
let real: RealApp;
beforeAll(async () => { real = await openRealApp(); });
afterEach(() => real.reset());
afterAll(() => real.close());
const lost = { fault: { at: "dot", does: "drop", acceptsFirst: true } } as const;
const dsn = (id: string, to: string, { action = "failed", status = "5.1.1", head = [] as string[], type = "multipart/report; report-type=delivery-status", from = "MAILER-DAEMON@mx.reyes.example", words = "undeliverable", subject = "Undelivered Mail Returned to Sender", about = to } = {}) => Buffer.from([...head, `From: <${from}>`, "To: ana@reyes.example", `Subject: ${subject}`, `Message-ID: <${Math.random()}@mx.reyes.example>`, "Date: Fri, 22 May 2026 10:05:00 +0100", "MIME-Version: 1.0", `Content-Type: ${type}; boundary="r"`, "", "--r", "Content-Type: text/plain", "", words, "", "--r", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.x.example", "", `Final-Recipient: rfc822; ${about}`, `Action: ${action}`, `Status: ${status}`, "", "--r", "Content-Type: text/rfc822-headers", "", `Message-ID: <${id}>`, "", "--r--", ""].join("\r\n"));
const put = async (raw: Buffer) => { real.mailbox().folders.inbox.push(raw as never); };

test("E1 doubtful sending, 'send again' on Saturday, before it leaves a delivery report of the first comes: is it sent twice?", async () => {
  await real.offerThankYous(); real.at("2026-05-22T10:00"); await real.replies("1 ok"); const server = await real.server(lost);
  await sendDue(real.app, (await real.mail()).id); real.later({ minutes: 15 }); await reconcileSent(real.app, (await real.mail()).id);
  const digest = await real.digest("2026-05-23T07:30"); const n = /(\d+)\. .*I could not confirm/i.exec(digest)?.[1];
  await real.replies(`${n} send again`); const row = await real.mail(); console.log("E1", row.state, String(row.notBefore));
  await put(dsn(row.messageId, row.envelopeTo, { action: "delivered", status: "2.0.0" })); await real.read();
  console.log("E1 after report", (await real.mail()).state, (await real.journal()).slice(-2).map((j) => j.says));
  real.at("2026-05-25T10:00"); real.at("2026-05-26T10:00"); const good = await real.server(); await sendDue(real.app, row.id);
  console.log("E1", (await real.mail()).state, server.accepted.length, good.accepted.length);
  expect(server.accepted.length + good.accepted.length).toBe(1);
});
test("E2 employer's rejection with a delivery-status attached is dropped, and the approved mail leaves all the same (R14)", async () => {
  await real.offerThankYous(); real.at("2026-05-22T08:00"); await real.replies("1 ok"); const row = await real.mail();
  real.at("2026-05-22T10:00");
  await put(dsn("x@y.example", row.envelopeTo, { about: "kim@other.example", from: row.envelopeTo, subject: "Your application", type: "multipart/mixed", words: "Dear Ana,\r\n\r\nWe are sorry to tell you that we have chosen another candidate for the Data Engineer role at Employer1. The test mail that you asked about came back, see below.\r\n\r\nKind regards,\r\nGreta Vance", head: ["Authentication-Results: mx.reyes.example; spf=pass smtp.mailfrom=greta@employer1.example; dkim=pass header.d=employer1.example; dmarc=pass header.from=employer1.example"] }));
  const server = await real.server(); await sendDue(real.app, row.id);
  console.log("E2", (await real.mail()).state, server.accepted.length, await real.query("select subject, assessment->>'kind' k from message"), await real.query("select state from candidacy"));
  expect(server.accepted.length).toBe(0);
});
test("E2b control: the same words without the attachment hold it", async () => {
  await real.offerThankYous(); real.at("2026-05-22T08:00"); await real.replies("1 ok"); const row = await real.mail(); real.at("2026-05-22T10:00");
  await real.employerWrites(1, "Your application", "Dear Ana,\n\nWe are sorry to tell you that we have chosen another candidate for the Data Engineer role at Employer1.\n\nKind regards,\nGreta Vance\n");
  const server = await real.server(); await sendDue(real.app, row.id); console.log("E2b", (await real.mail()).state, server.accepted.length); expect(server.accepted.length).toBe(0);
});
test("E3 many turns and sends at once: each mail once", async () => {
  await real.offerThankYous(4); real.at("2026-05-22T10:00"); await real.replies("all ok"); const server = await real.server();
  const ids = (await real.query("select id from outbox where purpose='draft'")).map((r) => r.id); const s = new AbortController().signal;
  await Promise.allSettled([...ids, ...ids].flatMap((id) => [sendTurn(real.app, id, s), sendDue(real.app, id), sendTurn(real.app, id, s)]));
  for (const id of ids) await sendTurn(real.app, id, s).catch(() => 0);
  console.log("E3", server.accepted.length, await real.query("select state from outbox where purpose='draft'")); expect(server.accepted.length).toBe(ids.length);
});
test("E4 story: hostile answers of a server, prefixes, own mails", async () => {
  await real.offerThankYous(); real.at("2026-05-22T10:00"); await real.replies("1 ok");
  await real.server({ fault: { at: "dot", does: { reply: "550 no \u001b]0;x\u0007\u009b31m \u202e gone" } } } as never); await sendDue(real.app, (await real.mail()).id);
  const db = openKysely(real.connection, () => undefined); const views = createViews(db);
  const id = (await real.mail()).draftId!; const self = (await real.ownMail()).id;
  for (const w of [id, id.slice(0, 8), self, "%", "________", id.slice(0, 3), "' or 1=1", "\u001b[31m"]) console.log("E4", JSON.stringify(w), (await views.mailNamed(w)).type);
  const named = await views.mailNamed(id); const rec = named.type === "found" ? await views.draftStory(named.followUp) : null;
  const json = JSON.stringify(storyData(rec!, dateIn(rec!.mail.zone, real.now()))); await db.destroy();
  console.log("E4", /[\u0000-\u001f\u007f-\u009f\u202e]/.test(json), JSON.stringify(/550[^"]{0,60}/.exec(json)?.[0]), /password|token|correct horse/.test(json));
  const cs = [...json].filter((ch) => /[\u007f-\u009f\u202e]/.test(ch)).map((ch) => ch.codePointAt(0)!.toString(16)); console.log("E4hex", cs);
});

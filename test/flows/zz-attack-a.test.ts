import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { invitation, type Letter } from "../support/letter.ts";
import { answering, notesTo, type Note } from "../support/notes.ts";
import { type Connected, type Made, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
import { digestOf } from "../support/answering.ts";

let here: ReceivingApp; let ana: Connected; let digest: Made;
beforeAll(async () => { here = await openReceivingApp(); });
afterAll(() => here.close());
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.query("update person set preferences = '{\"debrief\": false}'");
  await here.deliver(ana, invitation());
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
  digest = await digestOf(here, ana);
  here.at("2026-05-22T07:45");
});
const say = (text: string, parts: Partial<Letter> & { quote?: string } = {}) => here.deliver(ana, answering(ana, digest, text, parts), "sent");
const tell = (note: Note, text: string, parts: Partial<Letter> & { quote?: string } = {}) => here.deliver(ana, answering(ana, note, text, parts), "sent");
const box = async () => (await here.query("select envelope_to, state, rfc822 from outbox where purpose='draft' order by approved_at")).map((r) => `${r.envelope_to} ${r.state}`);
const fu = async () => (await here.query("select kind, status from follow_up")).map((r) => `${r.kind} ${r.status}`);
const note = async () => { const n = (await notesTo(here, ana)).at(-1); if (!n) throw new Error("no note"); return n; };
const draftText = async () => (await here.query("select text from draft order by version"))[0].text as string;
const htmlReply = (html: string): Buffer => Buffer.from([
  "Authentication-Results: mx.reyes.example; spf=none; dkim=none; dmarc=fail",
  "Date: Fri, 22 May 2026 07:45:00 +0100", "From: Ana Reyes <ana@reyes.example>", "To: Afterword <ana@reyes.example>",
  `Subject: Re: ${digest.subject}`, `Message-ID: <h${Math.random()}@reyes.example>`, `In-Reply-To: <${digest.messageId}>`, `References: <${digest.messageId}>`,
  "MIME-Version: 1.0", "Content-Type: text/html; charset=utf-8", "", html].join("\r\n"));

test("print", async () => { console.log(digest.text); console.log(digest.source.toString().slice(0, 60000)); });

test.each(["Please remove the last sentence.", "Let me sleep on it.", "Once she has replied.", "Morgen früh.", "Haal de laatste zin weg."])("A1 1 ok, and a wish below: %s", async (p) => {
  await say(`1 ok\n\n${p}`); console.log((await notesTo(here, ana)).at(-1)?.text);
  expect(await box()).toEqual([]);
});
test("A2 alles in ordnung", async () => { await say("Alles in Ordnung"); expect(await box()).toEqual([]); });
test("A2b everything ok", async () => { await say("everything ok"); expect(await box()).toEqual([]); });
test.each(["cancel 1", "stop 1", "stop", "1 stop", "don't send", "wait", "1 cancel", "no", "1 no", "please don't send 1", "storniere 1", "1 nicht senden", "undo", "cancel", "hold it"])("A3 approved, then %s", async (w) => {
  await say("1 ok"); await say(w);
  const b = await box(); console.log("A3", w, b, (await notesTo(here, ana)).at(-1)?.text.slice(0, 160));
  expect(b).toEqual(["jo.field@fairholm-bakery.example cancelled"]);
});
test("A4 undo twice", async () => {
  await say("1 ok");
  const before = await here.query("select state, word_count from candidacy");
  await say("undo 1"); await say("undo 1");
  console.log("A4", before, await here.query("select state, word_count from candidacy"), await fu(), (await here.journal(ana)).map((j) => `${j.type}: ${j.says}`));
  expect((await here.query("select state from candidacy"))[0].state).toBe(before[0].state);
});
test("A4b skip, undo twice", async () => {
  await say("1 skip");
  const before = await here.query("select state from candidacy");
  await say("undo 1"); await say("undo 1");
  console.log("A4b", await here.query("select state from candidacy"), await fu());
  expect((await here.query("select state from candidacy"))[0].state).toBe(before[0].state);
});
test("A5 heavy edit, trimmed quote, 1 ok", async () => {
  const t = await draftText(); console.log(t);
  const mine = "Dear Jo,\nthank you so much for Thursday, I loved seeing the ovens and hearing how you start at four.\nI hope to hear from you.\nBest regards,\nAna Reyes";
  await here.deliver(ana, answering(ana, digest, "1 ok", { quote: mine }), "sent");
  expect(await box()).toEqual([]);
});
test("A6 strike through in an HTML quote", async () => {
  const t = (await draftText()).split("\n\n");
  const html = `<div>1 ok</div><br><div class="gmail_quote"><div>On Fri, 22 May 2026 at 07:30, Afterword &lt;ana@reyes.example&gt; wrote:<br></div><blockquote class="gmail_quote">To: Jo Field &lt;jo.field@fairholm-bakery.example&gt;<br>Subject: Re: Interview for Office Manager<br><br>${t.map((p, i) => i === 1 ? `<p><s>${p}</s></p>` : `<p>${p.replaceAll("\n", "<br>")}</p>`).join("")}Reply "1 ok" to send it</blockquote></div>`;
  await here.deliver(ana, htmlReply(html), "sent");
  console.log("A6", await box(), (await here.query("select rfc822 from outbox where purpose='draft'"))[0]?.rfc822.toString().slice(-900));
  expect(await box()).toEqual([]);
});
test("A7 bare ok without In-Reply-To, References of digest then note", async () => {
  await say("1 later");
  await say("1 skip");
  const n = await note();
  // thanks to the note, but the client gives References only, oldest first
  const { answers: _a, ...l } = answering(ana, n, "ok");
  await here.deliver(ana, { ...l, headers: [`References: <${digest.messageId}> <${n.messageId}>`] }, "sent");
  console.log("A7", await box(), await fu());
  expect(await box()).toEqual([]);
});
test("A8 answers to a note with no digest (status): '1 ok' is lost?", async () => {
  await here.deliver(ana, { from: "Ana Reyes <ana@reyes.example>", to: "ana@reyes.example", subject: "Afterword status", text: "", proven: null }, "sent");
  const n = await note(); console.log(n.subject, n.text);
  const before = (await notesTo(here, ana)).length;
  await tell(n, "1 ok");
  console.log("A8", await box(), (await here.journal(ana)).map((j) => `${j.type}: ${j.says}`).slice(-4), (await notesTo(here, ana)).length - before);
  here.at("2026-05-23T07:30");
  const next = (await digestOf(here, ana)).text;
  expect([await box(), next].join()).toMatch(/queued|1 ok/);
});
test("A9 1 is no", async () => { await say("1 is no"); console.log("A9", await here.query("select state, close_reason from candidacy"), (await notesTo(here, ana)).at(-1)?.text); expect((await here.query("select state from candidacy"))[0].state).not.toBe("closed"); });
test("A10 approved, then a quote edited so much that it is in doubt", async () => {
  await say("1 ok");
  const q = digest.text.replace((await draftText()).split("\n").map((l) => `> ${l}`.trimEnd()).join("\n"), "> Dear Jo,\n>\n> Different words entirely here, nothing of what the program had written was any good to me today.\n>\n> Ana");
  expect(q).not.toBe(digest.text);
  await say("", { quote: q });
  console.log("A10", await box(), (await notesTo(here, ana)).at(-1)?.text);
  expect(await box()).toEqual(["jo.field@fairholm-bakery.example cancelled"]);
});

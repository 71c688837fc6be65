import { simpleParser } from "mailparser";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { commandApprove } from "../../src/flows/command.ts";
import { storyData } from "../../src/domain/story-data.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
let here: ReceivingApp; let ana: Connected;
beforeAll(async () => { here = await openReceivingApp(); });
afterAll(() => here.close());
beforeEach(async () => { await here.reset(); here.at("2026-05-18T09:00"); ana = await here.connect(); });
const jo = "jo.field@fairholm-bakery.example";
test.each([
  ["quoted", `"k\\\r\n I resign"@x.example`], ["encoded", "=?utf-8?q?k=0AI_resign_=3Ck=40x.example=3E?=, k2@x.example"], ["encoded name", "=?utf-8?q?K=0A=0AI_resign?= <k@x.example>"], ["encoded in local", "<=?utf-8?q?k=0AI_resign?=@x.example>"], ["u2028", "<k\u2028I resign@x.example>"], ["nel", "<\"k\u0085I resign\"@x.example>"], ["base64 group", "=?utf-8?b?Z3A6IGFAeC5leGFtcGxlCkkgcmVzaWdu?=: a@x.example;"],
])("H %s recipients of theirs start no line of ours", async (_, other) => {
  await here.app.store.transaction((tx) => tx.voices.put(ana.personId, { basedOn: 9, languages: {}, spelling: null, signature: [], passages: [], program: { quote: "header", html: true, marksSignature: false } } as never, here.app.clock.now()));
  await here.deliver(ana, invitation({ to: `Ana Reyes <ana@reyes.example>, ${other}`, subject: "Interview for Office Manager =?utf-8?q?=0AI_resign=E2=80=A8I_resign=C2=9B31m?=", from: `=?utf-8?q?Jo=0AI_resign?= <${jo}>` }));
  here.at("2026-05-21T15:20"); await here.pass(); here.at("2026-05-22T07:30"); await here.digest(ana);
  const [draft] = await here.query("select * from draft order by made_at desc limit 1"); if (!draft) return console.log(_, "no draft", await here.query("select subject, assessment->>'kind' k, candidacy_id from message"));
  const done = await commandApprove(here.app, draft.id, draft.hash, { by: "cli" }); if (!done.ok) return console.log(_, done.error);
  const [row] = await here.query("select * from outbox where purpose='draft'"); const m = await simpleParser(row.rfc822);
  console.log(_, JSON.stringify(m.text?.split("________")[1]?.slice(0, 300) ?? m.text), JSON.stringify(draft.subject), row.envelope_to, (await here.query("select recipients from message limit 1"))[0].recipients);
  expect.soft(m.text).not.toMatch(/^I resign/m); expect.soft(m.headerLines.map((h) => h.line).join("\n")).not.toMatch(/^I resign|^bcc/im);
  const { createViews } = await import("../../src/store/views.ts").catch(() => ({}) as never) as never as { createViews?: Function }; void createViews; void storyData;
});

import { simpleParser } from "mailparser";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { commandApprove } from "../../src/flows/command.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
let here: ReceivingApp; let ana: Connected;
beforeAll(async () => { here = await openReceivingApp(); });
afterAll(() => here.close());
beforeEach(async () => { await here.reset(); here.at("2026-05-18T09:00"); ana = await here.connect(); });
const jo = "jo.field@fairholm-bakery.example";
const morning = async () => { here.at("2026-05-21T15:20"); await here.pass(); here.at("2026-05-22T07:30"); return here.digest(ana); };
const hand = () => here.deliver(ana, { from: "Ana Reyes <ana@reyes.example>", to: `Jo Field <${jo}>`, subject: "Re: Interview for Office Manager", id: "hand-1@reyes.example", answers: "invite-1@fairholm-bakery.example", text: "Dear Jo,\n\nThank you, I will be there.\n\nAna" }, "sent");
const approveIt = async () => {
  const [draft] = await here.query("select * from draft order by made_at desc, version desc limit 1");
  const done = await commandApprove(here.app, draft.id, draft.hash, { by: "cli" });
  if (!done.ok) return { refused: done.error };
  const [row] = await here.query("select * from outbox where purpose='draft'");
  return { row, text: (await simpleParser(row.rfc822)).text };
};
const dup = (more: object) => ({ from: `Jo Field <${jo}>`, to: "Ana Reyes <ana@reyes.example>", subject: "Automatic reply: Interview for Office Manager", id: "invite-1@fairholm-bakery.example", headers: ["Auto-Submitted: auto-replied"], text: "I am out of office until Monday. EVIL: you are all thieves.", ...more });
const show = async (tag: string) => console.log(tag, JSON.stringify({ draft: await here.query("select subject,to_address,in_reply_to,version from draft"), msgs: await here.query("select message_id,from_address,human,candidacy_id is not null as joined,assessment->>'kind' k, question from message order by received_at"), contacts: await here.query("select address,ended from contact"), out: await here.query("select purpose,state,envelope_to from outbox") }, null, 1));

test("Q1 quote swapped by proven auto-reply of another employee with the same Message-ID after the digest", async () => {
  await here.deliver(ana, invitation()); await morning();
  here.at("2026-05-22T07:40");
  await here.deliver(ana, dup({ from: "Kim Lund <kim@fairholm-bakery.example>", to: `Ana Reyes <ana@reyes.example>, ${jo}`, answers: "invite-1@fairholm-bakery.example" }));
  const a = await approveIt(); await show("Q1"); console.log("Q1", a.refused, a.text);
  expect(a.text ?? "").not.toContain("EVIL");
});
test("Q2 the same, forged From Jo, unproven, knows a Message-ID of Ana's", async () => {
  await here.deliver(ana, invitation()); await hand(); await morning();
  here.at("2026-05-22T07:40");
  await here.deliver(ana, dup({ proven: null, answers: "hand-1@reyes.example" }));
  const a = await approveIt(); await show("Q2"); console.log("Q2", a.refused, a.text);
  expect(a.text ?? "").not.toContain("EVIL");
});
test("Q3 the same, forged From Jo, unproven, knows nothing but invite id", async () => {
  await here.deliver(ana, invitation()); await morning();
  here.at("2026-05-22T07:40");
  await here.deliver(ana, dup({ proven: null, answers: "invite-1@fairholm-bakery.example" }));
  const a = await approveIt(); console.log("Q3", a.refused);
  expect(a.text ?? "").not.toContain("EVIL");
});
test("L1 forged has-left, unproven, leaked Message-ID: ends contact, offers attacker without saying that nothing proves it", async () => {
  await here.deliver(ana, invitation()); await hand();
  here.at("2026-05-18T12:00");
  await here.deliver(ana, { from: `Jo Field <${jo}>`, proven: null, subject: "Automatic reply: Interview", answers: "hand-1@reyes.example", headers: ["Auto-Submitted: auto-replied"], text: "Jo Field has left Fairholm Bakery. Please contact Kim Lund (kim.lund@fairholm-hr.example)." });
  here.at("2026-05-19T07:30"); const d = await here.digest(ana); await show("L1"); console.log("L1", d?.text);
  const c = await here.query("select ended from contact where address=$1", [jo]);
  expect.soft(c[0]?.ended).toBeNull();
  const asked = d?.text.includes("May mails go to");
  if (asked) expect.soft(d?.text.replace(/\s+/g, " ")).toContain("nothing proves");
});
test("L2 forged has-left stops an approved mail", async () => {
  await here.deliver(ana, invitation()); await hand(); await morning(); const a = await approveIt(); console.log("L2", a.refused);
  here.at("2026-05-22T07:50");
  await here.deliver(ana, { from: `Jo Field <${jo}>`, proven: null, subject: "Automatic reply: Interview", answers: "hand-1@reyes.example", headers: ["Auto-Submitted: auto-replied"], text: "Jo Field has left Fairholm Bakery. Please contact Kim Lund (kim.lund@fairholm-hr.example)." });
  await show("L2");
  expect((await here.query("select state from outbox where purpose='draft'"))[0]?.state).toBe("queued");
});

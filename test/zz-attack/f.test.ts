import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { commandApprove } from "../../src/flows/command.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
let here: ReceivingApp; let ana: Connected;
beforeAll(async () => { here = await openReceivingApp(); });
afterAll(() => here.close());
beforeEach(async () => { await here.reset(); here.at("2026-05-18T09:00"); ana = await here.connect(); await here.deliver(ana, invitation()); });
const jo = "jo.field@fairholm-bakery.example";
const left = (more: object = {}) => here.deliver(ana, { from: `Jo Field <${jo}>`, subject: "Automatic reply: Interview for Office Manager", answers: "invite-1@fairholm-bakery.example", headers: ["Auto-Submitted: auto-replied"], text: "Jo Field has left Fairholm Bakery. Please contact Kim Lund (kim.lund@fairholm-bakery.example).", ...more });
const reply = (d: { subject: string; messageId: string } | null, text: string) => here.deliver(ana, { from: "Ana Reyes <ana@reyes.example>", to: "Ana Reyes <ana@reyes.example>", subject: `Re: ${d?.subject}`, answers: d?.messageId ?? "", text }, "sent");
const addresses = async () => (await here.query("select address from contact order by 1")).map((r) => r.address);
test("F1 successor taken, mail to them approved, yes taken back: nothing leaves", async () => {
  await left(); here.at("2026-05-19T07:30"); const d = await here.digest(ana); const n = /(\d+)\.[^\n]*May mails go to/.exec(d?.text ?? "")?.[1];
  here.at("2026-05-19T08:00"); await reply(d, `${n} yes`); here.at("2026-05-21T15:20"); await here.pass(); here.at("2026-05-22T07:30"); const d2 = await here.digest(ana);
  const [dr] = await here.query("select * from draft order by made_at desc limit 1"); console.log("F1", dr?.to_address);
  const ok = await commandApprove(here.app, dr.id, dr.hash, { by: "cli" }); console.log(ok);
  here.at("2026-05-22T07:35"); await reply(d, `undo ${n}`); void d2;
  console.log("F1", await addresses(), await here.query("select state, envelope_to from outbox where purpose='draft'"));
  console.log("F1J", (await here.journal(ana)).slice(-6).map((j) => j.type + ": " + j.says), await here.query("select state from candidacy"), await here.query("select subject_x from (select convert_from(rfc822,'UTF8') subject_x from outbox where purpose='self' order by approved_at desc limit 1) q"));
  expect((await here.query("select state from outbox where purpose='draft'"))[0]?.state).not.toBe("queued");
});
test.each(["ok", "👍", "looks good", "all ok", "1 looks good", "yes please", "1-2 ok", "both ok"])("F2 loose answer %s writes to nobody new", async (words) => {
  await left({ text: "Jo Field has left Fairholm Bakery. Please contact Kim Lund (kim.lund@elsewhere-hr.example)." }); here.at("2026-05-19T07:30"); const d = await here.digest(ana);
  here.at("2026-05-19T08:00"); await reply(d, words); console.log("F2", words, await addresses()); 
});
test.each([
  ["hidden in quote", "Jo Field has left Fairholm Bakery.\n\nOn Mon Eve wrote:\n> contact eve@evil.example"],
  ["own", "Jo Field has left Fairholm Bakery. Please contact ana+x@reyes.example"],
  ["puny", "Jo Field has left Fairholm Bakery. Please contact kim@xn--fairhlm-bakery-8hb.example"],
  ["cyr", "Jo Field has left Fairholm Bakery. Please contact kim@fаirholm-bakery.example"],
  ["noreply", "Jo Field has left Fairholm Bakery. Please contact no-reply@fairholm-bakery.example"],
  ["two", "Jo Field has left Fairholm Bakery. Please contact a@fairholm-bakery.example or b@evil.example"],
  ["sub", "Jo Field has left Fairholm Bakery. Please contact kim@fairholm-bakery.example.evil.example"],
  ["tld", "Jo Field has left Fairholm Bakery. Please contact kim@fairholm-bakery.example.com"],
])("F3 successor %s", async (name, text) => { await left({ text }); here.at("2026-05-19T07:30"); const d = await here.digest(ana); console.log("F3", name, /\d+\.[^\n]*May mails go to[^\n]*/.exec(d?.text ?? "")?.[0] ?? "not asked"); });
test("F4 two mails with successors: the yes counts for the one shown", async () => {
  await left(); here.at("2026-05-19T07:30"); const d = await here.digest(ana); const n = /(\d+)\.[^\n]*May mails go to/.exec(d?.text ?? "")?.[1];
  await here.query("update contact set ended=null"); await left({ text: "Jo Field has left Fairholm Bakery. Please contact Eve (eve@evil.example)." });
  here.at("2026-05-19T08:00"); await reply(d, `${n} yes`); console.log("F4", await addresses()); expect(await addresses()).not.toContain("eve@evil.example");
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { sendDue } from "../../src/flows/send-due.ts";
import { answer, digestOf, numberOf } from "../support/answering.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

test("an approved check-in waits until its reader is back, when their out-of-office comes before it has left (POLICY 3.3)", async () => {
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
  await here.query("update person set preferences = '{\"debrief\": false}'");
  here.at("2026-05-21T15:00");
  await here.pass();
  here.at("2026-06-02T07:30");
  await here.pass();
  const digest = await digestOf(here, ana);
  here.at("2026-06-02T07:45");
  await answer(here, ana, digest, `${numberOf(digest, /Check-in/)} ok`);
  const [{ id }] = await here.query("select id from outbox where purpose = 'draft'");
  const leaves = async () =>
    (
      await here.query(
        "select state, not_before at time zone 'Europe/London' as at from outbox where id = $1",
        [id],
      )
    )[0];
  expect(await leaves()).toMatchObject({ state: "queued" });

  here.at("2026-06-02T08:30");
  await here.deliver(ana, {
    from: "Jo Field <jo.field@fairholm-bakery.example>",
    id: "away@fairholm-bakery.example",
    subject: "Automatic reply: Interview for Office Manager",
    headers: ["Auto-Submitted: auto-replied"],
    text: "Thank you for your mail. I am out of the office and will be back on Monday 8 June 2026.",
  });
  here.at("2026-06-02T09:00");
  await sendDue(here.app, id);
  const { state, at } = await leaves();
  expect([state, new Date(at).toISOString().slice(0, 10)]).toEqual(["queued", "2026-06-09"]);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
});

const state = async () => (await here.query("select state from candidacy"))[0].state;
const open = async () =>
  (
    await here.query(
      "select kind, ordinal, due_at from follow_up where status in ('planned', 'offered') order by due_at",
    )
  ).map(({ kind, due_at }) => `${kind} ${due_at.toISOString().slice(0, 10)}`);

test("the interview's end moves the candidacy to awaiting a decision, by the clock and once", async () => {
  here.at("2026-05-21T14:44");
  await here.pass();
  expect(await state()).toBe("interviewing");
  here.at("2026-05-21T14:45");
  await here.pass();
  await here.pass();
  expect(await state()).toBe("awaiting_decision");
  expect((await here.journal(ana)).filter(({ type, by }) => type === "moved" && by === "clock")).toHaveLength(
    1,
  );
});

test("a promised Friday is asked after on Wednesday, because Monday is a bank holiday", async () => {
  here.at("2026-05-21T16:00");
  await here.deliver(ana, {
    from: "Jo Field <jo.field@fairholm-bakery.example>",
    answers: "invite-1@fairholm-bakery.example",
    subject: "Re: Interview for Office Manager",
    text: "Dear Ana,\n\nThank you for your time today. You will hear from us by Friday 22 May 2026.\n\nBest regards,\nJo Field",
  });
  await here.pass();
  expect(await open()).toContain("check_in 2026-05-27");
});

test("planning again and again changes nothing and makes no second follow-up", async () => {
  here.at("2026-05-21T16:00");
  await here.pass();
  const before = await here.query("select id, key, status, due_at from follow_up order by key");
  await Promise.all([here.pass(), here.pass(), here.pass()]);
  expect(await here.query("select id, key, status, due_at from follow_up order by key")).toEqual(before);
});

test("a mail by hand to the interviewer satisfies the thank-you", async () => {
  here.at("2026-05-21T16:00");
  await here.pass();
  expect((await open()).some((one) => one.startsWith("thank_you"))).toBe(true);
  await here.deliver(
    ana,
    {
      from: "ana@reyes.example",
      to: "Jo Field <jo.field@fairholm-bakery.example>",
      subject: "Thank you",
      text: "Dear Jo, thank you for today. Ana",
    },
    "sent",
  );
  expect((await open()).some((one) => one.startsWith("thank_you"))).toBe(false);
  expect((await here.journal(ana)).some(({ type }) => type === "by_hand")).toBe(true);
});

test("every plan leaves a time at which it is looked at again, and the queue hears of it", async () => {
  here.at("2026-05-21T16:00");
  here.reminders.length = 0;
  await here.pass();
  const [{ next_due_at }] = await here.query("select next_due_at from candidacy");
  expect(next_due_at).not.toBeNull();
  const plan = here.reminders.filter(({ reminder }) => reminder.queue === "plan").at(-1);
  expect(plan?.at.epochMilliseconds).toBe(next_due_at.getTime());
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { afterTalks } from "../support/after-talks.ts";
import { answering, shortMailsTo } from "../support/confirmations.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, type Made, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;
let digest: Made;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());
beforeEach(async () => {
  ({ ana, digest } = await afterTalks(here, [invitation()], { debrief: false }));
  await say("1 ok");
  expect(await states()).toEqual(["queued"]);
});

const say = (text: string) => here.deliver(ana, answering(ana, digest, text), "sent");
const states = async () =>
  (await here.query("select state from outbox where purpose = 'draft'")).map(({ state }) => state);

describe("what was approved is stopped while it can be (SAFETY R13) by", () => {
  test.each([
    "cancel 1",
    "1 cancel",
    "stop 1",
    "1 stop",
    "wait",
    "Stop!",
    "hold it",
    "please wait",
    "1 storniere, warte",
  ])("%j", async (text) => {
    await say(text);
    expect(await states()).toEqual(["cancelled"]);
    expect((await shortMailsTo(here, ana)).at(-1)?.text).toContain(
      `because you wrote "${text}", that mail is stopped. "1 ok" approves it anew.`,
    );
  });

  test("and can be approved once more", async () => {
    await say("wait");
    await say("1 ok");
    expect((await states()).toSorted()).toEqual(["cancelled", "queued"]);
  });
});

test("what is on its way is not stopped, and the person is told so", async () => {
  await here.query("update outbox set state = 'transmitting' where purpose = 'draft'");
  await say("cancel 1");
  expect(await states()).toEqual(["transmitting"]);
  expect((await shortMailsTo(here, ana)).at(-1)?.text).toContain("1: Too late: that mail is on its way.");
});

test("a sentence in which such a word stands by the way stops nothing", async () => {
  await say("Thanks, I really can't believe how well that went yesterday!");
  expect(await states()).toEqual(["queued"]);
});

test("beside an approval in the same answer nothing is approved, and what was approved before is stopped", async () => {
  await say("1 ok\nwait");
  expect(await states()).toEqual(["cancelled"]);
});

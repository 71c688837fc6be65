import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { sweep } from "../../src/flows/sweep.ts";
import { invitation, rejection } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let app: ReceivingApp;
let ana: Connected;
beforeAll(async () => {
  app = await openReceivingApp();
});
beforeEach(async () => {
  app.at("2026-05-18T09:00");
  ana = await app.connect();
});
afterEach(() => app.reset());
afterAll(() => app.close());

const texts = async (): Promise<string[]> => {
  await sweep(app.app);
  return (await app.query("select text from message order by received_at")).map(({ text }) => text);
};
const saysNo = async (): Promise<void> => {
  app.at("2026-05-26T10:00");
  await app.deliver(ana, rejection());
};

test("the text of a mail of a closed candidacy is kept 90 days after it came, and empty a moment later; its quoted words stay", async () => {
  await app.deliver(ana, invitation());
  await saysNo();
  expect(await app.query("select state, close_reason from candidacy")).toEqual([
    { state: "closed", close_reason: "rejected" },
  ]);
  app.at("2026-08-16T09:00");
  expect(await texts()).toEqual([
    expect.stringContaining("invite you"),
    expect.stringContaining("not to move"),
  ]);
  app.at("2026-08-16T09:00:01");
  expect(await texts()).toEqual(["", expect.stringContaining("not to move")]);
  app.at("2026-08-24T10:00:01");
  expect(await texts()).toEqual(["", ""]);
  const [closed] = (await app.journal(ana)).filter(({ evidence }) =>
    evidence.join(" ").includes("decided not"),
  );
  expect(closed).toBeDefined();
});

test("that of a candidacy which is still open is kept, however old it is", async () => {
  await app.deliver(ana, invitation());
  app.at("2027-05-18T09:00");
  await app.query("update candidacy set state = 'awaiting_decision'");
  expect(await texts()).toEqual([expect.stringContaining("invite you")]);
  await app.query("update candidacy set state = 'closed', close_reason = 'no_reply'");
  expect(await texts()).toEqual([""]);
});

test("one of which the person is still asked something is kept", async () => {
  await app.deliver(ana, invitation());
  await app.query("update candidacy set state = 'closed', close_reason = 'no_reply'");
  await app.query("update message set question = 'is_no'");
  app.at("2027-05-18T09:00");
  expect(await texts()).toEqual([expect.stringContaining("invite you")]);
});

test("the setting keep-texts says how long", async () => {
  await app.deliver(ana, invitation());
  await saysNo();
  await app.query(`update person set preferences = '{"keepTexts": 7}'`);
  app.at("2026-06-02T10:00");
  expect(await texts()).toEqual(["", expect.stringContaining("not to move")]);
  app.at("2026-06-02T10:00:01");
  expect(await texts()).toEqual(["", ""]);
});

import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { commandMark } from "../../src/flows/command.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { openRealApp, type RealApp } from "../support/real-app.ts";

let real: RealApp;
beforeAll(async () => {
  real = await openRealApp();
});
afterEach(() => real.reset());
afterAll(() => real.close());

const proof = { by: "cli" } as const;
const approved = async (): Promise<void> => {
  await real.offerThankYous();
  real.at("2026-05-22T10:00");
  await real.replies("1 ok");
};
const sendAll = async (): Promise<void> => {
  for (const { id } of await real.query("select id from outbox where state = 'queued' and purpose = 'draft'"))
    await sendDue(real.app, id);
};

test("an approved mail to an employer whose candidacy was closed since does not leave, and says why", async () => {
  await approved();
  const server = await real.server();
  await commandMark(real.app, 1, { state: "closed" }, proof);
  await sendAll();
  expect(server.connections()).toBe(0);
  expect((await real.mail()).state).toBe("held");
  expect((await real.journal("held")).map(({ says }) => says)).toEqual([expect.stringContaining("closed")]);
  expect(await real.digest("2026-05-23T07:30")).not.toContain("to approve");
});

test("a held mail can be approved anew where its candidacy goes on unchanged", async () => {
  await approved();
  const server = await real.server();
  await commandMark(real.app, 1, { state: "closed" }, proof);
  await sendAll();
  await commandMark(real.app, 1, { state: "awaiting_decision" }, proof);
  expect(await real.digest("2026-05-23T07:30")).toContain("1 to approve");
  real.at("2026-05-26T10:00");
  await real.replies("1 ok");
  await sendAll();
  expect(server.accepted).toHaveLength(1);
});

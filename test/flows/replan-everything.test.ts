import { afterAll, beforeAll, expect, test } from "vitest";
import { policyVersion } from "../../src/domain/preferences.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
});
afterAll(() => here.close());

const because = async () => (await here.query("select because from candidacy"))[0].because;

test("what an older policy has planned is planned anew by the next sweep, once, and its reminders with it", async () => {
  const planned = await because();
  await here.query("update candidacy set because = 'as it was planned once', next_due_at = null");
  await sweep(here.app);
  expect(await because()).toBe("as it was planned once");

  await here.query("update person set policy_version = 0");
  here.reminders.length = 0;
  await sweep(here.app);
  expect(await because()).toBe(planned);
  expect(here.reminders.map(({ reminder }) => reminder.queue)).toContain("plan");

  await here.query("update candidacy set because = 'as it is planned now'");
  await sweep(here.app);
  expect(await because()).toBe("as it is planned now");
});

test("several processes share the people: each is taken by one of them", async () => {
  await here.query("update person set policy_version = 0");
  const take = () => here.app.store.transaction((tx) => tx.people.plansBy(ana.personId, policyVersion));
  expect((await Promise.all([take(), take(), take()])).filter((taken) => taken)).toHaveLength(1);
  expect(await here.app.store.transaction((tx) => tx.people.plannedBefore(policyVersion))).toEqual([]);
});

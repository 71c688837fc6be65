import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { OutboxId } from "../../src/domain/ids.ts";
import type { App } from "../../src/flows/app.ts";
import { reconcileSent } from "../../src/flows/reconcile-sent.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { sendTurn } from "../../src/flows/send-turn.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { openRealApp, type RealApp } from "../support/real-app.ts";

let real: RealApp;
beforeAll(async () => {
  real = await openRealApp();
});
afterEach(() => real.reset());
afterAll(() => real.close());

const approved = async (employers = 1): Promise<void> => {
  await real.offerThankYous(employers);
  real.at("2026-05-22T10:00");
  await real.replies(employers === 1 ? "1 ok" : "all ok");
};
const state = async (n = 1): Promise<string> => (await real.mail(n)).state;
const killed = async (as: "claimed" | "transmitting", lease: string): Promise<void> => {
  await real.query(
    "update outbox set state = $1, attempt = gen_random_uuid(), attempts = 1, lease = now() + $2::interval where purpose = 'draft'",
    [as, lease],
  );
};
const clockOff = (hours: number): App => ({
  ...real.app,
  clock: { now: () => real.now().add({ hours }) },
});

describe("a sender was killed", () => {
  test("before its gate: the mail is queued again when the lease is over, and sent once", async () => {
    await approved();
    const server = await real.server();
    await killed("claimed", "-1 second");
    await sweep(real.app);
    expect(await state()).toBe("queued");
    await sendDue(real.app, (await real.mail()).id);
    expect(server.accepted).toHaveLength(1);
  });

  test("after its gate: the mail is in doubt when the lease is over, looked for, and never sent by itself", async () => {
    await approved();
    const server = await real.server();
    await killed("transmitting", "-1 second");
    await sweep(real.app);
    expect(await real.mail()).toMatchObject({ state: "unknown", unknownSince: real.now() });
    const { id } = await real.mail();
    expect(real.reminders().map(({ reminder }) => reminder)).toContainEqual({ queue: "reconcile", id });
    await sendDue(real.app, id);
    real.later({ minutes: 15 });
    await reconcileSent(real.app, id);
    expect(await state()).toBe("asked");
    expect(server.connections()).toBe(0);
    expect(await real.journal("unknown")).toHaveLength(1);
  });

  test.each(["claimed", "transmitting"] as const)(
    "while it is %s and its lease runs, nobody touches the mail",
    async (as) => {
      await approved();
      await killed(as, "20 seconds");
      await sweep(real.app);
      expect(await state()).toBe(as);
    },
  );

  test.each([1, -1])(
    "and a process whose clock is %i hours off changes nothing: leases run on the database's clock",
    async (hours) => {
      await approved();
      await killed("transmitting", "20 seconds");
      await sweep(clockOff(hours));
      expect(await state()).toBe("transmitting");
      await killed("transmitting", "-1 second");
      await sweep(clockOff(hours));
      expect(await state()).toBe("unknown");
    },
  );
});

test("a lease that its sender renewed since the sweep looked is left alone", async () => {
  await approved();
  await killed("transmitting", "20 seconds");
  const { id } = await real.mail();
  const moved = await real.app.store.transaction((tx) => tx.outbox.move(id, "expire", { onlyExpired: true }));
  expect(moved).toBeNull();
  expect(await state()).toBe("transmitting");
});

test("senders whose clocks are an hour apart send each mail once", async () => {
  await approved(3);
  const server = await real.server();
  const ids: OutboxId[] = (await real.query("select id from outbox where purpose = 'draft'")).map(
    ({ id }) => id,
  );
  await Promise.all(
    [clockOff(1), clockOff(-1), real.app].flatMap((app) => [
      sweep(app),
      ...ids.map((id) => sendDue(app, id)),
    ]),
  );
  await Promise.all(ids.map((id) => sendDue(real.app, id)));
  expect(server.accepted).toHaveLength(3);
});

test("a queue that has lost everything loses nothing: the sweep reminds of every mail, and each is sent once", async () => {
  await approved(4);
  const server = await real.server();
  real.reminders().splice(0);
  await sweep(real.app);
  await sweep(real.app);
  const due = real.reminders().flatMap(({ reminder }) => (reminder.queue === "outbox" ? [reminder.id] : []));
  for (const id of due) await sendTurn(real.app, id, new AbortController().signal);
  expect(server.accepted).toHaveLength(4 + 1);
  expect(await real.query("select distinct state from outbox")).toEqual([{ state: "sent" }]);
  real.reminders().splice(0);
  await sweep(real.app);
  const queues = real.reminders().map(({ reminder }) => reminder.queue);
  expect(queues.filter((queue) => queue === "file")).toHaveLength(4);
  expect(queues).not.toContain("outbox");
});

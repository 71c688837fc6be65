import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { OutboxId } from "../../src/domain/ids.ts";
import type { App } from "../../src/flows/app.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { sendTurn } from "../../src/flows/send-turn.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { eventually } from "../support/memory-sink.ts";
import { openRealApp, type RealApp } from "../support/real-app.ts";

let real: RealApp;
beforeAll(async () => {
  real = await openRealApp();
});
afterEach(() => real.reset());
afterAll(() => real.close());

const goesOn = new AbortController().signal;

/** Approved on Friday at 10:00, a working hour, and due at once. */
const approved = async (employers: number): Promise<OutboxId[]> => {
  await real.offerThankYous(employers);
  real.at("2026-05-22T10:00");
  await real.replies("all ok");
  return (await real.query("select id from outbox where purpose = 'draft' order by id")).map(({ id }) => id);
};
const standing = async (): Promise<string[]> =>
  (await real.query("select state from outbox where purpose = 'draft' order by state")).map(
    ({ state }) => state,
  );

/** The program with a courier that calls `opened` before each mail to an employer; `most` is how many were under way at once. */
const gated = (opened: () => Promise<void> = async () => undefined) => {
  let now = 0;
  const seen = { most: 0, begun: 0 };
  const app: App = {
    ...real.app,
    courier: {
      ...real.app.courier,
      send: async (account, mail, gate) => {
        if (mail.to === account.address) return real.app.courier.send(account, mail, gate);
        now += 1;
        seen.begun += 1;
        seen.most = Math.max(seen.most, now);
        await opened();
        const outcome = await real.app.courier.send(account, mail, gate);
        now -= 1;
        return outcome;
      },
    },
  };
  return { app, seen };
};

test("what is due in a mailbox leaves one mail after the other, however many calls want it sent", async () => {
  const ids = await approved(4);
  const server = await real.server();
  const { app, seen } = gated();
  await Promise.all(ids.map((id) => sendTurn(app, id, goesOn)));
  expect(server.accepted).toHaveLength(4);
  expect(seen.most).toBe(1);
});

test("however many processes send, three mails of one mailbox leave at once at most; the others stay due and leave afterwards", async () => {
  const ids = await approved(5);
  const server = await real.server();
  const gate = Promise.withResolvers<void>();
  const { app, seen } = gated(() => gate.promise);
  let left = 0;
  const senders = ids.map((id) =>
    sendDue(app, id).then(() => {
      left += 1;
    }),
  );
  await eventually(() => seen.begun === 3 && left === 2);
  gate.resolve();
  await Promise.all(senders);
  expect(seen.most).toBe(3);
  expect(await standing()).toEqual(["queued", "queued", "sent", "sent", "sent"]);
  for (const id of ids) await sendTurn(real.app, id, goesOn);
  expect(server.accepted).toHaveLength(5);
});

test("a mail whose sending fails holds up none behind it, and its failure is told", async () => {
  const [first = "" as OutboxId] = await approved(3);
  const server = await real.server();
  const failing: App = {
    ...real.app,
    courier: {
      ...real.app.courier,
      send: async (account, mail, gate) => {
        if (mail.rfc822.includes(first)) throw new Error("broken");
        return real.app.courier.send(account, mail, gate);
      },
    },
  };
  await expect(sendTurn(failing, first, goesOn)).rejects.toThrow("broken");
  expect(server.accepted).toHaveLength(2);
});

test("a process that is asked to stop ends with the mail at hand; another one goes on", async () => {
  const [first = "" as OutboxId] = await approved(3);
  const server = await real.server();
  const stopping = new AbortController();
  const { app } = gated(async () => stopping.abort());
  await sendTurn(app, first, stopping.signal);
  expect(server.accepted).toHaveLength(1);
  await sendTurn(real.app, first, goesOn);
  await sweep(real.app);
  const due = real.reminders().flatMap(({ reminder }) => (reminder.queue === "outbox" ? [reminder.id] : []));
  for (const id of due) await sendTurn(real.app, id, goesOn);
  expect(await standing()).toEqual(["sent", "sent", "sent"]);
});

test("the sweep reminds of one mail that is due in a mailbox, because its turn takes the others along", async () => {
  const ids = await approved(3);
  real.reminders().splice(0);
  await sweep(real.app);
  const reminded = real
    .reminders()
    .flatMap(({ reminder }) => (reminder.queue === "outbox" ? [reminder.id] : []));
  expect(ids.filter((id) => reminded.includes(id))).toHaveLength(1);
});

test("what goes to the person waits for no turn", async () => {
  const ids = await approved(2);
  await real.server();
  const gate = Promise.withResolvers<void>();
  const { app, seen } = gated(() => gate.promise);
  const turn = sendTurn(app, ids[0] ?? ("" as OutboxId), goesOn);
  await eventually(() => seen.begun === 1);
  const { id } = await real.ownMail();
  await sendTurn(app, id, goesOn);
  expect((await real.ownMail()).state).toBe("sent");
  gate.resolve();
  await turn;
});

test("a mail that becomes due while a turn runs is sent by that turn", async () => {
  const [first, second] = await approved(2);
  const server = await real.server();
  if (!first || !second) throw new Error("two mails were approved");
  await real.query("update outbox set not_before = not_before + interval '1 day' where id = $1", [second]);
  const { app } = gated(async () => {
    await real.query("update outbox set not_before = not_before - interval '1 day' where id = $1", [second]);
    await sendTurn(app, second, goesOn);
  });
  await sendTurn(app, first, goesOn);
  expect(server.accepted).toHaveLength(2);
});

test("a turn that hangs shuts nobody out for longer than a lease", async () => {
  const [first, second] = await approved(2);
  const server = await real.server();
  if (!first || !second) throw new Error("two mails were approved");
  const hanging: App = {
    ...real.app,
    courier: { ...real.app.courier, longestAttempt: 1, send: () => new Promise(() => undefined) },
  };
  void sendTurn(hanging, first, goesOn);
  await eventually(async () => (await standing()).includes("claimed"));
  await eventually(async () => {
    await sendTurn({ ...real.app, courier: { ...real.app.courier, longestAttempt: 1 } }, second, goesOn);
    return server.accepted.length === 1;
  });
});

import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { App } from "../../src/flows/app.ts";
import { readMailbox } from "../../src/flows/read-mailbox.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { limits } from "../../src/store/limits.ts";
import { openRealApp, type RealApp } from "../support/real-app.ts";

let real: RealApp;
let impatient: App;
beforeAll(async () => {
  real = await openRealApp();
  impatient = real.impatient({ idle_in_transaction_session_timeout: 1_000, lock_timeout: 3_000 });
});
afterEach(() => real.reset());
afterAll(() => real.close());

const approved = async (): Promise<void> => {
  await real.offerThankYous(1);
  real.at("2026-05-22T10:00");
  await real.replies("1 ok");
};
const send = async (app: App = impatient): Promise<void> => sendDue(app, (await real.mail()).id);
const state = async (): Promise<string> => (await real.mail()).state;
const account = () =>
  impatient.store.transaction(async (tx) => {
    const [mailbox] = await tx.mailboxes.all();
    if (!mailbox) throw new Error("no mailbox");
    return tx.mailboxes.account(mailbox.id);
  });
const leaseIsOver = () => real.query("update outbox set lease = now() - interval '1 second'");

/** The program, but its gate stops before it commits, as a process does that gets SIGSTOP there. */
function stoppingInGate(): { readonly app: App; readonly stopped: Promise<void>; readonly goOn: () => void } {
  const stopped = Promise.withResolvers<void>();
  const goesOn = Promise.withResolvers<void>();
  let isGate = false;
  const app: App = {
    ...impatient,
    store: {
      transaction: (work) =>
        impatient.store.transaction(async (tx) => {
          const done = await work(tx);
          if (!isGate) return done;
          stopped.resolve();
          await goesOn.promise;
          return done;
        }),
    },
    courier: {
      ...impatient.courier,
      send: (account, mail, gate) =>
        impatient.courier.send(account, mail, async () => {
          await leaseIsOver();
          isGate = true;
          return gate();
        }),
    },
  };
  return { app, stopped: stopped.promise, goOn: goesOn.resolve };
}

/** Somebody else holds the candidacies for longer than the program waits. */
async function holding(): Promise<{ readonly letGo: () => Promise<void> }> {
  const other = new pg.Client(real.connection);
  await other.connect();
  await other.query("begin");
  await other.query("select id from candidacy for update");
  return { letGo: () => other.end() };
}

test("a sender that is stopped within its gate holds nobody up: the sweep goes on, another sends, and the first sends no byte when it goes on", async () => {
  await approved();
  const server = await real.server();
  const first = stoppingInGate();
  const sending = send(first.app).then(
    () => "went on",
    () => "failed",
  );
  await first.stopped;
  await sweep(impatient);
  expect(await state()).toBe("queued");
  await send();
  expect(server.accepted).toHaveLength(1);
  first.goOn();
  expect(await sending).toBe("failed");
  expect(server.accepted).toHaveLength(1);
  expect(await real.journal("attempt")).toHaveLength(1);
  expect(await state()).toBe("sent");
});

test("a mail that cannot be taken because somebody holds its candidacy is met again, and is no unreadable one", async () => {
  await approved();
  await real.employerWrites(
    1,
    "A word before we meet",
    "Dear Ana,\n\nThe room has changed.\n\nGreta Vance\n",
  );
  const other = await holding();
  await expect(readMailbox(impatient, await account())).rejects.toThrow(/lock timeout/);
  await other.letGo();
  expect((await real.read()).ok).toBe(true);
  expect(await real.journal("unreadable")).toEqual([]);
  const taken = await real.query("select 1 from message where subject = 'A word before we meet'");
  expect(taken).toHaveLength(1);
});

test("a yes of the server that cannot be written down is never lost as unsent: the mail is in doubt and looked for, not sent again", async () => {
  await approved();
  const server = await real.server();
  let other: Awaited<ReturnType<typeof holding>> | undefined;
  const app: App = {
    ...impatient,
    courier: {
      ...impatient.courier,
      send: async (...mail) => {
        const outcome = await impatient.courier.send(...mail);
        other = await holding();
        return outcome;
      },
    },
  };
  await expect(send(app)).rejects.toThrow(/lock timeout/);
  await other?.letGo();
  expect(await state()).toBe("transmitting");
  await leaseIsOver();
  await sweep(impatient);
  await send();
  expect(await state()).toBe("unknown");
  expect(server.accepted).toHaveLength(1);
});

test("those who wait for a lock of a stopped process outlast it, and a statement may wait for a lock", () => {
  expect(limits.lock_timeout).toBeGreaterThan(limits.idle_in_transaction_session_timeout);
  expect(limits.statement_timeout).toBeGreaterThan(limits.lock_timeout);
});
